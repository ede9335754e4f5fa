import fc from 'fast-check';
import { earthMoversDistance } from '../../../src/engine/metrics/earthMoversDistance';
import { FLOAT32 } from '../../support/tolerances';

describe('earthMoversDistance', () => {
  it('is how far a distribution was shifted', () => {
    const values = Float32Array.of(1, 5, 2, 9);
    const shifted = values.map((value) => value + 3);
    expect(earthMoversDistance(values, shifted)).toBeCloseTo(3, 6);
  });

  it('does not see the order of the values', () => {
    expect(earthMoversDistance(Float32Array.of(1, 2, 3), Float32Array.of(3, 1, 2))).toBe(0);
  });

  it('counts values by their weight', () => {
    const a = Float32Array.of(0, 0);
    const b = Float32Array.of(4, 0);
    expect(earthMoversDistance(a, b, Float32Array.of(1, 3))).toBeCloseTo(1, 6);
    expect(earthMoversDistance(a, b, Float32Array.of(0, 1))).toBe(0);
  });

  // On a line the best transport pairs the values in their order (Villani 2003, theorem 2.18).
  it('is the mean distance of the sorted values when all weigh the same', () => {
    const values = fc.array(fc.float({ min: -100, max: 100, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(values, values, (first, second) => {
        const count = Math.min(first.length, second.length);
        const a = Float32Array.from(first.slice(0, count));
        const b = Float32Array.from(second.slice(0, count));
        const sortedB = b.slice().sort();
        const expected =
          a
            .slice()
            .sort()
            .reduce((sum, value, i) => sum + Math.abs(value - sortedB[i]), 0) / count;
        expect(Math.abs(earthMoversDistance(a, b) - expected)).toBeLessThan(1000 * FLOAT32);
      }),
      { numRuns: 200, seed: 2 },
    );
  });

  it('refuses what cannot be compared', () => {
    expect(() => earthMoversDistance(Float32Array.of(1), Float32Array.of(1, 2))).toThrow(RangeError);
    expect(() => earthMoversDistance(Float32Array.of(1), Float32Array.of(1), Float32Array.of(0))).toThrow(
      RangeError,
    );
  });
});
