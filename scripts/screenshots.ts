/**
 * Every screen of the panel as a picture, to be looked at: `npm run build && npm run screenshots`.
 * At 260 and 500 px panel width, in the darkest and the lightest theme, into build/screenshots; the whole window too.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../test/support/browser';
import { serveSamplePair } from '../test/support/demoPage';

const OUT = path.resolve('build/screenshots');
const WIDTHS_PX = [260, 500];
const THEMES = ['darkest', 'lightest'];
/** Tall enough that a screen's whole content is seen without scrolling. */
const TALL = { width: 1400, height: 2000 };
const WINDOW = { width: 1440, height: 900 };

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

/** From the first screen to the applied look, with a picture at each stop. */
async function walk(page: Page, shoot: Shoot): Promise<void> {
  await shoot('3-two-pictures');
  await page.click('#match');
  await page.waitForSelector('#progress');
  await page.waitForTimeout(1500);
  await shoot('4-matching');
  await page.waitForSelector('#apply', { timeout: 180_000 });
  await page.waitForSelector('.ff-view');
  await page.waitForTimeout(300);
  await shoot('5-result-wipe');
  await page.click('sp-action-button:has-text("Blink")');
  await shoot('6-result-blink');
  await page.click('sp-action-button:has-text("Difference")');
  await shoot('7-result-difference');
  await page.click('sp-action-button:has-text("Wipe")');
  await page.click('#apply');
  await page.waitForSelector('#notice-apply', { timeout: 120_000 });
  await shoot('8-applied');
  await page.click('#tab-settings');
  await shoot('9-settings');
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
    [0, '1-no-document'],
    [1, '2-one-document'],
  ] as const) {
    const page = await open(browser, address(count), { width: 1400, height: 700 });
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

async function main(): Promise<void> {
  fs.mkdirSync(OUT, { recursive: true });
  const only = process.argv[2];
  const [browser, server] = await Promise.all([launchBrowser(), serveSamplePair()]);
  try {
    for (const theme of THEMES) {
      if (only !== 'panel') await windowScreen(browser, server.url, theme);
      for (const widthPx of only === 'window' ? [] : WIDTHS_PX) {
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
