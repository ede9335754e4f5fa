/** A made-up color negative: scene light → three layers of dye under a mask → light through the film. The truth is known. */
import { RGB_SPACES } from '../../src/engine/color/rgbSpaces';
import { rgbImage, type RgbImage } from '../../src/engine/image/rgbImage';
import type { ColorSamples } from '../../src/engine/sample/colorSamples';
import { createRandom } from './createRandom';

const { encode, decode } = RGB_SPACES.srgb;
const BASE = [0.62, 0.24, 0.11];
const GAMMA = [0.5, 0.55, 0.6];
/** Each dye also absorbs a little of what is the others'. */
const DYES = [1, 0.06, 0.02, 0.12, 1, 0.05, 0.05, 0.2, 1];

/** Light through the film where the scene has this encoded color. */
export function negativeOf(color: readonly number[], silver = false): number[] {
  const layers = color.map((value, c) => GAMMA[c] * Math.log10(1 + decode(value) / 0.004));
  if (silver) {
    const density = (layers[0] + layers[1] + layers[2]) / 3;
    return layers.map(() => encode(0.7 * 10 ** -density));
  }
  return BASE.map((light, c) => {
    const density = DYES[3 * c] * layers[0] + DYES[3 * c + 1] * layers[1] + DYES[3 * c + 2] * layers[2];
    return encode(light * 10 ** -density);
  });
}

/** Random colors with grays among them. */
export function sceneColors(count: number, seed: number): number[][] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const gray = random() ** 1.5;
    const chroma = random() < 0.3 ? 0 : 0.5 * random();
    return [0, 1, 2].map(() => Math.min(1, Math.max(0, gray + chroma * (random() - 0.5))));
  });
}

export function negativeSamples(colors: readonly (readonly number[])[], silver = false): ColorSamples {
  const count = colors.length;
  return {
    count,
    digital: Float32Array.from(colors.flat()),
    film: Float32Array.from(colors.flatMap((color) => negativeOf(color, silver))),
    weight: new Float32Array(count).fill(1),
    position: new Float32Array(2 * count),
    space: 'srgb',
  };
}

/** A scan of patches with a rebate around them, in a black holder. */
export function negativeScan(colors: readonly (readonly number[])[], silver = false): RgbImage {
  const columns = Math.ceil(Math.sqrt(colors.length));
  const patchPx = 12;
  const borderPx = 40;
  const size = columns * patchPx + 2 * borderPx;
  const scan = rgbImage(size, size, 'srgb');
  const base = negativeOf([0, 0, 0], silver);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const edge = Math.min(x, y, size - 1 - x, size - 1 - y);
      const column = Math.floor((x - borderPx) / patchPx);
      const row = Math.floor((y - borderPx) / patchPx);
      const color = colors[row * columns + column];
      const light = edge < 15 ? [0, 0, 0] : edge < borderPx || !color ? base : negativeOf(color, silver);
      scan.data.set(light, 3 * (y * size + x));
    }
  }
  return scan;
}

export const FILM_BASE = BASE;
