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

export function exportFlow(panel: () => PanelPage): void {
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
