/** ΔE2000 between two pictures of the same size and space, pixel by pixel. */
import { createRgbToLab } from '../color/lab';
import type { Plane, RgbImage } from '../image/rgbImage';
import { runToEnd, type Task } from '../task';
import { deltaE2000 } from './deltaE';
import type { DifferenceSummary } from './differenceSummary';
import { summarize } from './summarize';

/** More pixels than this change no statistic that anyone reads; larger pictures are measured on an even grid. */
const MAX_PIXELS = 150_000;
const PIXELS_PER_STEP = 8192;
/** Below this trust a pixel shows the frame's border or a mismatch, not the look. */
const MIN_WEIGHT = 0.02;

export interface DifferenceOptions {
  /** Pixels to measure at most, on an even grid. @default 150000 */
  readonly maxPixels?: number;
}

/**
 * ΔE2000 over the pixels where `weight` is above 0.02 (everywhere without it), each counted with its weight.
 * @throws RangeError when sizes or spaces differ, or no pixel has weight
 */
export function measureDifference(
  a: RgbImage,
  b: RgbImage,
  weight?: Plane,
  options?: DifferenceOptions,
): DifferenceSummary {
  return runToEnd(measureDifferenceTask(a, b, weight, options));
}

/** `measureDifference` as a task, for where nothing may block. */
export function* measureDifferenceTask(
  a: RgbImage,
  b: RgbImage,
  weight?: Plane,
  options: DifferenceOptions = {},
): Task<DifferenceSummary> {
  if (a.width !== b.width || a.height !== b.height) {
    throw new RangeError(
      `Expected pictures of one size, got ${a.width}×${a.height} and ${b.width}×${b.height}.`,
    );
  }
  if (a.space !== b.space)
    throw new RangeError(`Expected pictures in one space, got ${a.space} and ${b.space}.`);
  if (weight && (weight.width !== a.width || weight.height !== a.height)) {
    throw new RangeError(
      `Expected a weight plane of ${a.width}×${a.height}, got ${weight.width}×${weight.height}.`,
    );
  }
  const stride = Math.max(1, Math.ceil(Math.sqrt((a.width * a.height) / (options.maxPixels ?? MAX_PIXELS))));
  const columns = Math.ceil(a.width / stride);
  const rows = Math.ceil(a.height / stride);
  const differences = new Float32Array(columns * rows);
  const weights = new Float32Array(columns * rows);
  const toLab = createRgbToLab(a.space);
  const lab = new Float64Array(6);
  let count = 0;
  let sinceStep = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const pixel = row * stride * a.width + column * stride;
      const w = weight ? weight.data[pixel] : 1;
      if (!(w > MIN_WEIGHT)) continue;
      toLab(a.data[3 * pixel], a.data[3 * pixel + 1], a.data[3 * pixel + 2], lab, 0);
      toLab(b.data[3 * pixel], b.data[3 * pixel + 1], b.data[3 * pixel + 2], lab, 3);
      differences[count] = deltaE2000(lab[0], lab[1], lab[2], lab[3], lab[4], lab[5]);
      weights[count++] = w;
    }
    sinceStep += columns;
    if (sinceStep >= PIXELS_PER_STEP) {
      sinceStep = 0;
      yield { stage: 'measure.difference', fraction: row / rows };
    }
  }
  return summarize(differences.subarray(0, count), weights.subarray(0, count));
}
