import type { Page } from 'playwright-core';
import { parseStyle } from '../../../src/formats/style/parseStyle';
import { parseStyleXmp } from '../../../src/photoshop/styleMetadata';
import { compositeOf, differenceFromFilm, layersOf, snapshotOf } from '../../support/demoPage';
import { chooseFrom, noticeAt, press, settled, typeInto, type PanelPage } from '../../support/panelPage';

const undo = (page: Page, id: number) =>
  page.evaluate((documentId) => window.filmfitDemo.simulator.undo(documentId), id);

async function apply(page: Page): Promise<string> {
  await page.click('#apply');
  await page.waitForSelector('#notice-apply');
  return noticeAt(page, 'apply');
}

export function applyFlow(panel: () => PanelPage): void {
  it('shows the document under the layers before they are made', async () => {
    const { page, untouched } = panel();
    await page.click('#tab-apply');
    await page.waitForSelector('#apply-preview .ff-look-picture');
    expect(await snapshotOf(page)).toEqual(untouched);
  });

  it('says how near Classic, Extended and Exact layers come to the look before one is chosen', async () => {
    const { page } = panel();
    await page.waitForFunction(() => /\d/.test(document.querySelector('#distance-exact')?.textContent ?? ''));
    const rows = await page.locator('#stack-distances .ff-bar-row').allInnerTexts();
    const [classic, extended, exact] = rows.map((row) => Number(/(\d+\.\d)/.exec(row)?.[1]));
    expect(exact).toBeLessThanOrEqual(extended);
    expect(extended).toBeLessThanOrEqual(classic);
    expect(classic).toBeLessThan(5);
  });

  it('applies one group with Curves, Hue/Saturation and Color Balance, in one step, and reads it back', async () => {
    const { page, documentId } = panel();
    const before = await compositeOf(page, documentId);
    expect(await apply(page)).toMatch(/verified/i);
    const [group, ...layers] = await layersOf(page, documentId);
    expect(group.kind).toBe('group');
    const kinds = layers.map((layer) => layer.adjustment).filter((kind) => kind !== null);
    expect(new Set(kinds)).toEqual(new Set(['curves', 'hueSaturation', 'colorBalance']));
    const history = await page.evaluate((id) => window.filmfitDemo.simulator.historyOf(id).names, documentId);
    expect(history).toHaveLength(2);
    expect(await noticeAt(page, 'apply')).not.toContain('History panel');
    await page.click('#notice-apply .ff-details');
    expect(await noticeAt(page, 'apply')).toMatch(/Layers: .*\n[^]*History panel/);
    const after = await compositeOf(page, documentId);
    expect(differenceFromFilm(after)).toBeLessThan(0.6 * differenceFromFilm(before));
  });

  it('leaves the document as it was, to the byte, after one undo', async () => {
    const { page, documentId, untouched } = panel();
    await undo(page, documentId);
    expect(await snapshotOf(page)).toEqual(untouched);
    await page.evaluate((id) => window.filmfitDemo.simulator.redo(id), documentId);
  });

  it('updates its group when applied again: Exact, half as strong, masked by the selection', async () => {
    const { page, documentId } = panel();
    await chooseFrom(page, 'stack-kind', 'Exact');
    await typeInto(page, 'strength-number', '50');
    await page.evaluate((id) => {
      window.filmfitDemo.simulator.selectArea(id, { left: 0, top: 0, right: 400, bottom: 300 });
    }, documentId);
    await page.click('#mask');
    await settled(page);
    await apply(page);
    const layers = await page.evaluate(
      (id) =>
        window.filmfitDemo.simulator
          .layersOf(id)
          .map(({ kind, opacity, mask }) => ({ kind, opacity: Math.round(opacity), masked: mask !== null })),
      documentId,
    );
    expect(layers[0]).toEqual({ kind: 'group', opacity: 50, masked: true });
    expect(layers.filter(({ kind }) => kind === 'group')).toHaveLength(1);
    await page.click('#mask');
  });

  it('offers to edit the group that is selected in the Layers panel', async () => {
    const { page } = panel();
    await page.click('.demo-layer:last-child');
    await page.waitForFunction(() => document.querySelector('.ff-row-selected') === null);
    await page.click('.demo-layer:first-child');
    await page.waitForSelector('#groups .ff-row-selected');
    expect(await page.locator('.ff-row-selected').innerText()).toMatch(
      /Selected in the Layers panel[^]*Edit this look/,
    );
  });

  it('takes up the look of a group, with the way its layers were asked for', async () => {
    const { page } = panel();
    await press(page, 'Edit this look');
    await page.waitForSelector('#look-adjust');
    await page.click('#tab-apply');
    expect(await page.locator('#strength-number input').inputValue()).toBe('50');
    expect(await page.locator('#stack-kind [selected]').textContent()).toContain('Exact');
  });

  it('bakes the strength into the layers when that is wanted', async () => {
    const { page, documentId } = panel();
    await press(page, 'Baked in');
    await page.click('#with-light');
    await settled(page);
    await apply(page);
    const style = await page.evaluate((id) => {
      const [group] = window.filmfitDemo.simulator.layersOf(id);
      return { opacity: Math.round(group.opacity), xmp: group.xmp ?? '' };
    }, documentId);
    expect(style.opacity).toBe(100);
    expect(parseStyle(parseStyleXmp(style.xmp) ?? '')).toMatchObject({
      layerOptions: { kind: 'exact', strength: 50, strengthWay: 'baked', withLight: false },
    });
  });

  it('removes its group, and an undo brings it back', async () => {
    const { page, documentId } = panel();
    const before = await snapshotOf(page);
    await press(page, 'Remove');
    await page.waitForFunction(() => document.querySelector('#groups') === null);
    expect((await layersOf(page, documentId)).every(({ kind }) => kind !== 'group')).toBe(true);
    await undo(page, documentId);
    expect(await snapshotOf(page)).toEqual(before);
  });

  it('applies to another open document, and one undo leaves that as it was, to the byte', async () => {
    const { page } = panel();
    const before = await snapshotOf(page);
    const otherId = await page.evaluate(() => window.filmfitDemo.simulator.photoshop.app.documents[0].id);
    await chooseFrom(page, 'target', 'film.jpg');
    await page.waitForFunction(() => document.querySelector('#groups') === null);
    await apply(page);
    expect((await layersOf(page, otherId))[0].kind).toBe('group');
    await undo(page, otherId);
    expect(await snapshotOf(page)).toEqual(before);
    await chooseFrom(page, 'target', 'digital.jpg');
    await page.waitForSelector('#groups');
  });

  it('applies to all open documents and lists what became of each', async () => {
    const { page } = panel();
    const printId = await page.evaluate(() => {
      const [width, height] = [8, 8];
      const print = { width, height, pixels: new Uint8Array(192), mode: 'CMYKColorMode' } as const;
      return window.filmfitDemo.simulator.openDocument({ ...print, name: 'print.tif' });
    });
    await page.waitForFunction(() => document.querySelector('#target')?.textContent?.includes('print.tif'));
    await page.click('#apply-all');
    await page.waitForSelector('#notice-apply');
    expect(await noticeAt(page, 'apply')).toContain('Applied to 2 of 3 open documents');
    const rows = await page.locator('#batch .ff-row').allInnerTexts();
    expect(rows).toHaveLength(3);
    expect(rows[1]).toMatch(/✓ digital.jpg\n.*[Vv]erified/);
    expect(rows[2]).toMatch(/✕ print.tif\n.*RGB/);
    await page.evaluate((id) => window.filmfitDemo.simulator.closeDocument(id), printId);
  });

  it('says that Photoshop is busy, changes nothing, and works when it is not', async () => {
    const { page } = panel();
    const before = await snapshotOf(page);
    await page.evaluate(() => {
      Object.assign(window, { free: window.filmfitDemo.simulator.beBusy() });
    });
    expect(await apply(page)).toContain('Photoshop is busy');
    expect(await snapshotOf(page)).toEqual(before);
    await page.evaluate(() => (window as unknown as { free(): void }).free());
    expect(await apply(page)).toContain('was added');
  });

  it('puts everything back when Photoshop refuses a command in the middle, or the user cancels', async () => {
    const { page } = panel();
    const before = await snapshotOf(page);
    await page.evaluate(() => {
      window.filmfitDemo.simulator.refuseCommands(({ _obj }) => (_obj === 'set' ? 'not now' : null));
    });
    expect(await apply(page)).toContain('Photoshop refused a command');
    expect(await snapshotOf(page)).toEqual(before);
    await page.evaluate(() => {
      window.filmfitDemo.simulator.refuseCommands(null);
      window.filmfitDemo.simulator.cancelAtCall(6);
    });
    await page.click('#apply');
    await page.waitForFunction(() => document.querySelector('#apply')?.hasAttribute('disabled') === false);
    expect(await snapshotOf(page)).toEqual(before);
    expect(await page.locator('#notice-apply').count()).toBe(0);
  });
}
