/**
 * Curves with points at fixed inputs; the sliders are the outputs, channel after channel. A natural spline is linear
 * in its outputs, so the derivatives by the sliders are the splines through unit vectors ("cardinal" splines).
 */
import { IDENTITY_CURVE, type CurvePoints, type CurvesAdjustment } from '../../adjustments';
import { evaluateSpline, naturalSpline, type NaturalSpline } from '../../render/naturalSpline';
import { madeRising, simplified } from '../curveShape';
import { LEAK, type Condition, type LayerModel, type Parameter } from './layerModel';

const LEVELS = 256;

export interface CurvesModelOptions {
  /** Whole levels, strictly increasing, from 0 to 255. */
  readonly inputs: readonly number[];
  /** Prior standard deviation of an output, in levels. */
  readonly sigma: number;
  /** Smallest slope that a curve may have anywhere. */
  readonly minSlope: number;
}

export function curvesModel({ inputs, sigma, minSlope }: CurvesModelOptions): LayerModel {
  const n = inputs.length;
  const cardinal = cardinalSplines(inputs);
  const parameters: Parameter[] = [];
  const conditions: Condition[] = [];
  for (let c = 0; c < 3; c++) {
    for (const input of inputs) parameters.push({ neutral: input, min: 0, max: 255, sigma });
    conditions.push(...risingConditions(cardinal, n, c * n, minSlope));
  }
  const spline = (values: Float64Array, c: number): NaturalSpline =>
    naturalSpline(inputs.map((input, i) => ({ input, output: values[c * n + i] })));
  return {
    parameters,
    conditions,
    at: (values) => {
      const splines = [spline(values, 0), spline(values, 1), spline(values, 2)];
      let slopes: readonly Float64Array[] | null = null;
      let clips: readonly Float64Array[] = [];
      return {
        evaluate: (source, target, count) => {
          for (let c = 0; c < 3; c++) {
            const curve = splines[c];
            for (let i = c, end = 3 * count; i < end; i += 3) {
              target[i] = evaluateSpline(curve, source[i] * 255) / 255;
            }
          }
        },
        differentiate: (source, index, byColor, byParameter) => {
          // Only asked for where a step begins, not where one is tried.
          if (!slopes) {
            slopes = splines.map(slopeTable);
            clips = splines.map(clipTable);
          }
          byColor.fill(0);
          byParameter.fill(0);
          for (let c = 0; c < 3; c++) {
            const level = source[3 * index + c] * 255;
            const cell = level < 254 ? (level > 0 ? level | 0 : 0) : 254;
            const part = level - cell;
            const leak = clips[c][part < 0.5 ? cell : cell + 1];
            byColor[4 * c] = slopes[c][cell] * leak;
            const row = c * 3 * n + c * n;
            for (let k = 0; k < n; k++) {
              const at = k * LEVELS + cell;
              byParameter[row + k] = ((cardinal[at] + (cardinal[at + 1] - cardinal[at]) * part) * leak) / 255;
            }
          }
        },
      };
    },
    toAdjustment: (values): CurvesAdjustment => ({
      kind: 'curves',
      composite: IDENTITY_CURVE,
      red: points(inputs, values, 0),
      green: points(inputs, values, n),
      blue: points(inputs, values, 2 * n),
    }),
  };
}

/** Levels that a curve may change by when a point is left out. */
const SIMPLER = 0.12;

function points(inputs: readonly number[], values: Float64Array, first: number): CurvePoints {
  const whole = inputs.map((input, i) => ({ input, output: Math.round(values[first + i]) }));
  return simplified(madeRising(whole), SIMPLER);
}

/** n × 256: the spline through a 1 at one knot and 0 at the others, at every level. */
function cardinalSplines(inputs: readonly number[]): Float64Array {
  const n = inputs.length;
  const table = new Float64Array(n * LEVELS);
  for (let k = 0; k < n; k++) {
    // The evaluator clips to 0…255, hence a tall spline around the middle, brought back to unit height.
    const knots = inputs.map((input, i) => ({ input, output: i === k ? 128 + 64 : 128 }));
    const spline = naturalSpline(knots);
    for (let level = 0; level < LEVELS; level++) {
      table[k * LEVELS + level] = (evaluateSpline(spline, level) - 128) / 64;
    }
  }
  return table;
}

/** Change of the output between a level and the next. */
function slopeTable(spline: NaturalSpline): Float64Array {
  return Float64Array.from(
    { length: LEVELS - 1 },
    (_, level) => evaluateSpline(spline, level + 1) - evaluateSpline(spline, level),
  );
}

/** 1 where the curve is inside 0…255, LEAK where it is clipped. */
function clipTable(spline: NaturalSpline): Float64Array {
  return Float64Array.from({ length: LEVELS }, (_, level) => {
    const output = evaluateSpline(spline, level);
    return output > 0 && output < 255 ? 1 : LEAK;
  });
}

/** Levels between two places where the slope of a curve is watched. */
const WATCH_STEP = 4;

function risingConditions(cardinal: Float64Array, n: number, first: number, minSlope: number): Condition[] {
  const conditions: Condition[] = [];
  for (let level = 0; level + 1 < LEVELS; level += WATCH_STEP) {
    const next = Math.min(level + WATCH_STEP, LEVELS - 1);
    const coefficients = new Float64Array(n);
    for (let k = 0; k < n; k++) coefficients[k] = cardinal[k * LEVELS + next] - cardinal[k * LEVELS + level];
    conditions.push({ first, coefficients, bound: minSlope * (next - level) });
  }
  return conditions;
}
