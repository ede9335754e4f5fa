import fc from 'fast-check';
import { IDENTITY_CURVE, type CurvesAdjustment } from '../../../src/engine/adjustments';
import { createCurvesMapper, createCurvesMapper8, curveTable8 } from '../../../src/engine/render/curves';
import { evaluateSpline, naturalSpline } from '../../../src/engine/render/naturalSpline';
import { FLOAT32 } from '../../support/tolerances';
import { referenceCases } from './photoshopReference';
import { renderedCodes } from './renderedCodes';

const NO_CURVES: CurvesAdjustment = {
  kind: 'curves',
  composite: IDENTITY_CURVE,
  red: IDENTITY_CURVE,
  green: IDENTITY_CURVE,
  blue: IDENTITY_CURVE,
};
const SEED = 20260122;
const RAMP = Uint8Array.from({ length: 3 * 256 }, (_, i) => Math.floor(i / 3));

/** Straight or bent, never falling: outputs in order. */
const risingCurve = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: 63 }), { minLength: 2, maxLength: 6 }),
    fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 6, maxLength: 6 }),
  )
  .map(([inputs, outputs]) => {
    const sorted = inputs.map((step) => 4 * step).sort((a, b) => a - b);
    const values = outputs.slice(0, sorted.length).sort((a, b) => a - b);
    return sorted.map((input, i) => ({ input, output: values[i] }));
  });

describe('the curve through points', () => {
  it('is the natural cubic spline: the textbook values of the spline through (0,0), (1,1), (2,0)', () => {
    // S(x) = 1.5 x − 0.5 x³ on the first half (Burden, Faires: Numerical Analysis, 3.5), here 100 times as large.
    const spline = naturalSpline([
      { input: 0, output: 0 },
      { input: 100, output: 100 },
      { input: 200, output: 0 },
    ]);
    for (const x of [0, 0.25, 0.5, 0.75, 1]) {
      expect(evaluateSpline(spline, 100 * x)).toBeCloseTo(100 * (1.5 * x - 0.5 * x ** 3), 9);
      expect(evaluateSpline(spline, 200 - 100 * x)).toBeCloseTo(100 * (1.5 * x - 0.5 * x ** 3), 9);
    }
  });

  it('is constant outside its points and clipped to 0…255', () => {
    const table = curveTable8([
      { input: 50, output: 20 },
      { input: 60, output: 250 },
      { input: 200, output: 240 },
    ]);
    expect([table[0], table[49]]).toEqual([20, 20]);
    expect([table[201], table[255]]).toEqual([240, 240]);
    expect(Math.max(...table)).toBe(255);
  });

  it('passes through its points', () => {
    fc.assert(
      fc.property(risingCurve, (points) => {
        const table = curveTable8(points);
        for (const { input, output } of points) expect(table[input]).toBe(output);
      }),
      { seed: SEED },
    );
  });

  it('rounds ties to the even code', () => {
    // Halving line: code 255 → 127.5, and 1 → 0.5, 3 → 1.5.
    const table = curveTable8([
      { input: 0, output: 0 },
      { input: 254, output: 127 },
    ]);
    expect([table[1], table[3], table[5], table[7]]).toEqual([0, 2, 2, 4]);
  });

  it('refuses points out of order', () => {
    const points = [
      { input: 10, output: 0 },
      { input: 5, output: 9 },
    ];
    expect(() => naturalSpline(points)).toThrow(RangeError);
  });
});

describe('Curves', () => {
  it.each(referenceCases<CurvesAdjustment>('curves'))(
    'give the codes of Photoshop ($name)',
    ({ adjustment, input, output }) => {
      expect(renderedCodes(createCurvesMapper8(adjustment), input)).toEqual(output);
    },
  );

  it('leave every code alone when they are straight', () => {
    const result = new Uint8Array(RAMP.length);
    createCurvesMapper8(NO_CURVES)(RAMP, result, 256, 3);
    expect(result).toEqual(RAMP);
  });

  it('apply the channel first and round before the composite', () => {
    const half = [
      { input: 0, output: 0 },
      { input: 255, output: 128 },
    ];
    const inverse = [
      { input: 0, output: 255 },
      { input: 255, output: 0 },
    ];
    const result = new Uint8Array(3);
    createCurvesMapper8({ ...NO_CURVES, composite: inverse, green: half })(
      Uint8Array.of(200, 200, 200),
      result,
      1,
      3,
    );
    // round(200 · 128 / 255) = 100, then 255 − 100; the other order would give round(55 · 128 / 255) = 28.
    expect([...result]).toEqual([55, 155, 55]);
  });

  it('keep alpha', () => {
    const result = new Uint8Array(4);
    const black = [
      { input: 0, output: 0 },
      { input: 255, output: 0 },
    ];
    createCurvesMapper8({ ...NO_CURVES, composite: black })(Uint8Array.of(9, 8, 7, 77), result, 1, 4);
    expect([...result]).toEqual([0, 0, 0, 77]);
  });

  it('agree without roundings with the 8-bit table of one curve to half a level', () => {
    fc.assert(
      fc.property(risingCurve, (composite) => {
        const values = Float32Array.from(RAMP, (code) => code / 255);
        createCurvesMapper({ ...NO_CURVES, composite })(values, values, 256);
        const table = curveTable8(composite);
        values.forEach((value, i) =>
          expect(Math.abs(255 * value - table[RAMP[i]])).toBeLessThanOrEqual(0.5 + 255 * FLOAT32),
        );
      }),
      { seed: SEED },
    );
  });
});
