import fs from 'node:fs';
import path from 'node:path';
import { decode } from 'fast-png';
import { rgbImage, type RgbImage } from '../../src/engine/image/rgbImage';
import { resizeArea } from '../../src/engine/image/resizeArea';

/** A lossless photo, scaled to at most `longEdgePx`. */
export function loadScene(file: string, longEdgePx: number): RgbImage {
  const png = decode(fs.readFileSync(file));
  const peak = png.depth === 16 ? 65535 : 255;
  const image = rgbImage(png.width, png.height, 'srgb');
  for (let i = 0; i < png.width * png.height; i++) {
    for (let c = 0; c < 3; c++) image.data[3 * i + c] = png.data[png.channels * i + c] / peak;
  }
  const scale = longEdgePx / Math.max(png.width, png.height);
  if (scale >= 1) return image;
  return resizeArea(image, Math.round(png.width * scale), Math.round(png.height * scale));
}

export function sceneNames(folder: string): string[] {
  return fs
    .readdirSync(folder)
    .filter((file) => file.endsWith('.png'))
    .map((file) => path.basename(file, '.png'))
    .sort();
}
