/** The sample pair of the repository at another size, with its true homography. */
import fs from 'node:fs';
import path from 'node:path';
import { scaleHomography } from '../../src/engine/align/homography';
import type { Homography } from '../../src/engine/align/alignment';
import { resizeArea } from '../../src/engine/image/resizeArea';
import { rgbImage } from '../../src/engine/image/rgbImage';
import type { ImagePair, RgbImage } from '../../src/engine/image/rgbImage';
import { readPictureFile } from '../../src/demo/server/readPictureFile';

const SAMPLE = path.resolve(__dirname, '../../sample');

export interface SamplePair extends ImagePair {
  readonly filmToDigital: Homography;
}

export function loadSamplePair(longEdgePx: number): SamplePair {
  const film = load('film.jpg', longEdgePx);
  const digital = load('digital.jpg', longEdgePx);
  const truth = JSON.parse(fs.readFileSync(path.join(SAMPLE, 'truth.json'), 'utf8')) as {
    filmToDigital: Homography;
  };
  return {
    film: film.image,
    digital: digital.image,
    filmToDigital: scaleHomography(truth.filmToDigital, film.scale, digital.scale),
  };
}

function load(name: string, longEdgePx: number): { image: RgbImage; scale: number } {
  const { width, height, pixels } = readPictureFile(path.join(SAMPLE, name));
  const full = rgbImage(
    width,
    height,
    'srgb',
    Float32Array.from(pixels, (code) => code / 255),
  );
  const scale = longEdgePx / Math.max(width, height);
  return { image: resizeArea(full, Math.round(width * scale), Math.round(height * scale)), scale };
}
