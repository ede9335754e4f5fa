/**
 * Every screen of the panel as a picture, to be looked at: `npm run build && npm run screenshots`.
 * At 260 and 500 px panel width, in the darkest and the lightest theme, into build/screenshots; the whole window too.
 * `npm run screenshots -- panel|window [darkest|lightest] [260|500]` takes some of them, `-- readme` those of the README.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../test/support/browser';
import { readPictureFile } from '../src/demo/server/readPictureFile';
import { fitLongEdge, resizeArea } from '../src/engine/image/resizeArea';
import { rgbImage } from '../src/engine/image/rgbImage';
import { serveSamplePair } from '../test/support/demoPage';
import { chooseFrom } from '../test/support/panelPage';
import { negativeOf } from '../test/support/simulatedNegative';

const OUT = path.resolve('build/screenshots');
const README_IMAGES = path.resolve('docs/images');
const WIDTHS_PX = [260, 500];
const THEMES = ['darkest', 'lightest'];
/** Tall enough that most screens are seen without scrolling. */
const TALL = { width: 1400, height: 1500 };
const VERY_TALL = { width: 1400, height: 2300 };
const SHORT = { width: 1400, height: 700 };
const WINDOW = { width: 1440, height: 900 };
const README_WINDOW = { width: 1400, height: 960 };
const NEGATIVE_NAME = 'frame 12.tif';
const NEGATIVE_LONG_EDGE_PX = 480;
const REBATE_PX = 24;
const README_STOCK = {
  'stock-name': 'Portra 400 at dusk',
  'stock-film': 'Kodak Portra 400',
  'stock-scanner': 'Noritsu HS-1800',
  'stock-tags': 'evening, portrait',
};

type Shoot = (name: string) => Promise<void>;

async function open(browser: Browser, url: string, viewport = TALL): Promise<Page> {
  const page = await browser.newPage({ viewport });
  await page.goto(url);
  await page.waitForSelector('.ff-panel');
  await page.waitForTimeout(700);
  return page;
}

async function matched(page: Page): Promise<void> {
  await page.click('#match');
  await page.waitForSelector('#apply', { timeout: 180_000 });
  await page.waitForSelector('.ff-view', { timeout: 60_000 });
  await page.waitForTimeout(300);
}

const choose = (page: Page, label: string) => page.click(`sp-action-button:has-text("${label}")`);

const scrollTo = (page: Page, selector: string) =>
  page.locator(selector).evaluate((section) => section.scrollIntoView());

/** From the first screen to the library, with a picture at each stop. */
async function walk(page: Page, shoot: Shoot): Promise<void> {
  await shoot('03-two-pictures');
  await page.click('#close-guide');
  await page.click('#show-hints');
  await page.waitForSelector('#mark-digital img');
  await page.click('#mark-film');
  await page.click('#mark-digital');
  await shoot('16-help-with-alignment');
  await page.click('#clear-points');
  await page.click('#show-hints');
  await page.click('#match');
  await page.waitForSelector('#progress');
  await page.waitForTimeout(1500);
  await shoot('04-matching');
  await page.waitForSelector('#apply', { timeout: 180_000 });
  await page.waitForSelector('.ff-view');
  await page.waitForTimeout(300);
  await page.setViewportSize(VERY_TALL);
  await page.click('#uncertainty-help');
  await page.click('#compare-models');
  await page.waitForSelector('#model-scores', { timeout: 180_000 });
  await shoot('05-result-wipe');
  await page.setViewportSize(TALL);
  await choose(page, 'Difference');
  await shoot('06-result-difference');
  await choose(page, 'Guesses');
  await page.waitForTimeout(500);
  await shoot('17-result-guesses');
  await choose(page, 'Wipe');
  await look(page, shoot);
  await apply(page, shoot);
  await stocks(page, shoot);
  await page.click('#tab-settings');
  await shoot('15-settings');
}

