import fc from 'fast-check';
import type { HalationEstimate, HalationRefusal } from '../../../src/engine/halation/estimateHalation';
import { concludeHalation, limitOf } from '../../../src/engine/halation/refineHalation';

function lastRound(strength: number, refusal: HalationRefusal | null): HalationEstimate {
  const seen = { strength, radius: 0.01, tint: [1, 0.3, 0] } as const;
  const diagnostics = {
    glow: [strength, 0.3 * strength],
    uncertainty: 0.003,
    pixels: 2000,
    growth: 1,
  } as const;
  return { value: refusal ? null : seen, diagnostics: { ...diagnostics, refusal, seen } };
}

describe('what the rounds together say of a glow', () => {
  it('is the strength that they lead to', () => {
    const { value, diagnostics } = concludeHalation(lastRound(0.1, null), [0.08, 0.096, 0.1], true);
    expect(value!.strength).toBeCloseTo(limitOf([0.08, 0.096, 0.1]), 9);
    expect(diagnostics.growth).toBeCloseTo(value!.strength / 0.08, 9);
  });

  it('counts what they lead to as strong enough, not what the last one saw', () => {
    const { value, diagnostics } = concludeHalation(
      lastRound(0.047, 'halation.too-faint'),
      [0.04, 0.045, 0.047],
      true,
    );
    expect(value!.strength).toBeGreaterThan(0.048);
    expect(diagnostics.refusal).toBeNull();
  });

  it('is that it cannot be told from a color where it grows without end, however faint it was', () => {
    for (const last of [lastRound(0.09, null), lastRound(0.045, 'halation.too-faint')]) {
      const third = last.diagnostics.seen!.strength;
      const { value, diagnostics } = concludeHalation(last, [third / 3, (2 * third) / 3, third], true);
      expect(value).toBeNull();
      expect(diagnostics.refusal).toBe('halation.like-color');
    }
  });

  it('is the same where only the looks that were fitted anew leave enough of it to be sure', () => {
    const { value, diagnostics } = concludeHalation(lastRound(0.08, null), [0.07, 0.078, 0.08], false);
    expect(value).toBeNull();
    expect(diagnostics.refusal).toBe('halation.like-color');
  });

  it('is that none was seen where the last one is not sure of it', () => {
    const { value, diagnostics } = concludeHalation(
      lastRound(0.1, 'halation.none-seen'),
      [0.05, 0.08, 0.1],
      true,
    );
    expect(value).toBeNull();
    expect(diagnostics.refusal).toBe('halation.none-seen');
    expect(diagnostics.seen).toBeNull();
  });
});

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
