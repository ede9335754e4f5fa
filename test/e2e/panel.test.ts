/** The bundle that ships, in a real browser on the simulated Photoshop, clicked as a person would. */
import fs from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { parseCube } from '../../src/formats/cube/parseCube';
import { parseStyle } from '../../src/formats/style/parseStyle';
import type { DemoServer } from '../../src/demo/server/demoServer';
import { launchBrowser } from '../support/browser';
import {
  activeDocumentId,
  compositeOf,
  differenceFromFilm,
  layersOf,
  openDemo,
  serveSamplePair,
  snapshotOf,
} from '../support/demoPage';

jest.setTimeout(180_000);

let browser: Browser;
let server: DemoServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveSamplePair()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function match(page: Page): Promise<void> {
  await page.click('#match');
  await page.waitForSelector('#apply', { timeout: 120_000 });
}

/** What a click on `selector` makes the browser save. */
async function savedBy(page: Page, selector: string): Promise<{ name: string; text: string; path: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(selector)]);
  const path = await download.path();
  return { name: download.suggestedFilename(), text: fs.readFileSync(path, 'utf8'), path };
}

describe('the panel, from Match to a saved style', () => {
  let page: Page;
  let errors: string[];
  let untouched: unknown;
  let documentId: number;
  let savedStyle: { name: string; text: string; path: string };

  beforeAll(async () => {
    ({ page, errors } = await openDemo(browser, server.url));
    untouched = await snapshotOf(page);
    documentId = await activeDocumentId(page);
  });
  afterAll(() => page?.close());

  it('takes the film scan for the film and the photo for the digital picture without being told', async () => {
    const film = page.locator('#pick-film');
    const digital = page.locator('#pick-digital');
    expect(await film.locator('[selected]').textContent()).toContain('film.jpg');
    expect(await digital.locator('[selected]').textContent()).toContain('digital.jpg');
  });

  it('shows progress, and on Cancel leaves everything as it was', async () => {
    await page.click('#match');
    await page.click('#cancel');
    await page.waitForSelector('#match');
    expect(await snapshotOf(page)).toEqual(untouched);
    expect(await page.locator('#result').count()).toBe(0);
  });

  it('matches the pair and says how much nearer the photo comes to the film', async () => {
    await match(page);
    const text = await page.locator('#difference').innerText();
    const [before, after] = [...text.matchAll(/ΔE (\d+\.\d)/g)].map(([, value]) => Number(value));
    expect(after).toBeLessThan(0.6 * before);
    expect(await page.locator('#curve-chart').count()).toBe(1);
    expect(await snapshotOf(page)).toEqual(untouched);
  });

  it('applies one group with Curves, Hue/Saturation and Color Balance, in one step of the history', async () => {
    const before = await compositeOf(page, documentId);
    await page.click('#apply');
    await page.waitForSelector('#notice-apply');
    const [group, ...layers] = await layersOf(page, documentId);
    expect(group.kind).toBe('group');
    const kinds = layers.map((layer) => layer.adjustment).filter((kind) => kind !== null);
    expect(new Set(kinds)).toEqual(new Set(['curves', 'hueSaturation', 'colorBalance']));
    const history = await page.evaluate((id) => window.filmfitDemo.simulator.historyOf(id).names, documentId);
    expect(history).toHaveLength(2);
    const after = await compositeOf(page, documentId);
    expect(differenceFromFilm(after)).toBeLessThan(0.6 * differenceFromFilm(before));
  });

  it('says that what Photoshop shows was read back and agrees', async () => {
    expect(await page.locator('#notice-apply').innerText()).toMatch(/verified/i);
  });

  it('saves the style and the LUT', async () => {
    savedStyle = await savedBy(page, '#save-style');
    expect(() => parseStyle(savedStyle.text)).not.toThrow();
    const cube = await savedBy(page, '#export-cube');
    expect(cube.name).toMatch(/\.cube$/);
    expect(parseCube(cube.text)).toBeTruthy();
  });

  it('leaves the document as it was, to the byte, after one undo', async () => {
    await page.evaluate((id) => window.filmfitDemo.simulator.undo(id), documentId);
    expect(await snapshotOf(page)).toEqual(untouched);
  });

  it('opens the saved style in a fresh panel and applies it', async () => {
    const fresh = await openDemo(browser, server.url);
    const [chooser] = await Promise.all([
      fresh.page.waitForEvent('filechooser'),
      fresh.page.click('#open-style'),
    ]);
    await chooser.setFiles({
      name: savedStyle.name,
      mimeType: 'application/json',
      buffer: Buffer.from(savedStyle.text),
    });
    await fresh.page.click('#apply');
    await fresh.page.waitForSelector('#notice-apply');
    expect((await layersOf(fresh.page, await activeDocumentId(fresh.page)))[0].kind).toBe('group');
    expect(fresh.errors).toEqual([]);
    await fresh.page.close();
  });

  it('threw no error that nobody caught', () => {
    expect(errors).toEqual([]);
  });
});

describe('the panel where what UXP lacks is gone', () => {
  it('matches and applies without workers and without WebAssembly, and stays alive meanwhile', async () => {
    const { page, errors } = await openDemo(browser, server.url, '?strict');
    expect(await page.evaluate(() => [typeof Worker, typeof WebAssembly, typeof Intl])).toEqual([
      'undefined',
      'undefined',
      'undefined',
    ]);
    await page.click('#match');
    await page.waitForSelector('#progress');
    await page.waitForSelector('#apply', { timeout: 150_000 });
    await page.click('#apply');
    await page.waitForSelector('#notice-apply');
    expect((await layersOf(page, await activeDocumentId(page)))[0].kind).toBe('group');
    expect(errors).toEqual([]);
    await page.close();
  });
});

describe('the first screen', () => {
  it.each([
    [0, 'Open two pictures'],
    [1, 'Open the second picture'],
  ])('says what is missing with %d pictures open', async (count, text) => {
    const page = await browser.newPage();
    await page.goto(`${server.url}?open=${count}`);
    await page.waitForSelector('#missing');
    expect(await page.locator('#missing').innerText()).toContain(text);
    await page.close();
  });
});
