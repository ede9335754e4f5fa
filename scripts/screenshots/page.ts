/** What every series of pictures does with the page of the demo. */
import type { Browser, Page } from 'playwright-core';

/** Tall enough that most screens are seen without scrolling. */
export const TALL = { width: 1400, height: 1500 };
export const VERY_TALL = { width: 1400, height: 2300 };

export type Shoot = (name: string) => Promise<void>;

export async function open(browser: Browser, url: string, viewport = TALL): Promise<Page> {
  const page = await browser.newPage({ viewport });
  await page.goto(url);
  await page.waitForSelector('.ff-panel');
  await page.waitForTimeout(700);
  return page;
}

export async function matched(page: Page): Promise<void> {
  await page.click('#match');
  await page.waitForSelector('#apply', { timeout: 180_000 });
  await page.waitForSelector('.ff-view', { timeout: 60_000 });
  await page.waitForTimeout(300);
}

export const choose = (page: Page, label: string) => page.click(`sp-action-button:has-text("${label}")`);

export const scrollTo = (page: Page, selector: string) =>
  page.locator(selector).evaluate((section) => section.scrollIntoView());
