import { snapshotOf } from '../../support/demoPage';
import { press, settled, typeInto, type PanelPage } from '../../support/panelPage';

export function lookFlow(panel: () => PanelPage): void {
  const picture = () => panel().page.locator('.ff-look-picture').getAttribute('src');
  const numberOf = (id: string) => panel().page.locator(`#${id}-number input`).inputValue();

  /** Until the preview is another one than `before`. */
  async function changedFrom(before: string | null): Promise<void> {
    await panel().page.waitForFunction(
      (old) => document.querySelector('.ff-look-picture')?.getAttribute('src') !== old,
      before,
    );
  }

  it('follows the arrow keys on a slider with the preview, the number and what it stands for', async () => {
    const { page } = panel();
    await page.click('#tab-look');
    await page.waitForSelector('.ff-look-picture');
    await settled(page);
    const before = await picture();
    await page.locator('#look-warmth-slider').focus();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('ArrowRight');
    await changedFrom(before);
    expect(await numberOf('look-warmth')).toBe('11');
    expect(await page.locator('#look-warmth').innerText()).toMatch(/EV → .*EV/);
  });

  it('takes a typed number, moves it with the arrow keys, and refuses what is no number', async () => {
    const { page } = panel();
    await typeInto(page, 'look-contrast-number', '30');
    await page.locator('#look-contrast-number input').press('ArrowUp');
    expect(await numberOf('look-contrast')).toBe('31');
    await typeInto(page, 'look-contrast-number', 'much');
    expect(await numberOf('look-contrast')).toBe('31');
  });

  it('drags a point of the curve, in as many moves as it takes, as one step', async () => {
    const { page } = panel();
    await page.locator('#curve-editor').scrollIntoViewIfNeeded();
    const box = await page.locator('#curve-editor').boundingBox();
    if (!box) throw new Error('There is no curve.');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y - 30, { steps: 4 });
    await page.mouse.up();
    expect(Number(await numberOf('curve-point'))).toBeGreaterThan(30);
    await page.click('#look-undo');
    expect(await numberOf('curve-point')).toBe('0');
    await page.click('#look-redo');
    expect(Number(await numberOf('curve-point'))).toBeGreaterThan(30);
    await page.mouse.dblclick(x, y - 30);
    expect(await numberOf('curve-point')).toBe('0');
    await page.click('#look-undo');
    expect(Number(await numberOf('curve-point'))).toBeGreaterThan(30);
  });

  it('changes one of six hues', async () => {
    const { page } = panel();
    await press(page, 'Blues');
    await typeInto(page, 'hue-saturation-number', '-40');
    expect(await numberOf('hue-saturation')).toBe('-40'.replace('-', '−'));
    await press(page, 'Reds');
    expect(await numberOf('hue-saturation')).toBe('0');
  });

  it('drags a hue on the wheel: round it, and out for more saturation', async () => {
    const { page } = panel();
    await page.locator('#hue-wheel').scrollIntoViewIfNeeded();
    const ring = page.locator('#hue-wheel circle[r="8"]');
    const box = await ring.boundingBox();
    if (!box) throw new Error('There is no hue to drag.');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 - 12, { steps: 3 });
    await page.mouse.up();
    expect(await numberOf('hue-shift')).not.toBe('0');
    await page.click('#look-undo');
    expect(await numberOf('hue-shift')).toBe('0');
    await page.click('#look-redo');
    const moved = await ring.boundingBox();
    if (!moved) throw new Error('The hue that was dragged is gone.');
    await page.mouse.dblclick(moved.x + moved.width / 2, moved.y + moved.height / 2);
    expect(await numberOf('hue-shift')).toBe('0');
  });

  it('makes the layers anew when it rests, and measures them', async () => {
    const { page } = panel();
    await settled(page);
    expect(await page.locator('#look-status').innerText()).toMatch(/ΔE to the film: \d/);
    expect(await page.locator('#look-residuals path').count()).toBeGreaterThanOrEqual(4);
  });

  it('goes back for one value by two clicks on its name, and for all at once', async () => {
    const { page } = panel();
    await page.dblclick('#look-warmth .ff-label');
    expect(await numberOf('look-warmth')).toBe('0');
    expect(await numberOf('look-contrast')).toBe('31');
    await page.click('#look-reset');
    expect(await numberOf('look-contrast')).toBe('0');
    await page.click('#look-undo');
    expect(await numberOf('look-contrast')).toBe('31');
  });

  it('compares with the picture before, one after the other or half and half', async () => {
    const { page } = panel();
    const after = await picture();
    await press(page, 'Before');
    const before = await picture();
    expect(before).not.toBe(after);
    await press(page, 'Wipe');
    await page.waitForSelector('#look-picture .ff-wipe-line');
    await press(page, 'After');
    expect(await picture()).not.toBe(before);
  });

  it('touches no document', async () => {
    expect(await snapshotOf(panel().page)).toEqual(panel().untouched);
    await panel().page.click('#look-reset');
    await settled(panel().page);
  });
}
