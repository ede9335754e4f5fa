/** A film with grain and a glow, scanned in uneven light: matched with the flat frame, and shown to be judged by eye. */
import type { Page } from 'playwright-core';
import { openPicture } from '../../support/demoPage';
import { chooseFrom, type OpenPanel } from '../../support/panelPage';
import { inLampLight, texturedPair } from '../../support/texturedPair';
import { RGB_SPACES } from '../../../src/engine/color/rgbSpaces';
import { rgbImage, type RgbImage } from '../../../src/engine/image/rgbImage';
import { resizeArea } from '../../../src/engine/image/resizeArea';

const { film, digital } = texturedPair();
const SCAN = inLampLight(film);

/** A picture that the panel shows, in its own pixels. */
async function pictureAt(page: Page, selector: string): Promise<RgbImage> {
  const { width, height, base64 } = await page.locator(selector).evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const drawing = canvas.getContext('2d')!;
    drawing.drawImage(image, 0, 0);
    const { data } = drawing.getImageData(0, 0, canvas.width, canvas.height);
    // As text: an array of so many numbers takes Playwright half a minute.
    const letters = Array.from(data, (code) => String.fromCharCode(code));
    return { width: canvas.width, height: canvas.height, base64: btoa(letters.join('')) };
  });
  const values = Array.from(Buffer.from(base64, 'base64'), (code) => code / 255).filter((_, i) => i % 4 < 3);
  return rgbImage(width, height, 'srgb', Float32Array.from(values));
}

/** By how much the light of `picture` beside that of `truth` differs between the parts of the frame: a factor. */
function unevenness(picture: RgbImage, truth: RgbImage): number {
  const { decode } = RGB_SPACES.srgb;
  const [columns, rows] = [6, 4];
  const lightOf = (image: RgbImage) =>
    resizeArea({ ...image, data: image.data.map(decode) }, columns, rows).data;
  const expected = lightOf(truth);
  const ratios = Array.from(lightOf(picture), (light, i) => light / expected[i]);
  return Math.max(...ratios) / Math.min(...ratios);
}

/** Mean step of green, in levels, between neighbours of a piece that is drawn with every pixel twice. */
function roughness({ width, height, data }: RgbImage): number {
  let sum = 0;
  let count = 0;
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x + 2 < width; x += 2, count++) {
      const at = 3 * (y * width + x) + 1;
      sum += 255 * Math.abs(data[at + 6] - data[at]);
    }
  }
  return sum / count;
}

export function textureFlow(open: OpenPanel): void {
  let page: Page;

  beforeAll(async () => {
    ({ page } = await open());
    await openPicture(page, 'night photo', digital);
    await openPicture(page, 'night film', SCAN);
    await openPicture(page, 'lamp', inLampLight(null));
    await chooseFrom(page, 'film-picture', 'night film');
    await chooseFrom(page, 'digital-picture', 'night photo');
  });
  afterAll(() => page?.close());

  it('takes the uneven light of the lamp out of the scan by the flat frame that is chosen', async () => {
    expect(await page.locator('#film-flat [selected]').textContent()).toBe('None: the light is even');
    await chooseFrom(page, 'film-flat', 'lamp');
    expect(await page.locator('#film-flat [selected]').textContent()).toBe('lamp');
    await page.click('#match');
    await page.waitForSelector('#apply');
    await page.waitForSelector('#compare .ff-view img');
    const shown = await pictureAt(page, '#compare .ff-view img >> nth=0');
    expect(unevenness(SCAN, film)).toBeGreaterThan(1.25);
    expect(unevenness(shown, film)).toBeLessThan(1.1);
  });

  it('shows a piece of the film beside the photo with our grain, which is as rough', async () => {
    await page.click('#tab-look');
    await page.waitForSelector('#grain-pictures img >> nth=1');
    // 7 in the film; evening the light out keeps the scan's mean, which the lamp has made 8 % darker.
    expect(await page.locator('#grain-words').innerText()).toMatch(/±6\.\d, 6\.\d, 6\.\d of 255/);
    const [filmPiece, ourPiece] = [0, 1].map((n) => pictureAt(page, `#grain-pictures img >> nth=${n}`));
    const truth = roughness(await filmPiece);
    expect(truth).toBeGreaterThan(3);
    expect(Math.abs(roughness(await ourPiece) / truth - 1)).toBeLessThan(0.15);
  });

  it('draws how the glow fades with the distance, as measured and as rendered', async () => {
    expect(await page.locator('#halation-words').innerText()).toMatch(/1[2-5]\.\d % of the red light/);
    expect(await page.locator('#halation-chart path').count()).toBe(4);
    const heights = await page
      .locator('#halation-chart circle')
      .evaluateAll((dots) => dots.map((dot) => Number(dot.getAttribute('cy'))));
    const ofRed = heights.slice(0, heights.length / 3);
    expect(ofRed.length).toBeGreaterThan(4);
    // Near the highlights red stands higher than far from them; SVG counts downwards.
    expect(ofRed[0]).toBeLessThan(ofRed[ofRed.length - 1] - 20);
  });
}