async function look(page: Page, shoot: Shoot): Promise<void> {
  await page.setViewportSize(VERY_TALL);
  await page.click('#tab-look');
  await page.waitForSelector('#look-picture');
  await page.waitForTimeout(1500);
  await shoot('07-look');
  await page.locator('#look-warmth-slider').focus();
  for (let step = 0; step < 4; step++) await page.keyboard.press('Shift+ArrowRight');
  await choose(page, 'Blue');
  await page.waitForTimeout(4000);
  await shoot('08-look-changed');
  await page.setViewportSize(TALL);
  await scrollTo(page, '#texture-report');
  await shoot('18-grain-and-halation');
}

async function apply(page: Page, shoot: Shoot): Promise<void> {
  await page.click('#tab-apply');
  await page.waitForSelector('#apply-preview img');
  await page.waitForTimeout(4000);
  await shoot('09-apply');
  await page.click('#apply');
  await page.waitForSelector('#notice-apply', { timeout: 120_000 });
  await page.waitForSelector('#groups');
  await shoot('10-applied');
  await scrollTo(page, '#export-section');
  await shoot('19-export');
  await invertNegative(page);
  await shoot('20-negative');
  await chooseFrom(page, 'target', 'digital.jpg');
}

async function invertNegative(page: Page): Promise<void> {
  await openNegative(page);
  await chooseFrom(page, 'target', NEGATIVE_NAME);
  await chooseFrom(page, 'negative-kind', 'Color negative, orange mask');
  await page.click('#invert-frame');
  await page.waitForSelector('#inversion-numbers', { timeout: 60_000 });
  await page.waitForTimeout(1500);
  await scrollTo(page, '#negative-section');
}

/** The sample photo as a color negative with its rebate, as one more document. */
async function openNegative(page: Page): Promise<void> {
  const photo = readPictureFile(path.resolve('sample/digital.jpg'));
  const codes = Float32Array.from(photo.pixels, (code) => code / 255);
  const inner = fitLongEdge(photo.width, photo.height, NEGATIVE_LONG_EDGE_PX);
  const scene = resizeArea(rgbImage(photo.width, photo.height, 'srgb', codes), inner.width, inner.height);
  const [width, height] = [inner.width + 2 * REBATE_PX, inner.height + 2 * REBATE_PX];
  const pixels: number[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [column, row] = [x - REBATE_PX, y - REBATE_PX];
      const inside = column >= 0 && row >= 0 && column < inner.width && row < inner.height;
      const at = 3 * (row * inner.width + column);
      const color = inside ? Array.from(scene.data.subarray(at, at + 3)) : [0, 0, 0];
      pixels.push(...negativeOf(color).map((value) => Math.round(255 * value)));
    }
  }
  await page.evaluate(
    ({ pixels, ...document }) =>
      window.filmfitDemo.simulator.openDocument({ ...document, pixels: Uint8Array.from(pixels) }),
    { name: NEGATIVE_NAME, width, height, pixels },
  );
}

async function stocks(page: Page, shoot: Shoot): Promise<void> {
  await page.click('#tab-stocks');
  await shoot('11-no-stocks');
  await page.click('#keep-stock');
  await page.waitForSelector('.ff-stock');
  await page.click('#more-1');
  await page.click('#duplicate-stock');
  await page.waitForSelector('#stock-2');
  await page
    .locator('#stock-name input')
    .fill('Кодак Portra 400, Ночной город, a roll with a very long name indeed');
  await page.locator('#stock-film input').fill('Kodak Portra 400');
  await page.locator('#stock-scanner input').fill('Noritsu HS-1800');
  await page.locator('#stock-tags input').fill('night, portrait');
  await page.keyboard.press('Tab');
  await page.click('#more-1');
  await page.waitForTimeout(800);
  await shoot('12-stocks');
  await page.click('#more-1');
  await page.click('#try-stock');
  await page.waitForSelector('#stock-trial .ff-view');
  await shoot('13-stock-details');
  await page.click('#delete-stock');
  await page.waitForSelector('#deleted-stock');
  await shoot('14-stock-deleted');
}

