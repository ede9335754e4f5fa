import { applyEdits } from '../../../src/app/look/applyEdits';
import { DEFAULT_LAYER_OPTIONS } from '../../../src/app/look/layerOptions';
import { NO_EDITS, withMix, withResidual, withSlider, type LookEdits } from '../../../src/app/look/lookEdits';
import type { CurrentStyle } from '../../../src/app/state';
import { formatCurrentStyle, parseStyleText } from '../../../src/app/styleText';
import { bakeLut } from '../../../src/engine/render/bakeLut';
import { classicStack } from '../../support/classicStack';
import { warmLook } from '../../support/warmLook';

function textOf(edits: LookEdits, change: Partial<CurrentStyle> = {}): string {
  const fitted = warmLook();
  const style: CurrentStyle = {
    fitted,
    edits,
    look: applyEdits(fitted, edits),
    stack: classicStack(),
    metrics: null,
    projection: null,
    heldOutDeltaE2000: null,
    frame: null,
    inversion: null,
    origin: 'match',
    ...change,
  };
  return formatCurrentStyle({ style, layerOptions: DEFAULT_LAYER_OPTIONS }, '2026-01-01');
}

const opened = (text: string) => parseStyleText(text, 'style.json').style;

describe('a look that was changed by hand, saved and opened again', () => {
  const edits = withMix(withResidual(withSlider(NO_EDITS, 'warmth', 30), 0), 'redFromBlue', 12);

  it('has its edits, and what they were made on', () => {
    const style = opened(textOf(edits));
    expect(style.edits).toEqual(edits);
    expect(style.fitted.whiteBalance).toEqual(warmLook().whiteBalance);
    expect(style.look.whiteBalance).toEqual(applyEdits(warmLook(), edits).whiteBalance);
  });

  it('gets corrections back that were off, as exactly as a look that was never changed', () => {
    const style = opened(textOf(edits));
    expect(style.look.residual).toBeNull();
    const back = applyEdits(style.fitted, withResidual(style.edits, 100));
    expect(back.residual).toEqual(opened(textOf(NO_EDITS)).look.residual);
    expect(applyEdits(style.fitted, NO_EDITS)).toEqual(opened(textOf(NO_EDITS)).look);
  });

  it('does not change when it is saved again', () => {
    const savedAgain = (text: string) => formatCurrentStyle(parseStyleText(text, 'style.json'), '2026-01-01');
    const text = savedAgain(textOf(edits));
    expect(savedAgain(text)).toBe(text);
  });

  it('has its lattice in the file once when that was not changed, and nothing besides without edits', () => {
    const parts = (text: string) => text.split('"int16-base64"').length - 1;
    expect(parts(textOf(withSlider(NO_EDITS, 'warmth', 30)))).toBe(1);
    expect(parts(textOf(withResidual(NO_EDITS, 50)))).toBe(2);
    expect(textOf(NO_EDITS)).not.toMatch(/"learned"|"edits"/);
  });

  it('counts as learned when something else has changed it since', () => {
    const file = JSON.parse(textOf(edits)) as { look: { whiteBalance: { exposureEv: number } } };
    file.look.whiteBalance.exposureEv = 1;
    const style = opened(JSON.stringify(file));
    expect(style.edits).toEqual(NO_EDITS);
    expect(style.fitted.whiteBalance.exposureEv).toBe(1);
    expect(style.fitted).toEqual(style.look);
  });

  it('looks the same', () => {
    const [before, after] = [applyEdits(warmLook(), edits), opened(textOf(edits)).look].map(
      (look) => bakeLut(look, 9).values,
    );
    const FLOAT32 = 1e-5;
    before.forEach((value, i) => expect(Math.abs(value - after[i])).toBeLessThan(FLOAT32));
  });
});
