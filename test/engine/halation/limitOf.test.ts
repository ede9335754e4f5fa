import fc from 'fast-check';
import { limitOf } from '../../../src/engine/halation/refineHalation';

describe('where the strengths of the rounds lead', () => {
  it('is the limit of a sequence whose gaps shrink by one ratio', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 0.2, noNaN: true }),
        fc.double({ min: 0.3, max: 0.65, noNaN: true }),
        (limit, ratio) => {
          const values = [1, ratio, ratio * ratio].map((gap) => limit * (1 - 0.5 * gap));
          // The last change counts as none once it is below 2 %.
          expect(Math.abs(limitOf(values) / limit - 1)).toBeLessThan(0.02);
        },
      ),
    );
  });

  it('is the last one when they have settled, or go to and fro', () => {
    expect(limitOf([0.1])).toBe(0.1);
    expect(limitOf([0.1, 0.101])).toBe(0.101);
    expect(limitOf([0.1, 0.12, 0.115])).toBe(0.115);
  });

  it('is unknown while the strength grows as much as before', () => {
    expect(limitOf([0.05, 0.06, 0.07])).toBe(Infinity);
  });
});
