import fs from 'node:fs';
import path from 'node:path';
import { formatAcv } from '../../../src/formats/acv/acv';
import { formatCube } from '../../../src/formats/cube/formatCube';
import { formatHald } from '../../../src/formats/hald/hald';
import { formatThreeDl } from '../../../src/formats/threeDl/threeDl';
import { bakeLut } from '../../../src/engine/render/bakeLut';
import { temporaryFolder } from '../../support/temporaryFolder';
import { warmLook } from '../../support/warmLook';
import { parseStyle } from '../../../src/formats/style/parseStyle';
import { parseStyleXmp } from '../../../src/photoshop/styleMetadata';
import type { Page } from 'playwright-core';
import {
  chooseFrom,
  focused,
  noticeAt,
  pickFolderFor,
  pickFor,
  press,
  savedBy,
  settled,
  typeInto,
  type PanelPage,
  type SavedFile,
} from '../../support/panelPage';

export function stocksFlow(panel: () => PanelPage): void {
  const names = () => panel().page.locator('.ff-stock-name').allInnerTexts();
  const waitForCount = (count: number) =>
    panel().page.waitForFunction((wanted) => document.querySelectorAll('.ff-stock').length === wanted, count);
  const folder = temporaryFolder();
  let library: SavedFile;

  it('keeps the current look, with its colors and itself on the picture', async () => {
    const { page } = panel();
    await page.click('#tab-stocks');
    expect(await page.locator('#no-stocks').innerText()).toContain('No stocks yet');
    await page.click('#keep-stock');
    await page.waitForSelector('#stock-1 img');
    expect(await names()).toEqual(['film']);
    expect(await page.locator('#stock-1 .ff-swatch').count()).toBe(10);
    expect(await page.locator('#stock-1').innerText()).toMatch(/1 pair\s+ΔE \d/);
  });

  it('takes a name in any script, the film, the lab and tags', async () => {
    const { page } = panel();
    await page.click('#more-1');
    await typeInto(page, 'stock-name', '東京の夜 Портра');
    await typeInto(page, 'stock-film', 'Kodak Portra 400');
    await typeInto(page, 'stock-scanner', 'Noritsu HS-1800');
    await typeInto(page, 'stock-tags', 'night, portrait, night');
    await page.click('#more-1');
    const text = await page.locator('#stock-1').innerText();
    expect(text).toContain('東京の夜 Портра');
    expect(text).toContain('Kodak Portra 400 · Noritsu HS-1800');
    expect(text).toContain('night, portrait');
  });

  it('makes a stock of a LUT that the user brings', async () => {
    const { page } = panel();
    const lut = formatCube(bakeLut(warmLook(), 17), { title: 'Warm print' });
    await pickFor(page, '#import-stocks', { name: 'Warm print.cube', text: lut });
    await waitForCount(2);
    expect(await names()).toContain('Warm print');
  });

  it('says which file it could not read, and goes on at the button that asked for it', async () => {
    const { page } = panel();
    await pickFor(page, '#import-stocks', { name: 'notes.json', text: '{"a": 1}' });
    await page.waitForFunction(() =>
      document.querySelector('#notice-stocks')?.textContent?.includes('Nothing was imported'),
    );
    expect(await noticeAt(page, 'stocks')).toContain('notes.json');
    await page.click('#notice-stocks > .ff-action');
    expect(await focused(page)).toBe('import-stocks');
    expect(await names()).toHaveLength(2);
  });

  it('finds by words of name, film, lab and tags, and sorts', async () => {
    const { page } = panel();
    await page.locator('#stock-search input').fill('noritsu night');
    await waitForCount(1);
    await page.locator('#stock-search input').fill('');
    await waitForCount(2);
    await chooseFrom(page, 'stock-order', 'By name');
    expect(await names()).toEqual(['Warm print', '東京の夜 Портра']);
  });

  it('compares two stocks on one picture', async () => {
    const { page } = panel();
    await page.click('#more-1');
    await page.click('#try-stock');
    await page.waitForSelector('#stock-trial .ff-wipe-line');
    expect(await page.locator('#stock-trial').innerText()).toContain('Original');
    const alone = await page.locator('#stock-trial .ff-view-picture').getAttribute('src');
    await chooseFrom(page, 'compare-stock', 'Warm print');
    await page.waitForFunction((old) => {
      const src = document.querySelector('#stock-trial .ff-view-picture')?.getAttribute('src');
      return src !== undefined && src !== old;
    }, alone);
    expect(await page.locator('#stock-trial').innerText()).toMatch(/東京の夜 Портра[^]*Warm print/);
  });

  it('does not add a pair to a stock that was learned from it', async () => {
    const { page } = panel();
    await page.click('#add-pair');
    await page.waitForSelector('#notice-stocks');
    expect(await noticeAt(page, 'stocks')).toContain('was already learned from this pair');
    await press(page, '✕');
  });

  it('learns a stock anew with a second pair, and says with figures whether it got better', async () => {
    const { page } = panel();
    await openSecondPair(page);
    await page.click('#tab-match');
    await page.click('#change-pair');
    await chooseFrom(page, 'film-picture', 'frame 2');
    await chooseFrom(page, 'digital-picture', 'DSC 2');
    await page.click('#show-options');
    await page.click('#mask-sky');
    await page.click('#tab-stocks');
    await page.click('#add-pair');
    await page.waitForSelector('#progress');
    await page.waitForSelector('#notice-stocks');
    const text = await noticeAt(page, 'stocks');
    expect(text).toMatch(/“東京の夜 Портра” is (not )?better with 2 pairs/);
    await page.waitForTimeout(300);
    if (await page.locator('#notice-stocks .ff-details').count())
      await page.click('#notice-stocks .ff-details');
    expect(await noticeAt(page, 'stocks')).toMatch(
      /On the new pair: ΔE \d+\.\d without having learned from it, \d+\.\d with it/,
    );
    const facts = await page.locator('#stock-1 .ff-stock-head').innerText();
    expect(facts).toMatch(text.includes('not better') ? /1 pair/ : /2 pairs\s+held-out ΔE \d/);
    await press(page, '✕');
  });

  it('matches the new frame exactly: its own light, which two pairs tell from the film’s, goes into the layers', async () => {
    const { page } = panel();
    const distance = async () => {
      await page.click('#tab-look');
      await settled(page);
      return Number(/\d+\.\d/.exec(await page.locator('#look-status').innerText())?.[0]);
    };
    const without = await distance();
    await page.click('#tab-apply');
    await page.click('#match-frame');
    await settled(page);
    await page.click('#apply');
    await page.waitForSelector('#notice-apply');
    const texts = await page.evaluate(() => {
      const { simulator } = window.filmfitDemo;
      return simulator.photoshop.app.documents.map(({ id }) => simulator.layersOf(id)[0].xmp ?? '');
    });
    const styles = texts.map((xmp) => parseStyleXmp(xmp)).filter((text) => text !== null);
    const options = expect.objectContaining({ matchFrame: true }) as unknown;
    expect(styles.map((text) => parseStyle(text))).toContainEqual(
      expect.objectContaining({ layerOptions: options }),
    );
    expect(await distance()).toBeLessThanOrEqual(without);
    await closeSecondPair(page);
    await page.click('#tab-stocks');
  });

  it('shows how far each pair is from the look that they share, and what the look is without one of them', async () => {
    const { page } = panel();
    await page.click('#keep-stock');
    await waitForCount(3);
    await page.click('#more-3');
    await page.waitForSelector('#stock-pair-1');
    const rows = await page.locator('#stock-pairs .ff-stock-pair').allInnerTexts();
    expect(rows[0]).toMatch(/film\.jpg\s+\d\.\d \(\d\.\d\)\s+digital\.jpg/);
    expect(rows[1]).toMatch(/scan frame 2\.jpg\s+\d\.\d \(\d\.\d\)\s+DSC 2\.jpg/);
    await page.click('#leave-out-1');
    await page.waitForSelector('#progress');
    await page.waitForSelector('#notice-stocks');
    expect(await noticeAt(page, 'stocks')).toMatch(
      /better without “scan frame 2\.jpg” cannot be told[^]*With one pair left/,
    );
    await page.click('#tab-match');
    expect(await page.locator('#chosen-pair').innerText()).toContain('film.jpg');
    expect(await page.locator('#trusted-less').innerText()).toMatch(/sky \d+ %/);
    await page.click('#tab-stocks');
    await page.click('#delete-stock');
    await waitForCount(2);
    await page.click('#more-1');
  });

  it('duplicates, deletes, and brings back what was deleted, with the focus on the way back', async () => {
    const { page } = panel();
    await page.click('#duplicate-stock');
    await waitForCount(3);
    expect(await names()).toContain('東京の夜 Портра 2');
    await page.click('#delete-stock');
    await waitForCount(2);
    expect(await page.locator('#deleted-stock').innerText()).toContain('東京の夜 Портра');
    expect(await focused(page)).toBe('bring-back');
    await page.keyboard.press('Enter');
    await waitForCount(3);
    expect(await focused(page)).toBe('more-1');
  });

  it('gives out all of them in one file, and takes that file in again', async () => {
    const { page } = panel();
    library = await savedBy(page, '#export-stocks');
    expect(library.name).toMatch(/\.filmfit$/);
    await pickFor(page, '#import-stocks', library);
    await waitForCount(6);
    expect(await names()).toContain('Warm print 2');
  });

  it('gives out one of them, and all of them into a folder', async () => {
    const { page } = panel();
    const style = await savedBy(page, '#export-stock');
    expect(parseStyle(style.text).look.name).toContain('東京の夜');
    const files = new Set<string>();
    // The page says that it is done before the browser tells of the last file, so the sixth is waited for.
    const allSix = page.waitForEvent('download', {
      predicate: (download) => files.add(download.suggestedFilename()).size === 6,
    });
    // The browser takes an empty folder for a cancelled dialog.
    fs.writeFileSync(folder.path('there before.txt'), '');
    await pickFolderFor(page, '#export-folder', folder.path('.'));
    await page.waitForFunction(() =>
      document.querySelector('#notice-stocks')?.textContent?.includes('6 styles were saved'),
    );
    await allSix;
  });

  it('uses a stock: it is what Apply applies from then on', async () => {
    const { page } = panel();
    await page.click('#use-2');
    await page.waitForFunction(() =>
      document.querySelector('#notice-stocks')?.textContent?.includes('ready to be applied'),
    );
    await page.click('#apply');
    await page.waitForSelector('#notice-apply');
    expect(await noticeAt(page, 'apply')).toContain('“Warm print” was added');
    await press(page, '✕');
  });

  it('outlives a reload of the plugin, as does the look that was worked on', async () => {
    const { page } = panel();
    await page.click('#tab-look');
    await typeInto(page, 'look-warmth-number', '15');
    await settled(page);
    await page.waitForTimeout(700);
    await page.reload();
    await page.waitForSelector('#apply');
    expect(await page.locator('.ff-screen').innerText()).toContain(
      '“Warm print”, your last look, is still here',
    );
    await page.click('#tab-look');
    expect(await page.locator('#look-warmth-number input').inputValue()).toBe('15');
    await page.click('#look-reset');
    await settled(page);
    await page.click('#tab-stocks');
    await waitForCount(6);
  });

  it('makes stocks of a Hald picture, a .3dl table and a curves preset', async () => {
    const { page } = panel();
    const curve = [0, 140, 250].map((output, i) => ({ input: [0, 128, 255][i], output }));
    await pickFor(
      page,
      '#import-stocks',
      { name: 'Hald look.png', bytes: formatHald(bakeLut(warmLook(), 16)) },
      { name: 'Table look.3dl', text: formatThreeDl(bakeLut(warmLook(), 17)) },
      { name: 'Curve look.acv', bytes: formatAcv([curve, curve, curve, curve]) },
    );
    await waitForCount(9);
    expect(await names()).toEqual(expect.arrayContaining(['Hald look', 'Table look', 'Curve look']));
  });

  it('takes in a folder of styles, and passes over what is none', async () => {
    const { page } = panel();
    fs.mkdirSync(folder.path('roll'));
    fs.writeFileSync(path.join(folder.path('roll'), 'all.filmfit'), library.text);
    fs.writeFileSync(path.join(folder.path('roll'), 'notes.txt'), 'hello');
    await pickFolderFor(page, '#import-folder', folder.path('roll'));
    await waitForCount(12);
    expect(await noticeAt(page, 'stocks')).toContain('3 stocks were imported');
  });
}

/** The sample pair once more, as another frame of the roll under another light: darker, film and photo alike. */
function openSecondPair(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { simulator, pictures } = window.filmfitDemo;
    for (const [index, name] of ['scan frame 2.jpg', 'DSC 2.jpg'].entries()) {
      const { pixels, ...picture } = pictures[index];
      simulator.openDocument({ ...picture, name, pixels: Uint8Array.from(pixels, (value) => 0.9 * value) });
    }
  });
}

function closeSecondPair(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { simulator } = window.filmfitDemo;
    const documents = [...simulator.photoshop.app.documents];
    for (const { id } of documents.slice(2)) simulator.closeDocument(id);
    simulator.selectDocument(documents[1].id);
  });
}
