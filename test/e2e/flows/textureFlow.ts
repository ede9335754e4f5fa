/** A film with grain and a glow, scanned in uneven light: matched with the flat frame, and shown to be judged by eye. */
import type { Page } from 'playwright-core';
import { chooseFrom, type OpenPanel } from '../../support/panelPage';
import { inLampLight, texturedPair } from '../../support/texturedPair';
import type { RgbImage } from '../../../src/engine/image/rgbImage';

function openPicture(page: Page, name: string, { width, height, data }: RgbImage): Promise<number> {
  const codes = Uint8Array.from(data, (value) => Math.round(255 * Math.min(1, Math.max(0, value))));
  return page.evaluate(
    ({ base64, ...shape }) => {
      const pixels = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      return window.filmfitDemo.simulator.openDocument({ ...shape, pixels });
    },
    { name, width, height, base64: Buffer.from(codes).toString('base64') },
  );
}

/** The pixels of a picture that the panel shows, as 8-bit codes. */
function pixelsOf(
  page: Page,
  selector: string,
): Promise<{ readonly width: number; readonly codes: number[] }> {
  return page.locator(selector).evaluate((image: HTMLImageElement) => {
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const drawing = canvas.getContext('2d')!;
    drawing.drawImage(image, 0, 0);
    const { data } = drawing.getImageData(0, 0, canvas.width, canvas.height);
    return { width: canvas.width, codes: Array.from(data) };
  });
}

/** Deviation of green between neighbours of a picture that was drawn with every pixel twice. */
function roughness({ width, codes }: Awaited<ReturnType<typeof pixelsOf>>): number {
  const steps: number[] = [];
  const rows = codes.length / (4 * width);
  for (let y = 0; y < rows; y += 2) {
    for (let x = 0; x + 2 < width; x += 2) {
      const at = 4 * (y * width + x) + 1;
      steps.push(Math.abs(codes[at + 8] - codes[at]));
    }
  }
  steps.sort((a, b) => a - b);
  return steps[steps.length >> 1];
}

export function textureFlow(open: OpenPanel): void {
  let page: Page;

  beforeAll(async () => {
    ({ page } = await open());
    const { film, digital } = texturedPair();
    await openPicture(page, 'night photo', digital);
    await openPicture(page, 'night film', inLampLight(film));
    await openPicture(page, 'lamp', inLampLight(null));
    await chooseFrom(page, 'pick-film', 'night film');
    await chooseFrom(page, 'pick-digital', 'night photo');
    await chooseFrom(page, 'film-flat', 'lamp');
    await page.click('#match');
    await page.waitForSelector('#apply');
    await page.click('#tab-look');
  });
  afterAll(() => page?.close());

  it('shows a piece of the film beside the photo with our grain, which is as rough', async () => {
    expect(await page.locator('#grain-words').innerText()).toMatch(/±[678]\.\d, [678]\.\d, [678]\.\d of 255/);
    await page.waitForSelector('#grain-pictures img >> nth=1');
    const film = await pixelsOf(page, '#grain-pictures img >> nth=0');
    const ours = await pixelsOf(page, '#grain-pictures img >> nth=1');
    expect(film.width).toBe(ours.width);
    expect(roughness(film)).toBeGreaterThan(3);
    expect(Math.abs(roughness(film) - roughness(ours))).toBeLessThanOrEqual(1);
  });

  it('draws how the glow fades with the distance, as measured and as rendered', async () => {
    expect(await page.locator('#halation-words').innerText()).toMatch(/1[2-5]\.\d % of the red light/);
    expect(await page.locator('#halation-chart path').count()).toBe(4);
    expect(await page.locator('#halation-chart circle').count()).toBeGreaterThan(12);
    const heights = await page
      .locator('#halation-chart circle')
      .evaluateAll((dots) => dots.map((dot) => Number(dot.getAttribute('cy'))));
    // Of red, the first third: near the highlights it stands higher than far from them.
    expect(heights[0]).toBeLessThan(heights[heights.length / 3 - 1] - 20);
  });
}
