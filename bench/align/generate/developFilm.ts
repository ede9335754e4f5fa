/** What film does to tone and color: exposure, uneven light, a look or a negative with its mask, and grain. */
import { gaussianHalfKernel } from '../../../src/engine/image/gaussianBlur';
import type { RgbImage } from '../../../src/engine/image/rgbImage';
import { rgbImage } from '../../../src/engine/image/rgbImage';
import { createLutMapper } from '../../../src/engine/render/applyLut';
import type { Lut3d } from '../../../src/engine/render/lut3d';
import type { Random } from '../../fit/seededRandom';
import { between } from './drawGeometry';
import type { LevelRanges } from './levels';
import { smoothField } from './smoothField';

const GRAIN_TILE = 384;
const toLinear = (value: number): number => Math.max(0, value) ** 2.2;
const toEncoded = (value: number): number => Math.max(0, value) ** (1 / 2.2);

/** `look` is used for positives where there is one. */
export function developFilm(
  random: Random,
  scene: RgbImage,
  ranges: LevelRanges,
  look: Lut3d | null,
): { image: RgbImage; negative: boolean } {
  const { width, height, space } = scene;
  const negative = random.uniform() < ranges.negative;
  const ev = 0.35 * ranges.look * random.normal();
  const balance = [0, 1, 2].map(() => 2 ** (ev + 0.15 * ranges.look * random.normal()));
  const light = smoothField(random, width, height, between(random, 2, 5));
  const contrast = Math.exp(0.18 * ranges.look * random.normal()) * (negative ? 1.9 : 2.6);
  const middle = -0.85 + 0.12 * ranges.look * random.normal();
  const tilt = [0, 1, 2].map(() => 1 + 0.07 * ranges.look * random.normal());
  const base = [0.2, 0.58, 0.82].map((density) => density + 0.05 * random.normal());
  const range = between(random, 1.1, 1.7);
  const grain = grainTile(random, between(random, 0.4, 1.1));
  const strength = between(random, ...ranges.grain);
  const mapper = look && createLutMapper(look);
  const image = rgbImage(width, height, space);
  const color = new Float32Array(3);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const exposure = 2 ** (0.6 * ranges.unevenEv * light(x, y));
      for (let c = 0; c < 3; c++) color[c] = exposure * balance[c] * toLinear(scene.data[3 * i + c]);
      if (mapper && !negative) {
        for (let c = 0; c < 3; c++) color[c] = Math.min(1, toEncoded(color[c] / (1 + 0.15 * color[c])));
        mapper(color, color, 1);
      } else {
        for (let c = 0; c < 3; c++) {
          const density =
            1 / (1 + Math.exp(-1.25 * contrast * tilt[c] * (Math.log10(color[c] + 3e-4) - middle)));
          color[c] = density;
        }
      }
      for (let c = 0; c < 3; c++) {
        const noise = grain[3 * ((y % GRAIN_TILE) * GRAIN_TILE + (x % GRAIN_TILE)) + c] * strength;
        const value = color[c] + noise * (0.4 + 2.2 * color[c] * Math.max(0, 1 - color[c]));
        const minimum = Math.min(...base);
        image.data[3 * i + c] = negative
          ? toEncoded(10 ** (minimum - base[c] - range * Math.min(1.2, Math.max(0, value))))
          : value;
      }
    }
  }
  return { image, negative };
}

/** Correlated noise of unit spread, mostly alike in the three channels. */
function grainTile(random: Random, sigmaPx: number): Float32Array {
  const kernel = gaussianHalfKernel(Math.max(0.3, sigmaPx));
  const size = GRAIN_TILE;
  let noise = Float32Array.from({ length: 3 * size * size }, () => random.normal());
  for (let i = 0; i < noise.length; i += 3) {
    const mean = noise[i];
    for (let c = 0; c < 3; c++) noise[i + c] = 0.75 * mean + 0.66 * noise[i + c];
  }
  for (const step of [3, 3 * size]) {
    const from = noise;
    noise = from.map((value, i) => {
      let sum = kernel[0] * value;
      for (let k = 1; k < kernel.length; k++) {
        const reach = k * step;
        const n = from.length;
        sum += kernel[k] * (from[(i + reach) % n] + from[(i - reach + n) % n]);
      }
      return sum;
    });
  }
  const spread = Math.sqrt(noise.reduce((sum, value) => sum + value * value, 0) / noise.length);
  return noise.map((value) => value / spread);
}
