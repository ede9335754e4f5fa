import fc from 'fast-check';
import { applyEdits } from '../../../src/app/look/applyEdits';
import { grayCurves } from '../../../src/app/look/grayCurves';
import {
  CHROMA_POINTS,
  hasEdits,
  MIX_NAMES,
  NO_EDITS,
  withChroma,
  withCurvePoint,
  withMix,
  withResidual,
} from '../../../src/app/look/lookEdits';
import { createOklabToRgb, createRgbToOklab } from '../../../src/engine/color/oklab';
import { neutralLook, type Look } from '../../../src/engine/look';
import { createLookMapper } from '../../../src/engine/render/renderLook';
import { warmLook } from '../../support/warmLook';

describe('edits of a look', () => {
  it('change nothing when there are none', () => {
    const look = warmLook();
    expect(applyEdits(look, NO_EDITS)).toEqual(look);
    expect(hasEdits(NO_EDITS)).toBe(false);
  });

  it('move a curve by as many levels as its point was moved, at that gray of the photo', () => {
    const look = neutralLook('srgb');
    const moved = applyEdits(look, withCurvePoint(NO_EDITS, 'red', 2, 20));
    expect(255 * (grayCurves(moved).red[32] - 0.5)).toBeCloseTo(20, 0);
    expect(255 * (grayCurves(moved).green[32] - 0.5)).toBeCloseTo(0, 0);
  });

  it('move a point of gray also where the exposure has moved the grays', () => {
    const look = { ...neutralLook('srgb'), whiteBalance: { exposureEv: 1, redEv: 0, blueEv: 0 } };
    const before = grayCurves(look).tone;
    const after = grayCurves(applyEdits(look, withCurvePoint(NO_EDITS, 'tone', 2, 20))).tone;
    const difference = after.map((value, i) => value - before[i]);
    expect(Math.abs(difference.indexOf(Math.max(...difference)) - 32)).toBeLessThanOrEqual(2);
  });
});

function mapped(look: Look, color: readonly number[]): readonly number[] {
  const target = new Float64Array(3);
  createLookMapper(look)(color, target, 1);
  return Array.from(target);
}

const CODE8 = 1 / 255;

describe('the mixing of colors', () => {
  const redFromGreen = (percent: number) => withMix(NO_EDITS, 'redFromGreen', percent);

  it('gives a channel so much of the light of another', () => {
    const { matrix } = applyEdits(neutralLook('srgb'), redFromGreen(20));
    expect(matrix).toEqual([0.8, 0.2, 0, 0, 1, 0, 0, 0, 1]);
    const [red, green, blue] = mapped(applyEdits(neutralLook('srgb'), redFromGreen(20)), [0, 1, 0]);
    // A fifth of full light in sRGB's own curve.
    expect(red).toBeCloseTo(1.055 * 0.2 ** (1 / 2.4) - 0.055, 3);
    expect(green).toBeCloseTo(1, 6);
    expect(blue).toBeCloseTo(0, 6);
  });

  it('leaves gray light gray, however much is mixed', () => {
    const whiteBalance = { exposureEv: 0.1, redEv: 0, blueEv: 0 };
    const look = warmLook({ matrix: [1.2, -0.1, -0.1, 0, 1, 0, 0.1, -0.3, 1.2], whiteBalance });
    const percents = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), percents, (value, six) => {
        const edits = MIX_NAMES.reduce((all, name, i) => withMix(all, name, six[i]), NO_EDITS);
        const gray = [value, value, value];
        const before = mapped(look, gray);
        mapped(applyEdits(look, edits), gray).forEach((after, c) =>
          expect(Math.abs(after - before[c])).toBeLessThan(CODE8 / 2),
        );
      }),
      { seed: 6, numRuns: 50 },
    );
  });
});

describe('the saturation of pale and vivid colors', () => {
  const toRgb = createOklabToRgb('srgb');
  const toOklab = createRgbToOklab('srgb');
  /** Chroma after over chroma before, of an orange that sRGB has at all of these chromas. */
  function gainAt(look: Look, chroma: number): number {
    const rgb = new Float64Array(3);
    const lab = new Float64Array(3);
    const hue = (50 * Math.PI) / 180;
    toRgb(0.68, chroma * Math.cos(hue), chroma * Math.sin(hue), rgb, 0);
    const [red, green, blue] = mapped(look, Array.from(rgb));
    toOklab(red, green, blue, lab, 0);
    return Math.hypot(lab[1], lab[2]) / chroma;
  }

  it('changes by so many percent at that chroma, and not at the other points', () => {
    const look = applyEdits(neutralLook('srgb'), withChroma(NO_EDITS, 2, 20));
    expect(gainAt(look, 0.1)).toBeCloseTo(1.2, 2);
    expect(gainAt(look, 0.05)).toBeCloseTo(1, 2);
    expect(gainAt(look, 0.15)).toBeCloseTo(1.1, 2);
  });

  it('goes on beyond the last point as there, and never below none', () => {
    const edits = withChroma(withChroma(NO_EDITS, CHROMA_POINTS.length - 1, 50), 0, -100);
    const { saturation } = applyEdits(neutralLook('srgb'), edits);
    expect(saturation[0]).toBe(0);
    expect(saturation.slice(-3)).toEqual([1.5, 1.5, 1.5]);
  });
});

describe('the strength of the fine corrections', () => {
  const look = warmLook();
  const parametric = { ...look, residual: null };
  const color = [0.3, 0.6, 0.45];
  const offsets = (each: Look) => mapped(each, color).map((value, c) => value - mapped(parametric, color)[c]);

  it('doubles them at 200 %, and leaves them out at none', () => {
    const double = offsets(applyEdits(look, withResidual(NO_EDITS, 200)));
    offsets(look).forEach((offset, c) => expect(double[c]).toBeCloseTo(2 * offset, 6));
    expect(applyEdits(look, withResidual(NO_EDITS, 0)).residual).toBeNull();
  });

  it('brings back exactly what was learned after it was off', () => {
    const off = withResidual(NO_EDITS, 0);
    expect(hasEdits(off)).toBe(true);
    expect(applyEdits(look, withResidual(off, 100)).residual).toBe(look.residual);
  });

  it('is nothing to a look without any', () => {
    expect(applyEdits(parametric, withResidual(NO_EDITS, 150)).residual).toBeNull();
  });
});
