import type { Page } from 'playwright-core';
import { formatStyle } from '../../../src/formats/style/formatStyle';
import {
  chooseFrom,
  focused,
  noticeAt,
  press,
  QUICK_SETTINGS,
  settled,
  typeInto,
  type OpenPanel,
} from '../../support/panelPage';
import { snapshotOf } from '../../support/demoPage';
import { classicStack } from '../../support/classicStack';
import { warmLook } from '../../support/warmLook';

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

/** As if the plugin had been closed while someone worked on a look of this name. */
const workedOn = (name: string): Readonly<Record<string, string>> => ({
  ...QUICK_SETTINGS,
  'last-look.json': formatStyle({ look: warmLook({ name }), stack: { ...classicStack(), name } }),
});

/** How many pixels of each tab do not fit into the panel's width. */
async function overflowOfTabs(page: Page): Promise<Record<string, number>> {
  const overflow: Record<string, number> = {};
  for (const tab of ['match', 'look', 'apply', 'stocks', 'settings']) {
    await page.click(`#tab-${tab}`);
    for (const fold of await page.locator('.ff-fold').all()) await fold.click();
    await page.waitForTimeout(150);
    overflow[tab] = await page.evaluate(() => {
      const widest = (selector: string) => {
        const element = document.querySelector(selector);
        return element ? element.scrollWidth - element.clientWidth : 0;
      };
      return Math.max(...['.ff-panel', '.ff-body', '.ff-above', '.ff-tabs', '.ff-footer'].map(widest));
    });
  }
  return overflow;
}

/** Goes on with the Tab key to the control with this id, and presses a key there. */
async function pressOn(page: Page, id: string, key: string): Promise<void> {
  for (let step = 0; step < 40 && (await focused(page)) !== id; step++) await page.keyboard.press('Tab');
  expect(await focused(page)).toBe(id);
  await page.keyboard.press(key);
}

