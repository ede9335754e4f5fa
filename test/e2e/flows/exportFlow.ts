import fs from 'node:fs';
import path from 'node:path';
import type { Download } from 'playwright-core';
import { parseCube } from '../../../src/formats/cube/parseCube';
import { parseStyle } from '../../../src/formats/style/parseStyle';
import {
  chooseFrom,
  noticeAt,
  pickFolderFor,
  pickFor,
  savedBy,
  typeInto,
  type PanelPage,
  type SavedFile,
} from '../../support/panelPage';
import { temporaryFolder } from '../../support/temporaryFolder';

/** What the button writes, once the panel has said so and is still again. */
async function exported({ page }: PanelPage): Promise<SavedFile & { readonly notice: string }> {
  const file = await savedBy(page, '#export');
  await page.waitForSelector('#notice-save');
  return { ...file, notice: await noticeAt(page, 'save') };
}

export function exportFlow(panel: () => PanelPage): void {
  const folder = temporaryFolder();
  let style: SavedFile;

  it('writes a LUT, and says how near the file comes to the look', async () => {
    const { page } = panel();
    await page.click('#tab-apply');
    const cube = await exported(panel());
    expect(cube.name).toMatch(/\.cube$/);
    expect(parseCube(cube.text).lattice?.size).toBe(33);
    expect(cube.notice).toContain(cube.name);
    expect(cube.notice).toMatch(/differs from the look by ΔE \d/);
  });

  it('writes it with the steps and for the space that are chosen', async () => {
    const { page } = panel();
    await chooseFrom(page, 'export-size', '17');
    await chooseFrom(page, 'export-space', 'ProPhoto');
    const cube = await exported(panel());
    expect(parseCube(cube.text).lattice?.size).toBe(17);
    expect(cube.text).toContain('ProPhoto');
    expect(cube.notice).toContain('Made for pictures in ProPhoto RGB.');
  });

  it('writes the layers as commands for Adobe’s Photoshop API', async () => {
    const { page } = panel();
    await chooseFrom(page, 'export-format', 'Actions');
    const actions = JSON.parse((await exported(panel())).text) as { _obj: string }[];
    expect(actions.length).toBeGreaterThan(3);
    expect(actions.every(({ _obj }) => ['make', 'set'].includes(_obj))).toBe(true);
  });

  it('writes RawTherapee’s profile and its picture into one folder', async () => {
    const { page } = panel();
    await chooseFrom(page, 'export-format', 'RawTherapee profile (.pp3)');
    const names: string[] = [];
    const remember = (download: Download) => void names.push(download.suggestedFilename());
    page.on('download', remember);
    // The browser takes an empty folder for a cancelled dialog.
    fs.writeFileSync(folder.path('there before.txt'), '');
    await pickFolderFor(page, '#export', folder.path('.'));
    await page.waitForSelector('#notice-save');
    expect(await noticeAt(page, 'save')).toMatch(/Saved “.+\.pp3” and “.+ sRGB\.png” into/);
    page.off('download', remember);
    expect(names.map((name) => path.extname(name)).sort()).toEqual(['.png', '.pp3']);
  });

  it('writes a profile for Lightroom', async () => {
    const { page } = panel();
    await chooseFrom(page, 'export-format', 'Creative profile');
    const profile = await exported(panel());
    expect(profile.text).toContain('crs:');
    expect(profile.notice).toContain('on raw files it acts on top');
  });

  it('saves the style, and opens it again with what was changed by hand, to be taken back', async () => {
    const { page } = panel();
    await page.click('#tab-look');
    await page.click('#look-corrections-fold');
    await typeInto(page, 'correction-strength-number', '0');
    await page.click('#tab-apply');
    style = await savedBy(page, '#save-style');
    expect(() => parseStyle(style.text)).not.toThrow();
    await pickFor(page, '#open-style', style);
    await page.waitForFunction(() =>
      document.querySelector('#notice-save')?.textContent?.includes('ready to be applied'),
    );
    await page.click('#tab-look');
    await page.click('#look-corrections-fold');
    expect(await page.locator('#correction-strength-number input').inputValue()).toBe('0');
    await page.click('#look-reset');
    expect(await page.locator('#correction-strength-number input').inputValue()).toBe('100');
    expect(await page.locator('#correction-strength').innerText()).toMatch(/\n± \d+\.\d levels/);
    await page.click('#tab-apply');
  });

  it('says what is wrong with a file that is none of ours, and keeps the look it has', async () => {
    const { page } = panel();
    await pickFor(page, '#open-style', { name: 'holiday.json', text: 'hello' });
    await page.waitForFunction(() =>
      document.querySelector('#notice-save')?.textContent?.includes('holiday.json'),
    );
    expect(await page.locator('#apply').count()).toBe(1);
  });
}
