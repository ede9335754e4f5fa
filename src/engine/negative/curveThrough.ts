/** Points of a Curves layer for a smooth monotone function, placed where the spline needs them most. */
import { CURVE_LIMITS, type CurvePoint, type CurvePoints } from '../adjustments';
import { evaluateSpline, naturalSpline } from '../render/naturalSpline';

/** Levels of error at which no more points are set: outputs are whole levels anyway. */
const GOOD_ENOUGH = 0.6;

/**
 * @param output of an input level 0…255; both in levels
 * @param from first input; below it the curve is constant
 * @param to last input
 */
export function curveThrough(output: (level: number) => number, from = 0, to = 255): CurvePoints {
  const point = (input: number): CurvePoint => ({
    input,
    output: Math.min(255, Math.max(0, Math.round(output(input)))),
  });
  let points: CurvePoint[] = [point(from), point(to)];
  while (points.length < CURVE_LIMITS.maxPoints) {
    const spline = naturalSpline(points);
    let worst = -1;
    let worstError = GOOD_ENOUGH;
    for (let level = from + 1; level < to; level++) {
      const error = Math.abs(evaluateSpline(spline, level) - Math.min(255, Math.max(0, output(level))));
      const isFree = points.every(({ input }) => Math.abs(input - level) >= CURVE_LIMITS.minInputGap);
      if (isFree && error > worstError) [worst, worstError] = [level, error];
    }
    if (worst < 0) break;
    points = [...points, point(worst)].sort((a, b) => a.input - b.input);
  }
  return points;
}
