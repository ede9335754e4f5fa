import { deltaE2000, deltaE76, deltaEOk } from '../../../src/engine/metrics/deltaE';
import { PUBLISHED_DECIMALS_4 } from '../../support/tolerances';
import { SHARMA_PAIRS } from './sharmaPairs';

describe('deltaE2000', () => {
  it.each(SHARMA_PAIRS)(
    'agrees with the published pair (%d %d %d) (%d %d %d) → %d',
    (l1, a1, b1, l2, a2, b2, expected) => {
      expect(Math.abs(deltaE2000(l1, a1, b1, l2, a2, b2) - expected)).toBeLessThanOrEqual(
        PUBLISHED_DECIMALS_4,
      );
    },
  );

  it('does not depend on which color comes first', () => {
    for (const [l1, a1, b1, l2, a2, b2] of SHARMA_PAIRS) {
      expect(deltaE2000(l1, a1, b1, l2, a2, b2)).toBeCloseTo(deltaE2000(l2, a2, b2, l1, a1, b1), 10);
    }
  });

  it('is zero between equal colors, also grays', () => {
    expect(deltaE2000(50, 0, 0, 50, 0, 0)).toBe(0);
    expect(deltaE2000(31, 20, -40, 31, 20, -40)).toBe(0);
  });
});

describe('the plain distances', () => {
  it('measures ΔE76 along the axes of CIELAB', () => {
    expect(deltaE76(50, 3, 4, 50, 0, 0)).toBe(5);
  });

  it('measures ΔEOK in hundredths of OKLab', () => {
    expect(deltaEOk(0.5, 0.03, 0.04, 0.5, 0, 0)).toBeCloseTo(5, 10);
  });
});
