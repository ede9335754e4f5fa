import { settled, typeInto, type PanelPage } from '../../support/panelPage';

/** What the Look tab keeps folded: color mixing, pale and vivid colors, fine corrections. */
export function stagesFlow(panel: () => PanelPage): void {
  const picture = () => panel().page.locator('.ff-look-picture').getAttribute('src');
  const numberOf = (id: string) => panel().page.locator(`#${id}-number input`).inputValue();
  const headingOf = (id: string) => panel().page.locator(`#${id}-fold`).innerText();

  /** Until the preview is, or is no more, the picture `src`. */
  async function waitForPicture(src: string | null, same: boolean): Promise<void> {
    await panel().page.waitForFunction(
      ([wanted, isWanted]) =>
        (document.querySelector('.ff-look-picture')?.getAttribute('src') === wanted) === isWanted,
      [src, same] as const,
    );
  }

  it('shows what a channel takes of another, and gives up of its own', async () => {
    const { page } = panel();
    expect(await page.locator('#mix-redFromGreen').count()).toBe(0);
    await page.click('#look-mixing-fold');
    const before = await picture();
    await typeInto(page, 'mix-redFromGreen-number', '20');
    await page.locator('#mix-redFromGreen-number input').press('ArrowUp');
    await waitForPicture(before, false);
    expect(await page.locator('#mix-redFromGreen').innerText()).toMatch(/% → .*%/);
    const shares = (await page.locator('#mix-own').innerText()).match(/\d+/g) ?? [];
    expect(Number(shares[0]) - Number(shares[1])).toBe(21);
    await page.dblclick('#mix-redFromGreen .ff-label');
    expect(await numberOf('mix-redFromGreen')).toBe('0');
  });

  it('drags pale colors to more saturation as one step, and says so when it is folded', async () => {
    const { page } = panel();
    await page.click('#look-chroma-fold');
    await page.locator('#chroma-editor').scrollIntoViewIfNeeded();
    const point = await page.locator('#chroma-editor circle').nth(1).boundingBox();
    if (!point) throw new Error('There is no point to drag.');
    const [x, y] = [point.x + point.width / 2, point.y + point.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y - 20, { steps: 4 });
    await page.mouse.up();
    const percent = Number(await numberOf('chroma-point'));
    expect(percent).toBeGreaterThan(10);
    // The point has followed the pointer.
    const moved = await page.locator('#chroma-editor circle').nth(1).boundingBox();
    expect(Math.abs((moved?.y ?? 0) - (point.y - 20))).toBeLessThan(3);
    await page.click('#look-chroma-fold');
    expect(await headingOf('look-chroma')).toContain('changed');
    await page.click('#look-undo');
    expect(await headingOf('look-chroma')).not.toContain('changed');
  });

  it('brings the fine corrections back exactly after they were off', async () => {
    const { page } = panel();
    await settled(page);
    const learned = await picture();
    await page.click('#look-corrections-fold');
    await typeInto(page, 'correction-strength-number', '0');
    await waitForPicture(learned, false);
    await page.click('#look-undo');
    expect(await numberOf('correction-strength')).toBe('100');
    await page.click('#look-redo');
    expect(await numberOf('correction-strength')).toBe('0');
    await page.dblclick('#correction-strength .ff-label');
    expect(await numberOf('correction-strength')).toBe('100');
    await waitForPicture(learned, true);
  });
}
