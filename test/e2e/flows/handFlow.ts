/** What a person does for a pair that needs help: points by hand, the polarity, another model; started from the menu. */
import fs from 'node:fs';
import type { Page } from 'playwright-core';
import type { Homography } from '../../../src/engine/align/alignment';
import { applyHomography } from '../../../src/engine/align/homography';
import { chooseFrom, noticeAt, QUICK_SETTINGS, runCommand, type OpenPanel } from '../../support/panelPage';

const TRUTH = JSON.parse(fs.readFileSync('sample/truth.json', 'utf8')) as {
  readonly filmToDigital: Homography;
  readonly film: { readonly width: number; readonly height: number };
  readonly digital: { readonly width: number; readonly height: number };
};
/** In shares of the film picture, spread over it. */
const PLACES = [
  [0.2, 0.25],
  [0.8, 0.2],
  [0.75, 0.75],
  [0.25, 0.8],
] as const;

async function clickAt(page: Page, role: 'film' | 'digital', x: number, y: number): Promise<void> {
  await page.locator(`#mark-${role} img`).waitFor();
  const box = await page.locator(`#mark-${role}`).boundingBox();
  if (!box) throw new Error(`There is no ${role} picture.`);
  await page.locator(`#mark-${role}`).click({ position: { x: x * box.width, y: y * box.height } });
}

/** The same place of the scene in both pictures. */
async function markPair(page: Page, [x, y]: readonly [number, number]): Promise<void> {
  const { film, digital, filmToDigital } = TRUTH;
  const [u, v] = applyHomography(filmToDigital, x * film.width, y * film.height);
  await clickAt(page, 'film', x, y);
  await clickAt(page, 'digital', u / digital.width, v / digital.height);
}

export function handFlow(open: OpenPanel): void {
  let page: Page;

  beforeAll(async () => {
    const settings = QUICK_SETTINGS['settings.json'].replace('{', '{"fitModel": "root-polynomial", ');
    ({ page } = await open({ dataFolder: { 'settings.json': settings } }));
  });
  afterAll(() => page?.close());

  it('takes points in turn from both pictures, takes the last one back, and clears them', async () => {
    await page.click('#show-hints');
    await clickAt(page, 'film', 0.5, 0.5);
    expect(await page.locator('#next-point').innerText()).toContain('in the digital picture');
    await clickAt(page, 'film', 0.6, 0.6);
    expect(await page.locator('#mark-film .ff-mark').count()).toBe(1);
    await page.click('#take-back-point');
    expect(await page.locator('.ff-mark').count()).toBe(0);
    await markPair(page, PLACES[0]);
    await page.click('#clear-points');
    expect(await page.locator('.ff-mark').count()).toBe(0);
    for (const place of PLACES) await markPair(page, place);
    expect(await page.locator('#hints').innerText()).toContain('Points by hand: 4');
  });

  it('moves a point: dragged, or by its numbers', async () => {
    const numbers = () =>
      Promise.all(
        ['film-x', 'film-y'].map((name) =>
          page.locator(`#place-${name}`).evaluate((field) => Number((field as HTMLInputElement).value)),
        ),
      );
    const mark = page.locator('#mark-film .ff-mark').nth(3);
    const box = await mark.boundingBox();
    if (!box) throw new Error('The fourth mark is nowhere.');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 30, y - 30, { steps: 3 });
    await page.mouse.up();
    const dragged = await numbers();
    expect(dragged[0]).toBeGreaterThan(30);
    expect(dragged[1]).toBeLessThan(77);
    await page.locator('#place-film-x').press('ArrowUp');
    expect((await numbers())[0]).toBeCloseTo(dragged[0] + 0.1, 5);
    // Back to where it belongs: the match that follows is made by it.
    for (const [name, percent] of [
      ['x', PLACES[3][0]],
      ['y', PLACES[3][1]],
    ] as const) {
      await page.locator(`#place-film-${name}`).evaluate(
        (field, value) => {
          (field as HTMLInputElement).value = value;
          field.dispatchEvent(new Event('change', { bubbles: true }));
        },
        String(100 * percent),
      );
    }
    expect(await numbers()).toEqual([25, 80]);
    expect(await page.locator('.ff-mark').count()).toBe(8);
  });

  it('takes a point without a pointer: put in the middle, then moved', async () => {
    await page.click('#point-in-middle');
    expect(await page.locator('#mark-film .ff-mark').count()).toBe(5);
    await page.click('#take-back-point');
    expect(await page.locator('.ff-mark').count()).toBe(8);
  });

  it('says what the scan looks like, and takes the person’s word for it instead', async () => {
    expect(await page.locator('#film-polarity').innerText()).toContain('No orange mask');
    await chooseFrom(page, 'film-negative', 'Positive');
    expect(await page.locator('#film-polarity').innerText()).toContain('as you said');
  });

  it('matches from the menu by those points, with the model that was chosen', async () => {
    await runCommand(page, 'matchOpenPair');
    await page.waitForSelector('#progress');
    await page.waitForSelector('#apply');
    expect(await page.locator('#alignment-points').innerText()).toMatch(
      /Your points lie up to \d+\.\d px off/,
    );
    expect(await page.locator('#polarity-found').innerText()).toContain('The film is a positive');
    expect(await page.locator('#fit-model [selected]').textContent()).toBe('Root-polynomial');
    expect(await page.locator('#difference').innerText()).toMatch(/\d+ % of the difference is gone/);
  });

  it('compares the models on colors that they have not learned', async () => {
    await page.click('#compare-models');
    await page.waitForSelector('#model-scores');
    const rows = await page.locator('#model-scores .ff-bar-row').allInnerTexts();
    expect(rows).toHaveLength(5);
    const heldOut = rows.map((row) => Number(/(\d+\.\d) \(/.exec(row)?.[1]));
    expect(heldOut).toEqual([...heldOut].sort((a, b) => a - b));
    expect(await page.locator('#model-scores .ff-bar-strong').count()).toBe(1);
  });

  it('matches again when another model is chosen, until that is cancelled', async () => {
    await chooseFrom(page, 'fit-model', 'Film model');
    await page.waitForSelector('#progress');
    await page.click('#cancel');
    await page.waitForSelector('#apply');
    expect(await page.locator('#difference').count()).toBe(1);
  });

  it('shows the match as it was when the plugin is loaded again, its points too', async () => {
    const seen = async () => {
      await page.waitForSelector('#compare .ff-view img');
      return {
        pictures: await page
          .locator('#compare .ff-view-picture')
          .evaluateAll((images) => images.map((image) => image.getAttribute('src'))),
        texts: await page.locator('#result, #colors, #uncertainty').allInnerTexts(),
        names: await page.locator('#chosen-pair').innerText(),
      };
    };
    const before = await seen();
    await page.waitForTimeout(700);
    await page.reload();
    expect(await seen()).toEqual(before);
    expect(await noticeAt(page, 'save')).toContain('and its pictures are as you left them');
    await page.click('#change-pair');
    await page.click('#show-hints');
    expect(await page.locator('#hints').innerText()).toContain('Points by hand: 4');
  });
}
