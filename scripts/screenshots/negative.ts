/** A scanned negative beside the sample pair. */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { readPictureFile } from '../../src/demo/server/readPictureFile';
import { fitLongEdge, resizeArea } from '../../src/engine/image/resizeArea';
import { rgbImage, type RgbImage } from '../../src/engine/image/rgbImage';
import { openPicture } from '../../test/support/demoPage';
import { chooseFrom } from '../../test/support/panelPage';
import { negativeOf } from '../../test/support/simulatedNegative';
import { scrollTo } from './page';

const NEGATIVE_NAME = 'frame 12.tif';
const NEGATIVE_LONG_EDGE_PX = 480;
const REBATE_PX = 24;

export async function invertNegative(page: Page): Promise<void> {
  await openPicture(page, NEGATIVE_NAME, negative());
  await chooseFrom(page, 'target', NEGATIVE_NAME);
  await chooseFrom(page, 'negative-kind', 'Color negative, orange mask');
  await page.click('#invert-frame');
  await page.waitForSelector('#inversion-numbers', { timeout: 60_000 });
  await page.waitForTimeout(1500);
  await scrollTo(page, '#negative-section');
}

/** The sample photo as a color negative with its rebate. */
function negative(): RgbImage {
  const photo = readPictureFile(path.resolve('sample/digital.jpg'));
  const codes = Float32Array.from(photo.pixels, (code) => code / 255);
  const inner = fitLongEdge(photo.width, photo.height, NEGATIVE_LONG_EDGE_PX);
  const scene = resizeArea(rgbImage(photo.width, photo.height, 'srgb', codes), inner.width, inner.height);
  const image = rgbImage(inner.width + 2 * REBATE_PX, inner.height + 2 * REBATE_PX, 'srgb');
  for (let y = 0; y < image.height; y++) {
    for (let x = 0; x < image.width; x++) {
      const [column, row] = [x - REBATE_PX, y - REBATE_PX];
      const inside = column >= 0 && row >= 0 && column < inner.width && row < inner.height;
      const at = 3 * (row * inner.width + column);
      const color = inside ? Array.from(scene.data.subarray(at, at + 3)) : [0, 0, 0];
      image.data.set(negativeOf(color), 3 * (y * image.width + x));
    }
  }
  return image;
}
