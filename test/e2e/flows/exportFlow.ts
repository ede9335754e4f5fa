import path from 'node:path';
import type { Download } from 'playwright-core';
import { parseCube } from '../../../src/formats/cube/parseCube';
import { parseStyle } from '../../../src/formats/style/parseStyle';
import {
  chooseFrom,
  noticeAt,
  pickFor,
  savedBy,
  type PanelPage,
  type SavedFile,
} from '../../support/panelPage';
import { temporaryFolder } from '../../support/temporaryFolder';

export function exportFlow(panel: () => PanelPage): void {
  const folder = temporaryFolder();
  let style: SavedFile;

  it('writes a LUT, and says how near the file comes to the look', async () => {
    const { page } = panel();
    await page.click('#tab-apply');
    const cube = await savedBy(page, '#export');
    expect(cube.name).toMatch(/\.cube$/);
    expect(parseCube(cube.text).lattice?.size).toBe(33);
    await page.waitForSelector('#notice-save');
    expect(await noticeAt(page, 'save')).toMatch(/differs from the look by ΔE \d/);
  });

  it('writes it with the steps and for the space that are chosen', async () => {
    const { page } = panel();
    await chooseFrom(page, 'export-size', '17');
    await chooseFrom(page, 'export-space', 'ProPhoto');
    const cube = await savedBy(page, '#export');
    expect(parseCube(cube.text).lattice?.size).toBe(17);
    expect(cube.text).toContain('ProPhoto');
    await page.waitForFunction(() =>
      document.querySelector('#notice-save')?.textContent?.includes('Made for pictures in ProPhoto'),
    );
  });

  it('writes the layers as commands for Adobe’s Photoshop API', async () => {
    const { page } = panel();
    await chooseFrom(page, 'export-format', 'Actions');
    const actions = JSON.parse((await savedBy(page, '#export')).text) as { _obj: string }[];
    expect(actions.length).toBeGreaterThan(3);
    expect(actions.every(({ _obj }) => ['make', 'set'].includes(_obj))).toBe(true);
  });

  it('writes RawTherapee’s profile and its picture into one folder', async () => {
    const { page } = panel();
    await chooseFrom(page, 'export-format', 'RawTherapee profile (.pp3)');
    const names: string[] = [];
    const remember = (download: Download) => void names.push(download.suggestedFilename());
    page.on('download', remember);
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.click('#export')]);
    await chooser.setFiles(folder.path('.'));
    await page.waitForFunction(() =>
      document.querySelector('#notice-save')?.textContent?.includes('sRGB.png'),
    );
    page.off('download', remember);
    expect(names.map((name) => path.extname(name)).sort()).toEqual(['.png', '.pp3']);
  });

  it('writes a profile for Lightroom', async () => {
    const { page } = panel();
    await chooseFrom(page, 'export-format', 'Creative profile');
    const profile = await savedBy(page, '#export');
    expect(profile.text).toContain('crs:');
  });

  it('saves the style, and opens it again', async () => {
    const { page } = panel();
    style = await savedBy(page, '#save-style');
    expect(() => parseStyle(style.text)).not.toThrow();
    await pickFor(page, '#open-style', style);
    await page.waitForFunction(() =>
      document.querySelector('#notice-save')?.textContent?.includes('ready to be applied'),
    );
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
