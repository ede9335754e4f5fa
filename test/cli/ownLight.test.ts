import { ownLightFacts, ownLightReport } from '../../src/cli/ownLight';

const none = { exposureEv: 0, redEv: 0, blueEv: 0 };
const frame = {
  light: { exposureEv: 0.31234, redEv: 0.1, blueEv: -0.05 },
  lab: none,
  offsetsKnown: true,
  field: [],
  vignetteEv: 0.41,
  castEv: 0.0823,
};

describe('a frame’s own light', () => {
  it('is told in stops, part by part', () => {
    const values = ownLightFacts(ownLightReport(frame)).map(({ value }) => value);
    expect(values).toEqual([
      '+0.41 EV',
      '0.08 EV',
      '+0.31 EV exposure, +0.10 EV red and −0.05 EV blue',
      '+0.00 EV exposure, +0.00 EV red and +0.00 EV blue',
    ]);
  });

  it('has no exposure and white balance that one pair could tell', () => {
    const facts = ownLightFacts(ownLightReport({ ...frame, light: none, offsetsKnown: false }));
    expect(facts.map(({ value }) => value)).toContain('part of the look: one pair cannot tell them apart');
    expect(facts).toHaveLength(3);
  });
});
