import { describeMatchedFrame, matchedFrameReport } from '../../src/cli/matchedFrameReport';
import type { FrameNuisances } from '../../src/engine/estimation';
import type { Matched } from '../../src/cli/matchReport';

const none = { exposureEv: 0, redEv: 0, blueEv: 0 };

function matched(matchedFrame: number | null, own: Pick<FrameNuisances, 'light' | 'lab'>): Matched {
  const pairs = [{ nuisances: { light: none, lab: none } }, { nuisances: own }];
  return { matchedFrame, pairs } as unknown as Matched;
}

describe('report of a matched frame', () => {
  it('is silent when no frame was asked for', () => {
    expect(matchedFrameReport(matched(null, { light: none, lab: none }))).toBeNull();
  });

  it('says in stops what was put back before the film and behind it', () => {
    const light = { exposureEv: 0.31234, redEv: 0.1, blueEv: -0.05 };
    const report = matchedFrameReport(matched(1, { light, lab: none }));
    expect(report).toEqual({ pair: 2, light: { ...light, exposureEv: 0.312 }, lab: none });
    const words = report && describeMatchedFrame(report);
    expect(words).toContain('pair 2 exactly');
    expect(words).toContain('before the film +0.31 EV exposure, +0.10 EV red and −0.05 EV blue');
    expect(words).not.toContain('lab or scanner');
  });

  it('says so when there was nothing to put back', () => {
    const report = matchedFrameReport(matched(0, { light: none, lab: none }));
    expect(report && describeMatchedFrame(report)).toContain('none, or part of the look already');
  });
});
