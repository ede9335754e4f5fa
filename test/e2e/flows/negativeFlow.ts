/** A scanned negative in the panel: guessed, overruled, with the numbers of a roll; then the look with grain and halation. */
import type { Page } from 'playwright-core';
import type { Inversion } from '../../../src/engine/negative/inversion';
import { guessInversion } from '../../../src/engine/negative/guessInversion';
import { DEFAULT_LAYER_OPTIONS } from '../../../src/app/look/layerOptions';
import { NO_EDITS } from '../../../src/app/look/lookEdits';
import { formatCurrentStyle } from '../../../src/app/styleText';
import { classicStack } from '../../support/classicStack';
import { layersOf } from '../../support/demoPage';
import { chooseFrom, noticeAt, pickFor, settled, typeInto, type OpenPanel } from '../../support/panelPage';
import { negativeScan, sceneColors } from '../../support/simulatedNegative';
import { warmLook } from '../../support/warmLook';

const SCAN = negativeScan(sceneColors(36, 8));
const ROLL: Inversion = { ...guessInversion(SCAN, { kind: 'color' }), origin: 'reference' };
const FLAT = 0.01;
const flatCurve = [FLAT, FLAT, FLAT];

/** What a match with a negative would have saved. */
function styleOfRoll(): string {
  const look = {
    ...warmLook(),
    grain: {
      strength: { red: flatCurve, green: flatCurve, blue: flatCurve },
      correlation: [0.3, 0.3, 0.3],
      spectrum: [{ sigmaPx: 1, share: 1 }],
      sizePx: 2,
      analysedLongEdgePx: SCAN.width,
    },
    halation: { strength: 0.1, radius: 0.02, tint: [1, 0.3, 0] },
  } as const;
  const measured = { metrics: null, projection: null, heldOutDeltaE2000: null, frame: null };
  const style = {
    ...measured,
    fitted: look,
    edits: NO_EDITS,
    look,
    stack: classicStack(),
    inversion: ROLL,
    origin: 'match',
  } as const;
  return formatCurrentStyle({ style, layerOptions: DEFAULT_LAYER_OPTIONS }, '2026-01-01');
}

export function negativeFlow(open: OpenPanel): void {
  let page: Page;
  let scanId: number;

  const nameOf = async () => (await layersOf(page, scanId)).map(({ name }) => name);
  async function invert(): Promise<string> {
    await page.click('#invert-frame');
    await page.waitForFunction(() => !document.querySelector('#invert-frame')?.hasAttribute('disabled'));
    await page.waitForSelector('#notice-negative');
    // The panel reads the document anew; a menu that is open then is closed.
    await settled(page);
    return noticeAt(page, 'negative');
  }

  beforeAll(async () => {
    ({ page } = await open());
    const codes = Array.from(SCAN.data, (value) => Math.round(255 * value));
    scanId = await page.evaluate(
      ({ width, height, pixels }) =>
        window.filmfitDemo.simulator.openDocument({
          name: 'frame 12',
          width,
          height,
          pixels: Uint8Array.from(pixels),
        }),
      { width: SCAN.width, height: SCAN.height, pixels: codes },
    );
    await page.click('#tab-apply');
    await chooseFrom(page, 'target', 'frame 12');
  });
  afterAll(() => page?.close());

  it('is recognized and inverted by itself, which is said to be a guess', async () => {
    expect(await invert()).toMatch(/is positive now\.[^]*guess/);
    expect(await page.locator('#inversion-numbers').innerText()).toMatch(/orange mask, guessed[^]*Film base/);
    expect(await nameOf()).toEqual(['Inversion', 'Print', 'Negative to density', 'Background']);
  });

  it('is what the user says it is', async () => {
    await chooseFrom(page, 'negative-kind', 'Positive');
    expect(await invert()).toContain('does not look like a negative');
    await chooseFrom(page, 'negative-kind', 'Black-and-white negative');
    expect(await invert()).toContain('is positive now');
    expect(await page.locator('#inversion-numbers').innerText()).toContain('Black-and-white negative');
  });

  it('has the film base that is selected, and is told when nothing is', async () => {
    await chooseFrom(page, 'negative-kind', 'Find out');
    await chooseFrom(page, 'film-base', 'Unexposed film is selected');
    expect(await invert()).toContain('Nothing is selected in “frame 12”');
    await page.evaluate((id) => {
      window.filmfitDemo.simulator.selectArea(id, { left: 18, top: 18, right: 36, bottom: 36 });
    }, scanId);
    expect(await invert()).toContain('is positive now');
    expect(await page.locator('#inversion-numbers').innerText()).toMatch(
      /Film base \(density\)\s+0\.21\s+0\.62/,
    );
  });

  it('takes the numbers of the roll from a style, lighter when wanted', async () => {
    await page.click('#tab-match');
    await pickFor(page, '#open-style', { name: 'Roll.filmfit', text: styleOfRoll() });
    await page.waitForSelector('#tab-apply');
    await page.click('#tab-apply');
    await page.waitForSelector('#use-roll');
    await typeInto(page, 'inversion-exposure-number', '50');
    expect(await invert()).toContain('is positive now');
    expect(await page.locator('#inversion-numbers').innerText()).toContain('good for the whole roll');
    expect(await page.locator('#negative-kind').count()).toBe(0);
  });

  it('gets the look with grain and halation above it, which are switched on and made weaker', async () => {
    await page.click('#with-grain');
    await page.click('#with-halation');
    expect(await page.locator('#grain-number input').inputValue()).toBe('100');
    await typeInto(page, 'halation-number', '80');
    await typeInto(page, 'grain-size-number', '150');
    await typeInto(page, 'halation-size-number', '5');
    expect(await page.locator('#halation-size-number input').inputValue()).toBe('50');
    await settled(page);
    await page.click('#apply');
    await page.waitForSelector('#notice-apply');
    const names = await nameOf();
    expect(names.indexOf('Grain')).toBe(1);
    expect(names.indexOf('Halation')).toBeLessThan(names.indexOf('Inversion'));
    await page.click('#tab-look');
    expect(await page.locator('#grain-words').innerText()).toMatch(/±2\.\d, 2\.\d, 2\.\d of 255 levels/);
    await chooseFrom(page, 'film-format', '35 mm');
    expect(await page.locator('#grain-words').innerText()).toContain('µm on the film');
    expect(await page.locator('#halation-words').innerText()).toContain('10.0 % of the red light');
  });
}
