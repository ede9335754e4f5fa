/** Curves that a person can take over: rising everywhere, and no point that the curve would pass through anyway. */
import { IDENTITY_CURVE, type CurvePoint, type CurvePoints } from '../adjustments';
import { evaluateSpline, naturalSpline } from '../render/naturalSpline';

const LEVELS = 256;

/** A spline may dip by this much, in levels, before it counts as falling; no 8-bit code shows it. */
const DIP = 1e-6;

/** Does the curve, as Photoshop draws it, never fall? */
export function isRising(points: CurvePoints): boolean {
  return fall(points) === 0;
}

/** How far the curve falls on its way, in levels, all dips together. */
function fall(points: CurvePoints): number {
  const spline = naturalSpline(points);
  let before = -Infinity;
  let sum = 0;
  for (let level = 0; level < LEVELS; level += 0.5) {
    const output = evaluateSpline(spline, level);
    if (output < before - DIP) sum += before - output;
    before = output;
  }
  return sum;
}

/** Levels that points are moved by, one at a time, before a whole curve is pulled straight. */
const MAX_REPAIRS = 12;

/** The points with as few of them moved as it takes for the curve to rise, a level at a time where it falls most. */
export function madeRising(points: CurvePoints): CurvePoints {
  let best = points;
  for (let repair = 0; repair < MAX_REPAIRS; repair++) {
    let smallest = fall(best);
    if (smallest === 0) return best;
    const from = best;
    for (let i = 0; i < from.length; i++) {
      for (const step of [-1, 1]) {
        const output = from[i].output + step;
        if (output < 0 || output > 255) continue;
        const moved = from.map((point, k) => (k === i ? { ...point, output } : point));
        const size = fall(moved);
        if (size >= smallest) continue;
        best = moved;
        smallest = size;
      }
    }
    if (best === from) break;
  }
  return isRising(best) ? best : pulledStraight(points);
}

/** The points pulled towards a straight line until the curve through them rises. */
function pulledStraight(points: CurvePoints): CurvePoints {
  const first = points[0];
  const last = points[points.length - 1];
  const top = Math.max(first.output, last.output);
  for (let pull = 0; pull < 1; pull += 0.125) {
    let floor = first.output;
    const pulled = points.map(({ input, output }): CurvePoint => {
      const line = first.output + ((top - first.output) * (input - first.input)) / (last.input - first.input);
      const mixed = Math.round(output + pull * (line - output));
      floor = Math.min(Math.max(mixed, floor), top);
      return { input, output: floor };
    });
    if (isRising(pulled)) return pulled;
  }
  return [first, { input: last.input, output: top }];
}

/** Leaves out the points without which the curve stays within `tolerance` levels. */
export function simplified(points: CurvePoints, tolerance: number): CurvePoints {
  const wanted = table(points);
  let kept = points;
  for (;;) {
    let best: CurvePoints | null = null;
    let bestError = tolerance;
    for (let i = 1; i < kept.length - 1; i++) {
      const fewer = kept.filter((_, k) => k !== i);
      const error = largestDifference(table(fewer), wanted);
      if (error <= bestError && isRising(fewer)) {
        best = fewer;
        bestError = error;
      }
    }
    if (!best) break;
    kept = best;
  }
  return isIdentity(kept) ? IDENTITY_CURVE : kept;
}

function isIdentity(points: CurvePoints): boolean {
  return (
    points.length === 2 &&
    points.every((p) => p.input === p.output) &&
    points[1].input === 255 &&
    points[0].input === 0
  );
}

function table(points: CurvePoints): Float64Array {
  const spline = naturalSpline(points);
  return Float64Array.from({ length: LEVELS }, (_, level) => evaluateSpline(spline, level));
}

function largestDifference(a: Float64Array, b: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i] - b[i]));
  return largest;
}
