import { applyEdits } from '../../../src/app/look/applyEdits';
import { DEFAULT_LAYER_OPTIONS } from '../../../src/app/look/layerOptions';
import { NO_EDITS, withMix, withResidual, withSlider, type LookEdits } from '../../../src/app/look/lookEdits';
import { createSession } from '../../../src/app/session';
import type { CurrentStyle } from '../../../src/app/currentStyle';
import { formatCurrentStyle, parseStyleText } from '../../../src/app/styleText';
import { bakeLut } from '../../../src/engine/render/bakeLut';
import { classicStack } from '../../support/classicStack';
import { createFakeCompute } from '../../support/fakeCompute';
import { createFakeHost, documentSummary } from '../../support/fakeHost';
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

  it('goes with its edits to every place where a style is kept: a file, a stock, what a stock gives out, the layers, the next start', async () => {
    const host = createFakeHost([documentSummary({ id: 1, name: 'a.tif', active: true })]);
    const session = createSession({ host, compute: createFakeCompute(), today: () => '2026-01-01' });
    await session.start();
    const text = textOf(edits);
    host.fileToOpen = { name: 'warm.json', text };
    await session.files.openStyle();
    await session.files.saveStyle();
    const saved = host.saved.get('Warm 400.filmfit');
    await session.applying.apply();
    await session.stocks.keep();
    await session.stocks.exportFolder();
    const givenOut = host.saved.get('Warm 400.filmfit');
    await session.stocks.exportAll();
    const library = JSON.parse(host.saved.get('My stocks.filmfit') ?? '') as { stocks: { style: unknown }[] };
    const kept = [saved, givenOut, host.applied[0].styleText].concat(
      ['last-look.json', 'stock-1.json'].map((name) => host.data.get(name)),
    );
    const { learned } = JSON.parse(text) as { learned: object };
    for (const style of [...kept.map((each) => JSON.parse(each ?? '') as unknown), library.stocks[0].style])
      expect(style).toMatchObject({ learned, edits });
  });

  it('looks the same', () => {
    const [before, after] = [applyEdits(warmLook(), edits), opened(textOf(edits)).look].map(
      (look) => bakeLut(look, 9).values,
    );
    const FLOAT32 = 1e-5;
    before.forEach((value, i) => expect(Math.abs(value - after[i])).toBeLessThan(FLOAT32));
  });
});
