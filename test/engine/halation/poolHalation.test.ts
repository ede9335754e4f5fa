import type { HalationEstimate } from '../../../src/engine/halation/estimateHalation';
import { poolHalation } from '../../../src/engine/halation/poolHalation';

const found = (strength: number, uncertainty: number): HalationEstimate => ({
  value: { strength, radius: 0.01, tint: [1, 0.3, 0] },
  diagnostics: {
    refusal: null,
    glow: [strength, 0.3 * strength],
    uncertainty,
    pixels: 1000,
    growth: 1,
    seen: null,
  },
});
const refused = (refusal: 'halation.no-highlights' | 'halation.none-seen', pixels = 0): HalationEstimate => ({
  value: null,
  diagnostics: { refusal, glow: [0, 0], uncertainty: 0.001, pixels, growth: 1, seen: null },
});

describe('halation of several pairs', () => {
  it('is nearest to the pair that is surest', () => {
    const { value } = poolHalation([found(0.1, 0.001), found(0.05, 0.01)]);
    expect(value!.strength).toBeGreaterThan(0.095);
    expect(value!.radius).toBeCloseTo(0.01, 9);
  });

  it('is not doubted by a pair without highlights, nor invented from one', () => {
    expect(poolHalation([refused('halation.no-highlights'), found(0.1, 0.001)]).value).not.toBeNull();
    expect(poolHalation([refused('halation.no-highlights')]).value).toBeNull();
  });

  it('is refused where most pairs with highlights show none', () => {
    const silent = refused('halation.none-seen', 900);
    const pooled = poolHalation([found(0.1, 0.001), silent, silent]);
    expect(pooled.value).toBeNull();
    expect(pooled.diagnostics.refusal).toBe('halation.none-seen');
  });
});
