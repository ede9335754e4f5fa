import type { Page } from 'playwright-core';
import { layersOf } from '../../support/demoPage';
import { chooseFrom, focused, runCommand, runShortcut, type PanelPage } from '../../support/panelPage';

const groupNames = async (page: Page, id: number): Promise<string[]> =>
  (await layersOf(page, id)).filter(({ kind }) => kind === 'group').map(({ name }) => name);

export function commandsFlow(panel: () => PanelPage): void {
  let filmId: number;

  /** Waits until the document has such a group. */
  const waitForGroup = (id: number, name: string) =>
    panel().page.waitForFunction(
      ([documentId, wanted]) =>
        window.filmfitDemo.simulator
          .layersOf(Number(documentId))
          .some((layer) => layer.kind === 'group' && layer.name === wanted),
      [id, name] as const,
    );

  beforeAll(async () => {
    filmId = await panel().page.evaluate(() => window.filmfitDemo.simulator.photoshop.app.documents[0].id);
  });

  it('applies the look that was used last to the active document', async () => {
    const { page } = panel();
    await page.evaluate((id) => window.filmfitDemo.simulator.selectDocument(id), filmId);
    await runCommand(page, 'applyLastStock');
    await waitForGroup(filmId, 'Warm print');
  });

  it('asks which stock to apply, and on Cancel does nothing and gives the focus back', async () => {
    const { page } = panel();
    await page.focus('#tab-stocks');
    await runShortcut(page, 'applyStock');
    await page.click('#dialog-cancel');
    await page.waitForSelector('.ff-dialog', { state: 'detached' });
    expect(await focused(page)).toBe('tab-stocks');
    expect(await groupNames(page, filmId)).toEqual(['Warm print']);
  });

  it('is recorded in an Action, which then does the same to another document without asking', async () => {
    const { page } = panel();
    await page.evaluate(() => window.filmfitDemo.simulator.startRecording());
    await runCommand(page, 'applyStock');
    await chooseFrom(page, 'dialog-stock', '東京の夜 Портра 2');
    await page.click('#dialog-apply');
    await waitForGroup(filmId, '東京の夜 Портра 2');
    await page.waitForFunction(() => window.filmfitDemo.simulator.recordedSteps.length === 1);
    await page.evaluate(async () => {
      const { simulator } = window.filmfitDemo;
      const [step] = simulator.stopRecording();
      simulator.selectDocument(simulator.photoshop.app.documents[1].id);
      await simulator.playStep(step);
    });
    const otherId = await page.evaluate(() => window.filmfitDemo.simulator.photoshop.app.documents[1].id);
    expect(await groupNames(page, otherId)).toEqual(['東京の夜 Портра 2']);
  });

  it('says in a message what is missing, as the panel may be closed', async () => {
    const { page } = panel();
    await page.evaluate(() => {
      const { simulator } = window.filmfitDemo;
      for (const { id } of [...simulator.photoshop.app.documents]) simulator.closeDocument(id);
    });
    await runCommand(page, 'applyLastStock');
    await page.waitForSelector('.demo-alert');
    expect(await page.locator('.demo-alert').innerText()).toContain('No document to apply to');
    await page.click('.demo-alert-button');
  });
}
