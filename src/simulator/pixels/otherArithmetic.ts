/** Arithmetic of other programs, for the dialects: what a host could compute where our model expects something else. */
import type { ColorBalanceAdjustment, CurvePoints, CurvesAdjustment } from '../../engine/adjustments';
import type { Mapper } from '../../engine/render/mapper';
import type { Dialect } from '../dialect';

/** Curves with other joints; channel curve first, then the composite curve, as tables without rounding. */
export function createOtherCurves(adjustment: CurvesAdjustment, joints: OtherJoints): Mapper {
  const curve = OTHER_CURVES[joints];
  const composite = curve(adjustment.composite);
  const channels = [curve(adjustment.red), curve(adjustment.green), curve(adjustment.blue)];
  return (source, target, count) => {
    for (let i = 0, end = 3 * count; i < end; i++) {
      target[i] = composite(channels[i % 3](source[i] * 255)) / 255;
    }
  };
}

type Curve = (level: number) => number;
export type OtherJoints = NonNullable<Dialect['curves']>;

const OTHER_CURVES: Readonly<Record<OtherJoints, (points: CurvePoints) => Curve>> = {
  linear: linearCurve,
  // Fritsch and Carlson, Monotone piecewise cubic interpolation, 1980, with harmonic mean slopes.
  monotone: (points) =>
    hermiteCurve(points, (before, after) =>
      before * after <= 0 ? 0 : (2 * before * after) / (before + after),
    ),
  // Catmull and Rom, A class of local interpolating splines, 1974.
  catmullRom: (points) => hermiteCurve(points, (before, after) => (before + after) / 2),
};

function linearCurve(points: CurvePoints): Curve {
  return (level) => {
    const k = segmentOf(points, level);
    if (k === null) return endValue(points, level);
    const a = points[k];
    const b = points[k + 1];
    return a.output + ((b.output - a.output) * (level - a.input)) / (b.input - a.input);
  };
}

/** Cubic pieces whose slope at a point follows from the slopes of the lines before and after it. */
function hermiteCurve(points: CurvePoints, slopeOf: (before: number, after: number) => number): Curve {
  const n = points.length;
  const step = (k: number): number =>
    (points[k + 1].output - points[k].output) / (points[k + 1].input - points[k].input);
  const slopes = points.map((_, k) => {
    if (k === 0) return step(0);
    if (k === n - 1) return step(n - 2);
    return slopeOf(step(k - 1), step(k));
  });
  return (level) => {
    const k = segmentOf(points, level);
    if (k === null) return endValue(points, level);
    const h = points[k + 1].input - points[k].input;
    const t = (level - points[k].input) / h;
    const t2 = t * t;
    const t3 = t2 * t;
    return (
      (2 * t3 - 3 * t2 + 1) * points[k].output +
      (t3 - 2 * t2 + t) * h * slopes[k] +
      (3 * t2 - 2 * t3) * points[k + 1].output +
      (t3 - t2) * h * slopes[k + 1]
    );
  };
}

function segmentOf(points: CurvePoints, level: number): number | null {
  if (level <= points[0].input || level >= points[points.length - 1].input) return null;
  let k = 0;
  while (points[k + 1].input <= level) k++;
  return k;
}

const endValue = (points: CurvePoints, level: number): number =>
  level <= points[0].input ? points[0].output : points[points.length - 1].output;

/** Offsets weighted by smooth bumps over shadows, midtones and highlights. */
export function createAdditiveColorBalance(adjustment: ColorBalanceAdjustment): Mapper {
  const { shadows, midtones, highlights } = adjustment;
  return (source, target, count) => {
    for (let i = 0, end = 3 * count; i < end; i++) {
      const value = source[i];
      const c = i % 3;
      const dark = (1 - value) * (1 - value);
      const light = value * value;
      const middle = 1 - dark - light;
      const offset = shadows[c] * dark + midtones[c] * middle + highlights[c] * light;
      target[i] = Math.min(1, Math.max(0, value + (0.4 * offset) / 100));
    }
  };
}
