/** Everything that is measured between two pictures of the same thing: color differences and distributions in CIELAB. */
import { createRgbToLab } from '../color/lab';
import type { Plane, RgbImage } from '../image/rgbImage';
import { deltaE76, deltaE2000 } from './deltaE';
import type { DifferenceSummary } from './differenceSummary';
import { earthMoversDistance } from './earthMoversDistance';
import { summarize } from './summarize';

export interface Comparison {
  readonly deltaE76: DifferenceSummary;
  readonly deltaE2000: DifferenceSummary;
  /** Earth mover's distance of each channel of CIELAB, in its unit. */
  readonly emd: { readonly L: number; readonly a: number; readonly b: number };
}

/**
 * @param trust pixels without trust are left out
 * @throws RangeError when sizes or spaces differ, or no pixel is trusted
 */
export function comparePictures(picture: RgbImage, reference: RgbImage, trust: Plane): Comparison {
  const sizes = [picture, reference, trust].map(({ width, height }) => `${width}×${height}`);
  if (new Set(sizes).size > 1)
    throw new RangeError(`Expected pictures of one size, got ${sizes.join(', ')}.`);
  if (picture.space !== reference.space) {
    throw new RangeError(`Expected pictures in one space, got ${picture.space} and ${reference.space}.`);
  }
  const toLab = createRgbToLab(picture.space);
  const count = trust.data.length;
  const channels = Array.from({ length: 6 }, () => new Float32Array(count));
  const difference76 = new Float32Array(count);
  const difference2000 = new Float32Array(count);
  const lab = new Float64Array(6);
  for (let i = 0; i < count; i++) {
    toLab(picture.data[3 * i], picture.data[3 * i + 1], picture.data[3 * i + 2], lab, 0);
    toLab(reference.data[3 * i], reference.data[3 * i + 1], reference.data[3 * i + 2], lab, 3);
    for (let c = 0; c < 6; c++) channels[c][i] = lab[c];
    difference76[i] = deltaE76(lab[0], lab[1], lab[2], lab[3], lab[4], lab[5]);
    difference2000[i] = deltaE2000(lab[0], lab[1], lab[2], lab[3], lab[4], lab[5]);
  }
  const emd = (c: number): number => earthMoversDistance(channels[c], channels[c + 3], trust.data);
  return {
    deltaE76: summarize(difference76, trust.data),
    deltaE2000: summarize(difference2000, trust.data),
    emd: { L: emd(0), a: emd(1), b: emd(2) },
  };
}
