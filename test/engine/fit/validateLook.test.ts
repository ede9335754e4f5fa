import { matchFrame } from '../../../src/engine/fit/matchFrame';
import { validateLook } from '../../../src/engine/fit/validateLook';
import { createLookMapper } from '../../../src/engine/render/renderLook';
import { runToEnd } from '../../../src/engine/task';
import { meanDifference } from '../../support/meanDifference';
import { simulatedSamples } from '../../support/simulatedSamples';
import { warmLook } from '../../support/warmLook';

const look = { ...warmLook(), residual: null };
const warm = createLookMapper(look);
const none = { exposureEv: 0, redEv: 0, blueEv: 0 };

describe('validateLook', () => {
  it('measures each scene with the look of the others, and takes its own exposure out', () => {
    const pairs = [0.4, -0.4].map((ev, i) =>
      simulatedSamples(warm, { seed: i + 1, count: 150, stops: () => [ev, ev, ev] }),
    );
    const validation = runToEnd(validateLook(pairs));
    expect(validation?.pairs.map(({ pairIndex }) => pairIndex)).toEqual([0, 1]);
    for (const { before, asShot, nuisancesRemoved } of validation?.pairs ?? []) {
      expect(nuisancesRemoved.mean).toBeLessThan(asShot.mean / 2);
      expect(nuisancesRemoved.mean).toBeLessThan(before.mean);
    }
  });

  it('has nothing to say about a single pair', () => {
    expect(runToEnd(validateLook([simulatedSamples(warm, { count: 100 })]))).toBeNull();
  });
});

describe('matchFrame', () => {
  it('puts the light of a frame back into the look', () => {
    const light = { exposureEv: 0.3, redEv: 0.1, blueEv: -0.1 };
    const samples = simulatedSamples(warm, { count: 400, stops: () => [0.4, 0.3, 0.2] });
    const rendered = new Float32Array(samples.digital.length);
    createLookMapper(matchFrame(look, { light, lab: none }))(samples.digital, rendered, samples.count);
    expect(meanDifference(rendered, samples.film)).toBeLessThan(0.3);
  });

  it('is the look itself for a frame without offsets', () => {
    expect(matchFrame(look, { light: none, lab: none })).toBe(look);
  });
});