async function panelScreens(browser: Browser, url: string, theme: string, widthPx: number): Promise<void> {
  const address = (open: number) => `${url}?theme=${theme}&panel=${widthPx}&open=${open}`;
  const shooting = (page: Page): Shoot => {
    return async (name) => {
      const file = path.join(OUT, `${name}-${widthPx}-${theme}.png`);
      await page.locator('.demo-plugin-dock').screenshot({ path: file });
    };
  };
  for (const [count, name] of [
    [0, '01-no-document'],
    [1, '02-one-document'],
  ] as const) {
    const page = await open(browser, address(count), SHORT);
    await shooting(page)(name);
    await page.close();
  }
  const page = await open(browser, address(2));
  await walk(page, shooting(page));
  await page.close();
}

async function windowScreen(browser: Browser, url: string, theme: string): Promise<void> {
  const page = await open(browser, `${url}?theme=${theme}&panel=320`, WINDOW);
  await matched(page);
  await page.click('#apply');
  await page.waitForSelector('#notice-apply', { timeout: 120_000 });
  await page.waitForTimeout(500);
  await page.screenshot({ path: path.join(OUT, `window-${theme}.png`) });
  await page.close();
}

/** The four tabs, and what their lower ends hold, side by side as one picture each. */
async function readmePictures(browser: Browser, url: string): Promise<void> {
  const page = await open(browser, `${url}?theme=darkest&panel=300`, README_WINDOW);
  const tabs: string[] = [];
  const ends: string[] = [];
  const shoot = async (shots = tabs) => {
    await page.waitForTimeout(1500);
    shots.push((await page.locator('.demo-plugin-dock').screenshot()).toString('base64'));
  };
  await page.click('#close-guide');
  await matched(page);
  await shoot();
  await page.click('#tab-look');
  await page.waitForSelector('#look-picture');
  await shoot();
  await scrollTo(page, '#texture-report');
  await shoot(ends);
  await page.click('#tab-apply');
  await page.waitForSelector('#apply-preview img');
  await page.waitForFunction(() => /\d/.test(document.querySelector('#distance-exact')?.textContent ?? ''));
  await shoot();
  await scrollTo(page, '#export-section');
  await shoot(ends);
  await page.click('#tab-stocks');
  await page.click('#keep-stock');
  await page.click('#more-1');
  for (const [id, text] of Object.entries(README_STOCK)) await page.locator(`#${id} input`).fill(text);
  await page.keyboard.press('Tab');
  await page.click('#try-stock');
  await page.waitForSelector('#stock-trial .ff-view');
  await shoot();
  await page.click('#tab-apply');
  await invertNegative(page);
  await shoot(ends);
  await sideBySide(page, tabs, 'panel.png');
  await sideBySide(page, ends, 'panel-more.png');
  await page.close();
}

async function sideBySide(page: Page, shots: readonly string[], name: string): Promise<void> {
  const images = shots.map((shot) => `<img style="margin-right: 8px" src="data:image/png;base64,${shot}">`);
  await page.setContent(`<div id="all" style="display: inline-flex">${images.join('')}</div>`);
  await page.locator('#all').screenshot({ path: path.join(README_IMAGES, name), omitBackground: true });
}

async function main(): Promise<void> {
  fs.mkdirSync(OUT, { recursive: true });
  const [only, onlyTheme, onlyWidth] = process.argv.slice(2);
  const [browser, server] = await Promise.all([launchBrowser(), serveSamplePair()]);
  try {
    if (only === 'readme') await readmePictures(browser, server.url);
    for (const theme of only === 'readme' ? [] : THEMES) {
      if (onlyTheme && theme !== onlyTheme) continue;
      if (only !== 'panel') await windowScreen(browser, server.url, theme);
      for (const widthPx of only === 'window' ? [] : WIDTHS_PX) {
        if (onlyWidth && `${widthPx}` !== onlyWidth) continue;
        await panelScreens(browser, server.url, theme, widthPx);
      }
    }
  } finally {
    await browser.close();
    await server.close();
  }
  console.log(`Written to ${path.relative(process.cwd(), OUT)}`);
}

void main();
