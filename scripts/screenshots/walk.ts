import type { Page } from 'playwright-core';
import { formatStyle } from '../../src/formats/style/formatStyle';
import { classicStack } from '../../test/support/classicStack';
import { chooseFrom, pickFor, typeInto, type PickedFile } from '../../test/support/panelPage';
import { warmLook } from '../../test/support/warmLook';
import { invertNegative } from './negative';
import { choose, scrollTo, TALL, VERY_TALL, type Shoot } from './page';

/** From the first screen to the library, with a picture at each stop. */
export async function walk(page: Page, shoot: Shoot): Promise<void> {
  await shoot('03-two-pictures');
  await page.click('#close-guide');
  await page.click('#show-options');
  await page.click('#show-hints');
  await page.waitForSelector('#mark-digital img');
  await page.click('#mark-film');
  await page.click('#mark-digital');
  await shoot('16-help-with-alignment');
  await page.click('#clear-points');
  await page.click('#show-hints');
  await page.click('#show-options');
  await page.click('#match');
  await page.waitForSelector('#progress');
  await page.waitForTimeout(1500);
  await shoot('04-matching');
  await page.waitForSelector('#apply', { timeout: 180_000 });
  await page.waitForSelector('.ff-view');
  await page.waitForTimeout(300);
  await page.setViewportSize(VERY_TALL);
  await page.click('#uncertainty-help');
  await page.click('#compare-models');
  await page.waitForSelector('#model-scores', { timeout: 180_000 });
  await shoot('05-result-wipe');
  await page.setViewportSize(TALL);
  await choose(page, 'Difference');
  await page.waitForSelector('.ff-wipe-line', { state: 'detached' });
  await shoot('06-result-difference');
  await choose(page, 'Guesses');
  await page.waitForTimeout(500);
  await shoot('17-result-guesses');
  await choose(page, 'Wipe');
  await look(page, shoot);
  await apply(page, shoot);
  await stocks(page, shoot);
  await page.click('#tab-settings');
  await shoot('15-settings');
}

async function look(page: Page, shoot: Shoot): Promise<void> {
  await page.setViewportSize(VERY_TALL);
  await page.click('#tab-look');
  await page.waitForSelector('#look-picture');
  await page.waitForTimeout(1500);
  await shoot('07-look');
  await page.locator('#look-warmth-slider').focus();
  for (let step = 0; step < 4; step++) await page.keyboard.press('Shift+ArrowRight');
  await choose(page, 'Blue');
  await page.waitForTimeout(4000);
  await shoot('08-look-changed');
  await stages(page, shoot);
  await page.setViewportSize(TALL);
  await scrollTo(page, '#texture-report');
  await shoot('18-grain-and-halation');
  await texture(page, shoot);
}

/** What is folded away, each with something changed, and folded again. */
async function stages(page: Page, shoot: Shoot): Promise<void> {
  const folds = ['look-chroma', 'look-mixing', 'look-corrections'];
  for (const id of folds) await page.click(`#${id}-fold`);
  await typeInto(page, 'chroma-point-number', '25');
  await typeInto(page, 'mix-redFromGreen-number', '-12');
  await typeInto(page, 'correction-strength-number', '150');
  await page.waitForTimeout(3000);
  await scrollTo(page, '#look-chroma');
  await shoot('21-look-stages');
  for (const id of folds) await page.click(`#${id}-fold`);
  await shoot('22-look-stages-folded');
  for (let edit = 0; edit < folds.length; edit++) await page.click('#look-undo');
  await page.waitForTimeout(3000);
}

/** The sliders of grain and halation; without them afterwards, as the next pictures are. */
async function texture(page: Page, shoot: Shoot): Promise<void> {
  const boxes = ['#with-grain', '#with-halation'];
  for (const box of boxes) await page.click(box);
  await typeInto(page, 'grain-size-number', '140');
  await page.click('#halation-size-help');
  await scrollTo(page, '#texture-section');
  await shoot('23-grain-and-halation-sliders');
  await typeInto(page, 'grain-size-number', '100');
  for (const box of boxes) await page.click(box);
}

async function apply(page: Page, shoot: Shoot): Promise<void> {
  await page.click('#tab-apply');
  await page.waitForSelector('#apply-preview img');
  await page.waitForTimeout(4000);
  await shoot('09-apply');
  await page.click('#apply');
  await page.waitForSelector('#notice-apply', { timeout: 120_000 });
  await page.waitForSelector('#groups');
  await shoot('10-applied');
  await scrollTo(page, '#export-section');
  await shoot('19-export');
  await invertNegative(page);
  await shoot('20-negative');
  await chooseFrom(page, 'target', 'digital.jpg');
}

async function stocks(page: Page, shoot: Shoot): Promise<void> {
  await page.click('#tab-stocks');
  await shoot('11-no-stocks');
  await page.click('#keep-stock');
  await page.waitForSelector('.ff-stock');
  await page.click('#more-1');
  await page.click('#duplicate-stock');
  await page.waitForSelector('#stock-2');
  await page
    .locator('#stock-name input')
    .fill('Кодак Portra 400, Ночной город, a roll with a very long name indeed');
  await page.locator('#stock-film input').fill('Kodak Portra 400');
  await page.locator('#stock-scanner input').fill('Noritsu HS-1800');
  await page.locator('#stock-tags input').fill('night, portrait');
  await page.keyboard.press('Tab');
  await page.click('#more-1');
  await page.waitForTimeout(800);
  await shoot('12-stocks');
  await page.click('#more-1');
  await page.click('#try-stock');
  await page.waitForSelector('#stock-trial .ff-view');
  await shoot('13-stock-details');
  await page.click('#delete-stock');
  await page.waitForSelector('#deleted-stock');
  await shoot('14-stock-deleted');
  await pickFor(page, '#import-stocks', threePairs());
  await page.waitForSelector('#stock-3');
  await page.click('#more-3');
  await page.waitForSelector('#stock-pair-2');
  await shoot('24-stock-pairs');
}

/** A style that was learned from three pairs. */
function threePairs(): PickedFile {
  const { provenance, ...look } = warmLook({ name: 'Gold 200, one roll' });
  const pair = (frame: number, deltaE2000: number, heldOutDeltaE2000: number) => ({
    film: `Kodak Gold 200, roll 12, frame ${frame}.tif`,
    digital: `DSC_${4100 + frame}.jpg`,
    deltaE2000,
    heldOutDeltaE2000,
  });
  const pairs = [pair(3, 1.9, 2.6), pair(14, 2.3, 3.1), pair(15, 5.2, 7.4)];
  const text = formatStyle({
    look: { ...look, provenance: { ...provenance, pairs } },
    stack: classicStack(),
  });
  return { name: 'Gold 200.filmfit', text };
}
