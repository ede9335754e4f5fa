import { appliedOptions, canMatchFrame, DEFAULT_LAYER_OPTIONS } from '../../../src/app/look/layerOptions';

describe('what of a look becomes layers', () => {
  const stops = { exposureEv: 0.4, redEv: 0.1, blueEv: 0 };
  const frame = { light: stops, lab: stops };
  const options = { ...DEFAULT_LAYER_OPTIONS, matchFrame: true };

  it('is one frame’s own only where it is known, is wanted, and goes with the light', () => {
    expect(appliedOptions(options, frame).frame).toBe(frame);
    expect(appliedOptions(options, null).frame).toBeNull();
    expect(appliedOptions(DEFAULT_LAYER_OPTIONS, frame).frame).toBeNull();
    expect(canMatchFrame(frame, { ...options, withLight: false })).toBe(false);
  });

  it('is as strong as the slider says only where the strength is baked in', () => {
    const half = { ...options, strength: 50 };
    expect(appliedOptions(half, null).share).toBe(1);
    expect(appliedOptions({ ...half, strengthWay: 'baked' }, null).share).toBe(0.5);
  });
});
