/** Colors of photos for testing: a few pixels from every cell of OKLab that a photo reaches, so that no sky decides. */
import { createRgbToOklab } from '../../src/engine/color/oklab';
import type { RgbImage } from '../../src/engine/image/rgbImage';
import { seededRandom } from './seededRandom';

const CELL = 0.03;

/** @returns 3 · n encoded values; at most `limit` colors, one a cell */
export function testColors(scene: RgbImage, limit: number, seed: number): Float32Array {
  const random = seededRandom(seed);
  const toOklab = createRgbToOklab(scene.space);
  const lab = new Float64Array(3);
  const cells = new Map<string, { pixel: number; seen: number }>();
  const pixels = scene.width * scene.height;
  for (let pixel = 0; pixel < pixels; pixel += 5) {
    toOklab(scene.data[3 * pixel], scene.data[3 * pixel + 1], scene.data[3 * pixel + 2], lab, 0);
    const key = Array.from(lab, (v) => Math.round(v / CELL)).join();
    const cell = cells.get(key);
    if (!cell) cells.set(key, { pixel, seen: 1 });
    else if (random.uniform() < 1 / ++cell.seen) cell.pixel = pixel;
  }
  // A single pixel in its cell is an edge or noise.
  const kept = [...cells.values()].filter((cell) => cell.seen >= 3);
  for (let i = kept.length - 1; i > 0; i--) {
    const j = Math.floor(random.uniform() * (i + 1));
    [kept[i], kept[j]] = [kept[j], kept[i]];
  }
  kept.length = Math.min(kept.length, limit);
  return Float32Array.from(
    kept.flatMap(({ pixel }) => Array.from(scene.data.subarray(3 * pixel, 3 * pixel + 3))),
  );
}