/** Contrast of text and background as WCAG 2 counts it. */
const contrastOf = (page: Page, selector: string): Promise<number> =>
  page.evaluate((wanted) => {
    const light = (color: string) => {
      const [r, g, b] = (color.match(/[\d.]+/g) ?? []).map((value) => {
        const c = Number(value) / 255;
        return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const text = light(getComputedStyle(document.querySelector(wanted) as Element).color);
    const ground = light(getComputedStyle(document.querySelector('.ff-panel') as Element).backgroundColor);
    return (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
  }, selector);

export function statesFlow(open: OpenPanel): void {
  it.each([
    [0, 'Open two pictures'],
    [1, 'Open the second picture'],
  ])('says what is missing with %d pictures open, and shows the first steps', async (count, text) => {
    const { page } = await open({ query: `?open=${count}`, dataFolder: {} });
    expect(await page.locator('#missing').innerText()).toContain(text);
    expect(await page.locator('#guide').innerText()).toMatch(/1\. Open[^]*2\. Match[^]*3\. Apply/);
    expect(await page.locator('#guide .ff-step-picture').count()).toBe(3);
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
    await chooseFrom(page, 'digital-picture', 'プリント');
    expect(await page.locator('#missing').innerText()).toMatch(/cannot be read[^]*Image › Mode › RGB Color/);
    await press(page, 'Convert “プリント.tif” to RGB…');
    await page.waitForSelector('#missing', { state: 'detached' });
    await page.close();
  });

  it('shows where the picture lies in its scan, and that the scan is a color negative', async () => {
    const { page } = await open();
    await page.evaluate(() => {
      const [width, height, border] = [320, 240, 24];
      const pixels = new Uint8Array(3 * width * height);
      for (let i = 0; i < width * height; i++) {
        const [x, y] = [i % width, Math.floor(i / width)];
        const isBorder = Math.min(x, y, width - 1 - x, height - 1 - y) < border;
        const tone = isBorder ? 1 : 0.25 + 0.5 * Math.abs(Math.sin(7 * (x >> 4) + 3 * (y >> 4)));
        pixels.set([240 * tone, 140 * tone, 80 * tone], 3 * i);
      }
      window.filmfitDemo.simulator.openDocument({ name: 'kodak film negative.tif', width, height, pixels });
    });
    await page.waitForFunction(() =>
      document.querySelector('#film-picture')?.textContent?.includes('negative'),
    );
    await chooseFrom(page, 'film-picture', 'kodak film negative.tif');
    await page.waitForSelector('#pick-film .ff-crop');
    expect(await page.locator('#film-polarity').innerText()).toContain('Color negative');
    expect(await page.locator('#film-crop').innerText()).toContain('The border is left out');
    await page.click('#film-selection-only');
    expect(await page.locator('#pick-film .ff-crop').count()).toBe(0);
    await page.close();
  });

  it('says that Photoshop is busy when it cannot read the pictures, and matches nothing', async () => {
    const { page } = await open();
    await page.evaluate(() => void window.filmfitDemo.simulator.beBusy());
    await page.click('#match');
    await page.waitForSelector('#notice-match');
    expect(await noticeAt(page, 'match')).toContain('Photoshop is busy');
    expect(await page.locator('#progress').count()).toBe(0);
    await page.close();
  });

  it('says why two pictures could not be matched and what helps, and leaves them as they were', async () => {
    const { page, errors } = await open();
    await page.evaluate(() => {
      const pixels = new Uint8Array(3 * 200 * 150).fill(120);
      window.filmfitDemo.simulator.openDocument({ name: 'plain sky.tif', width: 200, height: 150, pixels });
    });
    await page.waitForFunction(() =>
      document.querySelector('#pick-film')?.textContent?.includes('plain sky'),
    );
    await chooseFrom(page, 'film-picture', 'plain sky.tif');
    const before = await snapshotOf(page);
    await page.click('#match');
    await page.waitForSelector('#notice-match');
    expect(await noticeAt(page, 'match')).toMatch(/hardly any detail[^]*Use a pair with edges and texture/);
    expect(await page.locator('#match').count()).toBe(1);
    expect(await snapshotOf(page)).toEqual(before);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('takes two layers of one document for film and digital', async () => {
    const { page, documentId } = await open({ query: '?open=1' });
    await page.waitForSelector('#missing');
    await page.evaluate((id) => {
      const { simulator, pictures } = window.filmfitDemo;
      const { width, height, pixels } = pictures[1];
      simulator.pasteLayer(id, { name: 'from the camera', left: 0, top: 0, width, height, pixels });
    }, documentId);
    await page.waitForSelector('#missing', { state: 'detached' });
    await chooseFrom(page, 'digital-picture', 'from the camera');
    await chooseFrom(page, 'film-picture', 'Background');
    await page.waitForFunction(() => document.querySelectorAll('#pictures .ff-thumb img').length === 2);
    expect(await page.locator('#match').getAttribute('disabled')).toBeNull();
    await page.close();
  });

  it('matches by the keyboard alone what is selected in both pictures, says what to do where the film shows too little of the photo, applies, and is where it was when the message is closed', async () => {
    const { page, documentId } = await open();
    const aspect = await page.evaluate((digitalId) => {
      const { simulator } = window.filmfitDemo;
      const select = (id: number, insetX: number, insetY: number) => {
        const { width, height } = simulator.stateOf(id);
        const [left, top] = [Math.round(insetX * width), Math.round(insetY * height)];
        simulator.selectArea(id, { left, top, right: width - left, bottom: height - top });
        return (width - 2 * left) / (height - 2 * top);
      };
      select(simulator.photoshop.app.documents[0].id, 0.2, 0.2);
      return select(digitalId, 0.1, 0.02);
    }, documentId);
    const before = await snapshotOf(page);
    await pressOn(page, 'film-selection-only', 'Space');
    await pressOn(page, 'digital-selection-only', 'Space');
    await pressOn(page, 'match', 'Enter');
    await page.waitForSelector('#progress');
    expect(await focused(page)).toBe('cancel');
    await page.waitForSelector('#apply');
    expect(await focused(page)).toBe('apply');
    await page.waitForSelector('#compare .ff-view img');
    expect(await page.locator('#alignment').innerText()).toMatch(/Excellent|Good/);
    expect(await page.locator('#result .ff-notice').allInnerTexts()).toContainEqual(
      expect.stringMatching(
        /covers only [34]\d % of the photo[^]*A photo with the same framing teaches more/,
      ),
    );
    const shown = await page
      .locator('#compare .ff-view img >> nth=0')
      .evaluate((image: HTMLImageElement) =>
        image.decode().then(() => image.naturalWidth / image.naturalHeight),
      );
    expect(shown).toBeCloseTo(aspect, 1);
    expect(await snapshotOf(page)).toEqual(before);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#notice-apply');
    expect(await noticeAt(page, 'apply')).toContain('was added');
    await page.waitForFunction(() => document.activeElement?.id === 'apply');
    await page.click('#notice-apply > .ff-action');
    expect(await focused(page)).toBe('apply');
    await page.close();
  });

  it.each([230, 600])('fits into %d px on every tab, with names of any length and script', async (width) => {
    const name = 'フィルムの夜景 Ночной город, a look whose name goes on and on and does not end';
    const { page, errors } = await open({ query: `?panel=${width}`, dataFolder: workedOn(name) });
    await page.evaluate((long) => {
      const pixels = new Uint8Array(3 * 64).fill(90);
      window.filmfitDemo.simulator.openDocument({ name: `${long}.tif`, width: 8, height: 8, pixels });
    }, name);
    await page.waitForFunction(() => document.querySelector('#pick-film')?.textContent?.includes('Ночной'));
    expect(await overflowOfTabs(page)).toEqual({ match: 0, look: 0, apply: 0, stocks: 0, settings: 0 });
    expect(errors).toEqual([]);
    await page.close();
  });

  it('takes up the work where it was when the plugin is loaded again', async () => {
    const { page } = await open({ dataFolder: workedOn('Warm print') });
    await page.click('#tab-look');
    await typeInto(page, 'look-contrast-number', '30');
    await settled(page);
    await page.waitForTimeout(700);
    await page.reload();
    await page.click('#tab-look');
    expect(await page.locator('#look-contrast-number input').inputValue()).toBe('30');
    await page.click('#look-reset');
    expect(await page.locator('#look-contrast-number input').inputValue()).toBe('0');
    await page.close();
  });

  it('leaves the Apply tab without a target when the last document is closed', async () => {
    const { page, errors } = await open({ dataFolder: workedOn('Warm print') });
    await page.click('#tab-apply');
    await page.waitForSelector('#apply-preview .ff-look-picture');
    await page.evaluate(() => {
      const { simulator } = window.filmfitDemo;
      for (const { id } of [...simulator.photoshop.app.documents]) simulator.closeDocument(id);
    });
    await page.waitForFunction(() => document.querySelector('#apply')?.hasAttribute('disabled'));
    expect(await page.locator('#apply-preview').innerText()).toContain('Open an RGB document');
    expect(errors).toEqual([]);
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

  it('follows the four themes of Photoshop while it is open, readable in each, and can be walked through with the Tab key', async () => {
    const { page } = await open();
    const grounds = new Set<string>();
    for (const theme of ['darkest', 'dark', 'light', 'lightest']) {
      await page.click(`.demo-theme-${theme}`);
      grounds.add(await backgroundOf(page));
      expect(await contrastOf(page, '.ff-role')).toBeGreaterThan(4.5);
      expect(await contrastOf(page, '.ff-help')).toBeGreaterThan(4.5);
    }
    expect(grounds.size).toBe(4);
    await page.focus('#tab-match');
    const visited = new Set<string>();
    for (let step = 0; step < 20; step++) {
      await page.keyboard.press('Tab');
      visited.add(await page.evaluate(() => document.activeElement?.id ?? ''));
    }
    for (const id of ['tab-look', 'tab-settings', 'swap', 'match']) expect(visited).toContain(id);
    await page.close();
  });

  it('keeps its settings, shows the first steps again, and checks this Photoshop', async () => {
    const { page, untouched } = await open();
    await page.click('#tab-settings');
    await chooseFrom(page, 'analysis-size', 'Fine');
    await chooseFrom(page, 'cube-size', '65');
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
    for (const [id, chosen] of [
      ['analysis-size', 'Fine'],
      ['cube-size', '65'],
      ['layer-kind', 'Extended'],
      ['group-naming', 'Filmfit and name'],
    ]) {
      expect(await page.locator(`#${id} [selected]`).textContent()).toContain(chosen);
    }
    await press(page, 'Show the first steps');
    await page.waitForSelector('#guide');
    await page.close();
  });
}
