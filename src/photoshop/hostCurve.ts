/**
 * What a host is expected to make of curve points that it has not rendered yet (space mapping: Bandler, Biernacki,
 * Chen, Grobelny and Hemmers, Space mapping technique for electromagnetic optimization, 1994). A plain way to join
 * points stands in for the host's own, and the smallest correction that explains what the host rendered last is added
 * to it. The expectation gets better with each rendering, around the points that are tried; for a host that joins points
 * in one of the plain ways it is right at once.
 */
import type { CurvePoints } from '../engine/adjustments';
import { naturalSpline } from '../engine/render/naturalSpline';

// Looked up once: inside the virtual machines of test runners every mention of a global costs a search.
const { abs, max, min, sign } = Math;

/** Four coefficients a segment: output = c0 + d·(c1 + d·(c2 + d·c3)) with d = input − start of the segment. */
type Joints = (points: CurvePoints) => Float64Array;

const PLAIN_JOINTS: readonly Joints[] = [
  (points) => naturalSpline(points).coefficients,
  straightLines,
  monotoneCubic,
];

const slopeAfter = (points: CurvePoints, k: number): number =>
  (points[k + 1].output - points[k].output) / (points[k + 1].input - points[k].input);

function straightLines(points: CurvePoints): Float64Array {
  const coefficients = new Float64Array(4 * (points.length - 1));
  for (let k = 0; k < points.length - 1; k++) {
    coefficients[4 * k] = points[k].output;
    coefficients[4 * k + 1] = slopeAfter(points, k);
  }
  return coefficients;
}

/** Fritsch and Carlson, Monotone piecewise cubic interpolation, 1980, with harmonic means of the slopes on both sides. */
function monotoneCubic(points: CurvePoints): Float64Array {
  const last = points.length - 1;
  const tangentAt = (k: number): number => {
    const before = slopeAfter(points, max(0, k - 1));
    const after = slopeAfter(points, min(last - 1, k));
    return before * after <= 0 ? 0 : (2 * before * after) / (before + after);
  };
  const coefficients = new Float64Array(4 * last);
  for (let k = 0; k < last; k++) {
    const width = points[k + 1].input - points[k].input;
    const slope = slopeAfter(points, k);
    const start = tangentAt(k);
    const end = tangentAt(k + 1);
    coefficients.set(
      [
        points[k].output,
        start,
        (3 * slope - 2 * start - end) / width,
        (start + end - 2 * slope) / width ** 2,
      ],
      4 * k,
    );
  }
  return coefficients;
}

/** The curve at each of `levels`; constant outside its points. */
function evaluate(points: CurvePoints, coefficients: Float64Array, levels: ArrayLike<number>): Float64Array {
  const last = points.length - 1;
  const inputs = Float64Array.from(points, ({ input }) => input);
  const result = new Float64Array(levels.length);
  for (let v = 0, k = 0; v < levels.length; v++) {
    const level = levels[v] > inputs[0] ? (levels[v] < inputs[last] ? levels[v] : inputs[last]) : inputs[0];
    while (k > 0 && level < inputs[k]) k--;
    while (k < last - 1 && level >= inputs[k + 1]) k++;
    const d = level - inputs[k];
    const c = 4 * k;
    result[v] =
      coefficients[c] + d * (coefficients[c + 1] + d * (coefficients[c + 2] + d * coefficients[c + 3]));
  }
  return result;
}

/** What is expected to leave the layer for every level that arrives, before it is rounded; with at least two points. */
export type Expectation = (points: CurvePoints) => Float64Array;

/**
 * @param points what the host rendered last; `leaving` is what it made of the levels `arriving` with them.
 * @param step between two values that the host can hold, in levels: 1 in 8 bits.
 */
export function expectFrom(
  points: CurvePoints,
  arriving: readonly number[],
  leaving: readonly number[],
  step: number,
): Expectation {
  const explanations = PLAIN_JOINTS.map((joints) => {
    const plain = evaluate(points, joints(points), arriving);
    const correction = plain.map((level, v) => beyondRounding(leaving[v] - clip(level), step));
    return { joints, correction, size: correction.reduce((sum, value) => sum + abs(value), 0) };
  });
  const { joints, correction } = explanations.reduce((best, next) => (next.size < best.size ? next : best));
  return (candidate) => {
    const expected = evaluate(candidate, joints(candidate), arriving);
    for (let v = 0; v < expected.length; v++) expected[v] = clip(expected[v] + correction[v]);
    return expected;
  };
}

const clip = (level: number): number => (level > 0 ? (level < 255 ? level : 255) : 0);

/** The part of a difference that rounding to the nearest step does not explain. */
const beyondRounding = (difference: number, step: number): number =>
  sign(difference) * max(0, abs(difference) - step / 2);
