/** The panel in the demo page, as a person's hands and eyes find it. */
import fs from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { activeDocumentId, snapshotOf } from './demoPage';

/** What the flows share: one page with the sample pair, which goes from one to the next. */
export interface PanelPage {
  readonly page: Page;
  /** Errors that nobody caught. */
  readonly errors: string[];
  /** Of the digital photo. */
  readonly documentId: number;
  /** Every document as it was before anything was done. */
  readonly untouched: unknown;
}

/** Small pictures are matched sooner, and the first steps are a test of their own. */
export const QUICK_SETTINGS = { 'settings.json': '{"analysisLongEdgePx": 600, "showGuide": false}' };

export interface PanelPageOptions {
  readonly query?: string;
  /** The plugin's data folder at the start: texts by name. */
  readonly dataFolder?: Readonly<Record<string, string>>;
}

export async function openPanel(
  browser: Browser,
  url: string,
  { query = '', dataFolder = QUICK_SETTINGS }: PanelPageOptions = {},
): Promise<PanelPage> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  page.setDefaultTimeout(90_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript((texts) => {
    const key = 'filmfit-data-folder';
    if (window.sessionStorage.getItem(key) === null) window.sessionStorage.setItem(key, texts);
  }, JSON.stringify(dataFolder));
  await page.goto(url + query);
  await page.waitForSelector('.ff-screen > *');
  return { page, errors, documentId: await activeDocumentId(page), untouched: await snapshotOf(page) };
}

export type OpenPanel = (options?: PanelPageOptions) => Promise<PanelPage>;

/** Plugins › Filmfit › … */
export async function runCommand(page: Page, id: string): Promise<void> {
  await page.click('.demo-plugins-name');
  await page.click(`.demo-plugins-entry[data-command="${id}"]`);
}

/** The same by a keyboard shortcut that the user gave it in Photoshop: what has the focus keeps it. */
export const runShortcut = (page: Page, id: string): Promise<void> =>
  page.evaluate((name) => {
    const command = window.filmfitDemo.simulator.entrypoints?.commands?.[name];
    void (typeof command === 'function' ? command() : command?.run());
  }, id);

/** A click on the widget with this text. */
export const press = (page: Page, label: string): Promise<void> =>
  page.click(`sp-action-button:text-is("${label}"), sp-button:text-is("${label}")`);

/** Chooses an entry of a dropdown by its label; opens the menu again when the panel's own work closed it. */
export async function chooseFrom(page: Page, id: string, label: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    if (!(await page.locator('.demo-menu').count())) await page.click(`#${id}`);
    try {
      return await page.click(`.demo-menu-item:has-text("${label}")`, { timeout: 5000 });
    } catch (error) {
      if (attempt === 5) throw error;
    }
  }
}

/** The id of what has the focus. */
export const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');

/** Types into a field and leaves it. */
export async function typeInto(page: Page, id: string, text: string): Promise<void> {
  await page.locator(`#${id} input`).fill(text);
  await page.locator(`#${id} input`).press('Tab');
}

export interface SavedFile {
  readonly name: string;
  readonly text: string;
}

/** A file that a person picks; `bytes` when it is no text. */
export type PickedFile = SavedFile | { readonly name: string; readonly bytes: Uint8Array };

/** What a click on `selector` makes the browser save. */
export async function savedBy(page: Page, selector: string): Promise<SavedFile> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(selector)]);
  return { name: download.suggestedFilename(), text: fs.readFileSync(await download.path(), 'utf8') };
}

/** A click on `selector` asks for files; these are what the person picks. */
export async function pickFor(page: Page, selector: string, ...files: readonly PickedFile[]): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.click(selector)]);
  await chooser.setFiles(
    files.map((file) => ({
      name: file.name,
      mimeType: 'application/octet-stream',
      buffer: 'text' in file ? Buffer.from(file.text) : Buffer.from(file.bytes),
    })),
  );
}

/** A click on `selector` asks for a folder; this is the one that the person picks. */
export async function pickFolderFor(page: Page, selector: string, folder: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.click(selector)]);
  await chooser.setFiles(folder);
}

export const noticeAt = (page: Page, place: string): Promise<string> =>
  page.locator(`#notice-${place}`).innerText();

/** Until the layers follow the look, and what the panel keeps is in the data folder. */
export async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(450);
  await page.waitForFunction(
    () => !document.querySelector('#look-status, #layer-names')?.textContent?.includes('Updating'),
  );
}
