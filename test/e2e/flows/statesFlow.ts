import type { Page } from 'playwright-core';
import type { openPanel } from '../../support/panelPage';
import { chooseFrom, press, QUICK_SETTINGS, type PanelPageOptions } from '../../support/panelPage';

type Open = (options?: PanelPageOptions) => ReturnType<typeof openPanel>;

/** A library of so many stocks, as the data folder holds it. */
function manyStocks(count: number): Readonly<Record<string, string>> {
  const stocks = Array.from({ length: count }, (_, i) => ({
    id: `${i + 1}`,
    name: i === 7 ? 'A name that goes on and on, '.repeat(8) : `Stock ${i + 1}`,
    date: '2026-05-01',
    pairs: 1,
    deltaE2000: 2,
    swatches: [],
  }));
  return { ...QUICK_SETTINGS, 'stocks.json': JSON.stringify(stocks) };
}

const backgroundOf = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.querySelector('.ff-panel') as Element).backgroundColor);

export function statesFlow(open: Open): void {
  it.each([
    [0, 'Open two pictures'],
    [1, 'Open the second picture'],
  ])('says what is missing with %d pictures open, and shows the first steps', async (count, text) => {
    const { page } = await open({ query: `?open=${count}`, dataFolder: {} });
    expect(await page.locator('#missing').innerText()).toContain(text);
    expect(await page.locator('#guide').innerText()).toMatch(/1\. Open[^]*2\. Match[^]*3\. Apply/);
    await page.click('#close-guide');
    expect(await page.locator('#guide').count()).toBe(0);
    await page.close();
  });

  it('notices what is opened and closed, and what of it cannot be read', async () => {
    const { page, documentId } = await open();
    await page.evaluate((id) => window.filmfitDemo.simulator.closeDocument(id), documentId);
    await page.waitForSelector('#missing');
    expect(await page.locator('#missing').innerText()).toContain('Open the second picture');
    await page.evaluate(() =>
      window.filmfitDemo.simulator.openDocument({
        name: 'プリント.tif',
        width: 8,
        height: 8,
        pixels: new Uint8Array(192),
        mode: 'CMYKColorMode',
      }),
    );
    await page.waitForFunction(() =>
      document.querySelector('#pick-digital')?.textContent?.includes('プリント'),
    );
    await page.close();
  });

  it('says so when a document is closed while it is being matched', async () => {
    const { page, documentId, errors } = await open();
    await page.evaluate((id) => {
      document.querySelector('#match')?.dispatchEvent(new Event('click'));
      window.filmfitDemo.simulator.closeDocument(id);
    }, documentId);
    await page.waitForSelector('#notice-match');
    expect(await page.locator('#notice-match').innerText()).toMatch(/closed|no longer open/);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('lists 200 stocks and one of a very long name within its width, and finds one of them', async () => {
    const { page } = await open({ query: '?panel=230', dataFolder: manyStocks(200) });
    await page.click('#tab-stocks');
    await page.waitForFunction(() => document.querySelectorAll('.ff-stock').length === 200);
    const overflow = await page.evaluate(() => {
      const body = document.querySelector('.ff-body');
      return body ? body.scrollWidth - body.clientWidth : -1;
    });
    expect(overflow).toBe(0);
    await page.locator('#stock-search input').fill('stock 123');
    await page.waitForFunction(() => document.querySelectorAll('.ff-stock').length === 1);
    await page.close();
  });

  it('follows the theme of Photoshop while it is open, and can be walked through with the Tab key', async () => {
    const { page } = await open();
    const dark = await backgroundOf(page);
    await page.click('.demo-theme-lightest');
    expect(await backgroundOf(page)).not.toBe(dark);
    await page.focus('#tab-match');
    const visited = new Set<string>();
    for (let step = 0; step < 14; step++) {
      await page.keyboard.press('Tab');
      visited.add(await page.evaluate(() => document.activeElement?.id ?? ''));
    }
    for (const id of ['tab-look', 'tab-settings', 'swap', 'match']) expect(visited).toContain(id);
    await page.close();
  });

  it('keeps its settings, shows the first steps again, and checks this Photoshop', async () => {
    const { page, untouched } = await open();
    await page.click('#tab-settings');
    await chooseFrom(page, 'layer-kind', 'Extended');
    await chooseFrom(page, 'group-naming', 'Filmfit and name');
    await page.click('#check-photoshop');
    await page.waitForSelector('#check-result');
    expect(await page.locator('#check-result').innerText()).toMatch(
      /Photoshop 26\.0\.0: all \d+ checks passed/,
    );
    expect(await page.evaluate(() => window.filmfitDemo.simulator.snapshot())).toEqual(untouched);
    await page.waitForTimeout(700);
    await page.reload();
    await page.click('#tab-settings');
    expect(await page.locator('#layer-kind [selected]').textContent()).toContain('Extended');
    await press(page, 'Show the first steps');
    await page.waitForSelector('#guide');
    await page.close();
  });
}
