/** Samples of a made-up scene: patches of natural colors all over the frame, and what film made of them. */
import { createOklabToRgb } from '../../src/engine/color/oklab';
import { RGB_SPACES } from '../../src/engine/color/rgbSpaces';
import type { LookMapper } from '../../src/engine/render/renderLook';
import type { ColorSamples } from '../../src/engine/sample/colorSamples';
import { createRandom } from './createRandom';

export interface SimulationOptions {
  readonly seed?: number;
  readonly count?: number;
  /** Stops of light that the film got more than the camera, by place in the frame. */
  readonly stops?: (u: number, v: number) => readonly [number, number, number];
  readonly lightness?: readonly [number, number];
}

const { encode, decode } = RGB_SPACES.srgb;

export function simulatedSamples(film: LookMapper, options: SimulationOptions = {}): ColorSamples {
  const { seed = 1, count = 3000, stops, lightness = [0.15, 0.95] } = options;
  const random = createRandom(seed);
  const toRgb = createOklabToRgb('srgb');
  const samples = {
    count,
    digital: new Float32Array(3 * count),
    film: new Float32Array(3 * count),
    weight: new Float32Array(count).fill(1),
    position: new Float32Array(2 * count),
    space: 'srgb' as const,
  };
  const color = new Float64Array(3);
  const exposed = new Float64Array(3);
  for (let i = 0; i < count; i++) {
    do {
      const chroma = 0.16 * random() ** 1.5;
      const hue = 2 * Math.PI * random();
      const light = lightness[0] + (lightness[1] - lightness[0]) * random();
      toRgb(light, chroma * Math.cos(hue), chroma * Math.sin(hue), color, 0);
    } while (color.some((v) => v < 0.01 || v > 0.99));
    const u = 2 * random() - 1;
    const v = (4 * random() - 2) / 3;
    const ev = stops?.(u, v) ?? [0, 0, 0];
    for (let c = 0; c < 3; c++) exposed[c] = encode(Math.min(1, decode(color[c]) * 2 ** ev[c]));
    film(exposed, exposed, 1);
    samples.digital.set(color, 3 * i);
    samples.film.set(exposed, 3 * i);
    samples.position.set([u, v], 2 * i);
  }
  return samples;
}
