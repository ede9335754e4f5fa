/**
 * Every screen of the panel as a picture, to be looked at: `npm run build && npm run screenshots`.
 * At 260 and 500 px panel width, in the darkest and the lightest theme, into build/screenshots; the whole window too.
 * `npm run screenshots -- panel|window [darkest|lightest] [260|500]` takes some of them, `-- readme` those of the README.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../test/support/browser';
import { serveSamplePair } from '../test/support/demoPage';
import { matched, open, type Shoot } from './screenshots/page';
import { readmePictures } from './screenshots/readme';
import { walk } from './screenshots/walk';

const OUT = path.resolve('build/screenshots');
const WIDTHS_PX = [260, 500];
const THEMES = ['darkest', 'lightest'];
const SHORT = { width: 1400, height: 700 };
const WINDOW = { width: 1440, height: 900 };

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
