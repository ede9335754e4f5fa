/** How far each pixel of a registered film picture shows the same thing as the digital picture. */
import type { FrameQuad } from './frameQuad';
import { isInQuad } from './frameQuad';
import { localNormalize } from './localNormalize';
import type { FilmGrid } from './warpFilm';
import { filmPositionsOfRow } from './warpFilm';
import type { Plane, RgbImage } from '../image/rgbImage';
import { plane } from '../image/rgbImage';
import { stretchedLuma } from '../image/stretchedLuma';
import type { Task } from '../task';

export interface ReliabilityInput {
  /** Registered: on the digital picture's pixels. */
  readonly film: RgbImage;
  readonly digital: RgbImage;
  /** Film positions of the digital pixels, and the picture area in the same film pixels. */
  readonly grid: FilmGrid;
  readonly frame: FrameQuad;
  readonly negative: boolean;
}

export function* measureReliability(input: ReliabilityInput): Task<Plane> {
  const { film, digital, grid, frame } = input;
  const { width, height } = digital;
  const sign = input.negative ? -1 : 1;
  const a = stretchedLuma(digital).data;
  yield { stage: 'align.reliability', fraction: 0.1 };
  const b = stretchedLuma(film).data;
  yield { stage: 'align.reliability', fraction: 0.2 };
  const aLn = new Float32Array(a.length);
  const bLn = new Float32Array(a.length);
  for (const _ of localNormalize(a, aLn, width, height, 7))
    yield { stage: 'align.reliability', fraction: 0.4 };
  for (const _ of localNormalize(b, bLn, width, height, 7))
    yield { stage: 'align.reliability', fraction: 0.6 };
  const product = new Float32Array(a.length);
  for (let i = 0; i < a.length; i++) product[i] = sign * aLn[i] * bLn[i];
  yield { stage: 'align.reliability', fraction: 0.7 };
  const result = plane(width, height);
  const xs = new Float32Array(width);
  const ys = new Float32Array(width);
  for (let y = 0; y < height; y++) {
    filmPositionsOfRow(grid, y, xs, ys);
    for (let x = 0; x < width; x++) {
      if (isInQuad(frame, xs[x], ys[x])) result.data[y * width + x] = product[y * width + x] > -1 ? 1 : 0.2;
    }
    if (y % 32 === 0) yield { stage: 'align.reliability', fraction: 0.7 + (0.3 * y) / height };
  }
  return result;
}
