/** A Curves channel through a wished table: knots where the table bends most, on Photoshop's grid. */
import { CURVE_LIMITS, type CurvePoint, type CurvePoints } from '../engine/adjustments';
import { curveTable8 } from '../engine/render/curves';

const { maxPoints, minInputGap } = CURVE_LIMITS;

/** @param table 256 wished outputs, 0…255, not rounded. @returns at most 16 points, added where the error is largest. */
export function fitKnots(table: Float64Array): CurvePoints {
  let points: CurvePoint[] = [0, 64, 128, 192, 255].map((input) => pointAt(table, input));
  while (points.length < maxPoints) {
    const rendered = curveTable8(points);
    let worst = -1;
    let largest = 0.5;
    for (let v = 0; v < 256; v++) {
      const error = Math.abs(rendered[v] - table[v]);
      if (error > largest && points.every(({ input }) => Math.abs(input - v) >= minInputGap)) {
        largest = error;
        worst = v;
      }
    }
    if (worst < 0) break;
    points = [...points, pointAt(table, worst)].sort((a, b) => a.input - b.input);
  }
  return points;
}

const pointAt = (table: Float64Array, input: number): CurvePoint => ({
  input,
  output: Math.round(Math.min(255, Math.max(0, table[input]))),
});
