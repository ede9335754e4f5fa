/**
 * The curve through the points of a Curves layer: a natural cubic spline (second derivative zero at both ends),
 * constant outside its first and last point, clipped to 0…255. Found by comparison with files that Photoshop saved;
 * see docs/method/photoshop-arithmetic.md.
 */
import type { CurvePoints } from '../adjustments';

/** Cubic segments in levels 0…255: output = c0 + d·(c1 + d·(c2 + d·c3)) with d = input − start of the segment. */
export interface NaturalSpline {
  readonly starts: Float64Array;
  /** Four coefficients a segment. */
  readonly coefficients: Float64Array;
  readonly firstInput: number;
  readonly lastInput: number;
  readonly lastOutput: number;
  /** Segment of each whole input level, so that reading needs no search. */
  readonly segmentOfLevel: Uint8Array;
}

/** @throws RangeError when there is no point or the inputs are not strictly increasing. */
export function naturalSpline(points: CurvePoints): NaturalSpline {
  const n = points.length;
  if (n < 1) throw new RangeError('A curve needs at least one point.');
  const segments = Math.max(n - 1, 1);
  const starts = new Float64Array(segments);
  const coefficients = new Float64Array(4 * segments);
  const first = points[0];
  const last = points[n - 1];
  starts[0] = first.input;
  coefficients[0] = first.output;
  if (n > 1) {
    const curvature = secondDerivatives(points);
    for (let i = 0; i < n - 1; i++) {
      const width = points[i + 1].input - points[i].input;
      if (!(width > 0)) throw new RangeError('The inputs of curve points must be strictly increasing.');
      const slope = (points[i + 1].output - points[i].output) / width;
      starts[i] = points[i].input;
      coefficients[4 * i] = points[i].output;
      coefficients[4 * i + 1] = slope - (width * (2 * curvature[i] + curvature[i + 1])) / 6;
      coefficients[4 * i + 2] = curvature[i] / 2;
      coefficients[4 * i + 3] = (curvature[i + 1] - curvature[i]) / (6 * width);
    }
  }
  const segmentOfLevel = new Uint8Array(256);
  for (let level = 0, segment = 0; level < 256; level++) {
    while (segment < segments - 1 && starts[segment + 1] <= level) segment++;
    segmentOfLevel[level] = segment;
  }
  return {
    starts,
    coefficients,
    firstInput: first.input,
    lastInput: last.input,
    lastOutput: last.output,
    segmentOfLevel,
  };
}

/** Second derivatives at the knots, zero at both ends (Thomas algorithm for the tridiagonal system). */
function secondDerivatives(points: CurvePoints): Float64Array {
  const n = points.length;
  const result = new Float64Array(n);
  const upper = new Float64Array(n);
  for (let i = 1; i < n - 1; i++) {
    const before = points[i].input - points[i - 1].input;
    const after = points[i + 1].input - points[i].input;
    const bend =
      6 *
      ((points[i + 1].output - points[i].output) / after -
        (points[i].output - points[i - 1].output) / before);
    const pivot = 2 * (before + after) - before * upper[i - 1];
    upper[i] = after / pivot;
    result[i] = (bend - before * result[i - 1]) / pivot;
  }
  for (let i = n - 2; i > 0; i--) result[i] -= upper[i] * result[i + 1];
  return result;
}

/** The curve at `level` (0…255, fractions allowed); the result is in 0…255. */
export function evaluateSpline(spline: NaturalSpline, level: number): number {
  const { starts, coefficients } = spline;
  if (!(level > spline.firstInput)) return clipLevel(coefficients[0]);
  if (level >= spline.lastInput) return clipLevel(spline.lastOutput);
  let segment = spline.segmentOfLevel[level | 0];
  // Knots between whole levels occur only while a curve is being fitted.
  while (segment + 1 < starts.length && starts[segment + 1] <= level) segment++;
  const c = 4 * segment;
  const d = level - starts[segment];
  return clipLevel(
    coefficients[c] + d * (coefficients[c + 1] + d * (coefficients[c + 2] + d * coefficients[c + 3])),
  );
}

const clipLevel = (level: number): number => (level > 0 ? (level < 255 ? level : 255) : 0);

/** Whether the curve is the straight line from 0, 0 to 255, 255. */
export function isIdentitySpline({
  starts,
  coefficients,
  firstInput,
  lastInput,
  lastOutput,
}: NaturalSpline): boolean {
  const straight = coefficients.every(
    (value, i) => value === (i % 4 === 0 ? starts[i / 4] : i % 4 === 1 ? 1 : 0),
  );
  return straight && firstInput === 0 && lastInput === 255 && lastOutput === 255;
}

/** Maps every `stride`-th of the values, from `offset` on, in place; values and results are in [0, 1]. */
export function mapBySpline(
  spline: NaturalSpline,
  values: Float32Array,
  offset: number,
  stride: number,
  count: number,
): void {
  for (let i = offset, end = offset + stride * count; i < end; i += stride) {
    values[i] = evaluateSpline(spline, values[i] * 255) / 255;
  }
}
