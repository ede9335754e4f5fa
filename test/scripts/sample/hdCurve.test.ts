import fc from 'fast-check';
import { densityAt, type HdCurve } from '../../../scripts/sample/film/hdCurve';
import { SAMPLE_STOCK } from '../../../scripts/sample/film/sampleStock';
import { FLOAT32 } from '../../support/tolerances';

const CURVE: HdCurve = { minimum: 0.2, gamma: 0.6, from: -1.5, to: 2, toe: 0.2, shoulder: 0.3 };

describe('the characteristic curve of a layer', () => {
  it('starts at the density of the unexposed film and ends at that of the fully exposed one', () => {
    expect(densityAt(CURVE, -12)).toBeCloseTo(0.2, 6);
    expect(densityAt(CURVE, 40)).toBeCloseTo(0.2 + 0.6 * 3.5, 6);
  });

  it('has the slope gamma in the middle of its straight line', () => {
    const slope = (densityAt(CURVE, 0.35) - densityAt(CURVE, 0.15)) / 0.2;
    expect(Math.abs(slope - CURVE.gamma)).toBeLessThan(0.002);
  });

  it('never falls as exposure rises, in any layer of the sample stock and its paper', () => {
    const curves = [...SAMPLE_STOCK.negative, ...SAMPLE_STOCK.paper];
    const exposure = fc.double({ min: -6, max: 6, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...curves), exposure, exposure, (curve, a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        return densityAt(curve, high) >= densityAt(curve, low) - FLOAT32;
      }),
      { seed: 7 },
    );
  });
});
