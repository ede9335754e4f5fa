import {
  NO_EDITS,
  withChroma,
  withHue,
  withMix,
  withResidual,
  withSlider,
} from '../../../src/app/look/lookEdits';
import { readEdits } from '../../../src/app/look/readEdits';

describe('edits that were saved', () => {
  it('come back as they were', () => {
    let edits = withHue(withSlider(NO_EDITS, 'warmth', 40), 'blue', { saturation: -30 });
    edits = withResidual(withMix(withChroma(edits, 3, 25), 'blueFromGreen', -8), 0);
    expect(readEdits(JSON.parse(JSON.stringify(edits)))).toEqual(edits);
  });

  it('are those of an older version as far as it knew them', () => {
    const { sliders, curves, hues } = withSlider(NO_EDITS, 'tint', -5);
    expect(readEdits({ sliders, curves, hues })).toEqual(withSlider(NO_EDITS, 'tint', -5));
  });

  it.each([
    [undefined],
    [null],
    ['text'],
    [{ sliders: { warmth: 'hot', tint: 1e9 }, curves: 3 }],
    [{ mixing: { redFromGreen: 101 }, chroma: [-200, 'x'], residual: -1 }],
    [{ chroma: { 0: Infinity }, residual: 201 }],
  ])('are none where they are not what they should be: %j', (value) => {
    expect(readEdits(value)).toEqual(NO_EDITS);
  });
});
