/**
 * How flexible the mapping may be, decided by cross-validation: homography, homography with a radial term, and smooth
 * displacements of several sizes on top are fitted to one half of the tiles and judged on the other. The stiffest that
 * predicts nearly as well as the best is taken: tiles do not tell what happens between them.
 */
import type { Homography } from './alignment';
import { Correspondences } from './correspondences';
import type { FittedMapping, MappingFitOptions, MappingShape } from './fitMapping';
import { fitMapping } from './fitMapping';
import { median, residuals } from './residuals';
import type { Task } from '../task';

export type MappingChoice = Omit<MappingFitOptions, 'iterations'> & {
  /** Stiffest first; the homography alone when there are none. */
  readonly shapes: readonly MappingShape[];
};

/** A more flexible mapping has to predict better by this share. */
const MARGIN = 0.04;
/** And by more than this, in squares of the distance that counts as an outlier: equal pictures leave nothing but rounding. */
const NEGLIGIBLE = 1e-5;
/** Fewer tiles than this cannot be split and still determine a warp. */
const MIN_TILES = 40;
const TRIAL_ITERATIONS = 4;
const FINAL_ITERATIONS = 6;

/** `start` is the robust homography of the points; null never comes back, at worst `start` does. */
export function* selectMapping(
  points: Correspondences,
  start: Homography,
  choice: MappingChoice,
): Task<FittedMapping> {
  const plain: FittedMapping = { filmToDigital: start, warp: null };
  const { shapes } = choice;
  if (shapes.length === 0 || points.count < MIN_TILES) return plain;
  const half = everySecond(points, 0);
  const rest = everySecond(points, 1);
  const mappings: (FittedMapping | null)[] = [];
  for (const shape of shapes) {
    mappings.push(yield* fitMapping(half, start, shape, { ...choice, iterations: TRIAL_ITERATIONS }));
  }
  const last = mappings[mappings.length - 1];
  const cutoffPx = Math.max(choice.floorPx, last ? 4 * median(errors(rest, last)) : 0);
  const scores = mappings.map((mapping) => (mapping ? robustError(rest, mapping, cutoffPx) : Infinity));
  const lowest = Math.min(...scores);
  const index = Math.max(
    0,
    scores.findIndex((score) => score <= (1 + MARGIN) * lowest + NEGLIGIBLE),
  );
  const fitted = yield* fitMapping(points, start, shapes[index], {
    ...choice,
    iterations: FINAL_ITERATIONS,
  });
  return fitted ?? plain;
}

function errors(points: Correspondences, mapping: FittedMapping): Float64Array {
  return residuals(points, mapping.filmToDigital, mapping.warp);
}

function everySecond(points: Correspondences, phase: number): Correspondences {
  const half = new Correspondences((points.count + 1) >> 1);
  for (let i = phase; i < points.count; i += 2) half.addFrom(points, i);
  return half;
}

function robustError(points: Correspondences, mapping: FittedMapping, cutoffPx: number): number {
  const distances = errors(points, mapping);
  let sum = 0;
  let total = 0;
  for (let i = 0; i < points.count; i++) {
    const info = points.infoXX[i] + points.infoYY[i];
    sum += info * Math.min(1, (distances[i] / cutoffPx) ** 2);
    total += info;
  }
  return sum / Math.max(total, 1e-12);
}
