import type { JSHandle, Page } from 'playwright-core';
import { snapshotOf } from '../../support/demoPage';
import { chooseFrom, press, type PanelPage } from '../../support/panelPage';

/** Whatever the panel says of its progress from now on. */
const tellingProgress = (page: Page): Promise<JSHandle<Set<string>>> =>
  page.evaluateHandle(() => {
    const lines = new Set<string>();
    new MutationObserver(() => {
      const text = document.querySelector<HTMLElement>('#progress .ff-label-row')?.innerText;
      if (text) lines.add(text);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    return lines;
  });

export function matchFlow(panel: () => PanelPage): void {
  it('takes the film scan for the film and the photo for the digital picture without being told', async () => {
    const { page } = panel();
    expect(await page.locator('#pick-film [selected]').textContent()).toContain('film.jpg');
    expect(await page.locator('#pick-digital [selected]').textContent()).toContain('digital.jpg');
  });

  it('swaps the two, and back', async () => {
    const { page } = panel();
    await page.click('#swap');
    expect(await page.locator('#pick-film [selected]').textContent()).toContain('digital.jpg');
    await page.click('#swap');
    expect(await page.locator('#pick-film [selected]').textContent()).toContain('film.jpg');
  });

  it('says what to do when only the selection is wanted and nothing is selected', async () => {
    const { page } = panel();
    await page.click('#film-selection-only');
    await page.click('#match');
    await page.waitForSelector('#notice-match');
    expect(await page.locator('#notice-match').innerText()).toContain('Nothing is selected in “film.jpg”');
    await page.click('#film-selection-only');
  });

  it('shows progress, and on Cancel leaves everything as it was', async () => {
    const { page, untouched } = panel();
    await page.click('#match');
    await page.click('#cancel');
    await page.waitForSelector('#match');
    expect(await snapshotOf(page)).toEqual(untouched);
    expect(await page.locator('#result').count()).toBe(0);
  });

  it('matches the pair and says how much nearer the photo comes to the film', async () => {
    const { page, untouched } = panel();
    const told = await tellingProgress(page);
    await page.click('#match');
    await page.waitForSelector('#apply');
    const lines = await told.evaluate((all) => [...all]);
    for (const line of lines) expect(line).toMatch(/^\p{L}[^\d]+\n(\d+ %|about \d+ s left)/u);
    expect(new Set(lines.map((line) => line.split('\n')[0])).size).toBeGreaterThan(4);
    const text = await page.locator('#difference').innerText();
    const [before, after] = [...text.matchAll(/ΔE (\d+\.\d)/g)].map(([, value]) => Number(value));
    expect(after).toBeLessThan(0.6 * before);
    expect(await page.locator('#alignment').innerText()).toMatch(/Excellent|Good/);
    expect(await snapshotOf(page)).toEqual(untouched);
  });

  it('lays film and result over each other: wiped with the pointer, blinked, as a difference, enlarged', async () => {
    const { page } = panel();
    await page.waitForSelector('.ff-wipe-line');
    const view = await page.locator('#compare .ff-view').boundingBox();
    if (!view) throw new Error('There is no view.');
    await page.mouse.click(view.x + 0.25 * view.width, view.y + 20);
    expect(await page.locator('.ff-wipe-line').getAttribute('style')).toMatch(/left: 2[4-6]%/);
    await press(page, '+');
    expect(await page.locator('.ff-zoom-value').innerText()).toBe('200 %');
    await page.mouse.move(view.x + 60, view.y + 60);
    await page.mouse.down();
    await page.mouse.move(view.x + 20, view.y + 40, { steps: 3 });
    await page.mouse.up();
    expect(await page.locator('.ff-view-stage').getAttribute('style')).not.toMatch(/left: -50%/);
    await page.click('#pan-left', { clickCount: 2 });
    await page.click('#pan-up', { clickCount: 2 });
    expect(await page.locator('.ff-view-stage').getAttribute('style')).toMatch(/left: 0%; top: 0%/);
    await press(page, 'Blink');
    await page.waitForFunction(() => document.querySelectorAll('#compare .ff-view-picture').length === 2);
    const top = page.locator('#compare .ff-view-picture').nth(1);
    expect(await top.getAttribute('style')).toMatch(/opacity: [01]/);
    await press(page, 'Difference');
    expect(await page.locator('#compare').innerText()).toContain('Yellow: clearly different');
    await press(page, 'Edges');
    expect(await page.locator('#compare').innerText()).toContain('Orange: edges of the film');
    await press(page, 'Wipe');
    for (const [pictures, ends] of [
      ['Before and after', ['Before', 'After']],
      ['Film and digital', ['Film', 'Digital']],
      ['Film and result', ['Film', 'Result']],
    ] as const) {
      await chooseFrom(page, 'compared', pictures);
      await page.waitForFunction(
        (names) => names.every((name) => document.querySelector(`#compare [title="${name}"]`)),
        ends,
      );
    }
  });

  it('stripes the colors that are guessed', async () => {
    const { page } = panel();
    const shown = () => page.locator('#compare .ff-view-picture').first().getAttribute('src');
    const before = await shown();
    await press(page, 'Guesses');
    await page.waitForFunction(
      (old) => document.querySelector('#compare .ff-view-picture')?.getAttribute('src') !== old,
      before,
    );
    expect(await page.locator('#compare').innerText()).toContain(
      'Striped: colors that the pair does not show',
    );
    expect(await page.locator('#colors .ff-color').count()).toBeGreaterThan(3);
    await press(page, 'Wipe');
  });

  it('says how sure its numbers are, and what they mean to whoever asks with the keyboard', async () => {
    const { page } = panel();
    expect(await page.locator('#uncertainty').innerText()).toMatch(/Exposure\s+± \d\.\d\d EV/);
    expect(await page.locator('#uncertainty-help-text').count()).toBe(0);
    await page.focus('#uncertainty-help');
    await page.keyboard.press('Enter');
    expect(await page.locator('#uncertainty-help-text').innerText()).toContain('One standard deviation');
    await page.keyboard.press('Enter');
    expect(await page.locator('#uncertainty-help-text').count()).toBe(0);
  });
}
