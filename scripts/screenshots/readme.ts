import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { invertNegative } from './negative';
import { matched, open, scrollTo } from './page';

const IMAGES = path.resolve('docs/images');
const WINDOW = { width: 1400, height: 960 };
const STOCK = {
  'stock-name': 'Portra 400 at dusk',
  'stock-film': 'Kodak Portra 400',
  'stock-scanner': 'Noritsu HS-1800',
  'stock-tags': 'evening, portrait',
};

/** The four tabs, and what their lower ends hold, side by side as one picture each. */
export async function readmePictures(browser: Browser, url: string): Promise<void> {
  const page = await open(browser, `${url}?theme=darkest&panel=300`, WINDOW);
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
  for (const [id, text] of Object.entries(STOCK)) await page.locator(`#${id} input`).fill(text);
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
  await page.locator('#all').screenshot({ path: path.join(IMAGES, name), omitBackground: true });
}
