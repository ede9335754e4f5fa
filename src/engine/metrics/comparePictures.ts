/**
 * Everything that is measured between two pictures of the same thing: color differences, distributions and tone in
 * CIELAB, structure of lightness.
 */
import { createRgbToLab } from '../color/lab';
import { createRgbToOklab } from '../color/oklab';
import type { Plane, RgbImage } from '../image/rgbImage';
import { COLOR_REGIONS, colorRegionIndices, type ColorRegion } from './colorRegions';
import { deltaE76, deltaE2000, deltaEOk } from './deltaE';
import type { DifferenceSummary } from './differenceSummary';
import { earthMoversDistance } from './earthMoversDistance';
import { structuralSimilarity } from './structuralSimilarity';
import { summarize } from './summarize';
import { toneCurveDistance } from './toneCurveDistance';

export interface RegionDifference {
  readonly region: ColorRegion;
  /** Share of the trusted picture, in [0, 1]. */
  readonly share: number;
  readonly deltaE2000: DifferenceSummary;
}

export interface Comparison {
  readonly deltaE76: DifferenceSummary;
  readonly deltaE2000: DifferenceSummary;
  /** Distance in OKLab × 100. */
  readonly deltaEOk: DifferenceSummary;
  /** Earth mover's distance of each channel of CIELAB, in its unit. */
  readonly emd: { readonly L: number; readonly a: number; readonly b: number };
  /** Mean distance of the tone curves, in units of CIELAB's lightness. */
  readonly toneCurve: number;
  /** SSIM of lightness; null when the pictures are smaller than a window or hardly trusted. */
  readonly ssim: number | null;
  /** ΔE2000 by the color that `regionsOf` has, for regions that occur. */
  readonly regions: readonly RegionDifference[];
}

/** Regions that fill less of the picture say nothing. */
const MIN_REGION_SHARE = 0.002;

/**
 * @param trust pixels without trust are left out
 * @param regionsOf picture whose colors name the regions. @default reference
 * @throws RangeError when sizes or spaces differ, or no pixel is trusted
 */
export function comparePictures(
  picture: RgbImage,
  reference: RgbImage,
  trust: Plane,
  regionsOf: RgbImage = reference,
): Comparison {
  const sizes = [picture, reference, trust, regionsOf].map(({ width, height }) => `${width}×${height}`);
  if (new Set(sizes).size > 1)
    throw new RangeError(`Expected pictures of one size, got ${sizes.join(', ')}.`);
  if (picture.space !== reference.space) {
    throw new RangeError(`Expected pictures in one space, got ${picture.space} and ${reference.space}.`);
  }
  const toLab = createRgbToLab(picture.space);
  const toOklab = createRgbToOklab(picture.space);
  const count = trust.data.length;
  const channels = Array.from({ length: 6 }, () => new Float32Array(count));
  const difference76 = new Float32Array(count);
  const difference2000 = new Float32Array(count);
  const differenceOk = new Float32Array(count);
  const lab = new Float64Array(6);
  const p = picture.data;
  const r = reference.data;
  for (let i = 0; i < count; i++) {
    toLab(p[3 * i], p[3 * i + 1], p[3 * i + 2], lab, 0);
    toLab(r[3 * i], r[3 * i + 1], r[3 * i + 2], lab, 3);
    for (let c = 0; c < 6; c++) channels[c][i] = lab[c];
    difference76[i] = deltaE76(lab[0], lab[1], lab[2], lab[3], lab[4], lab[5]);
    difference2000[i] = deltaE2000(lab[0], lab[1], lab[2], lab[3], lab[4], lab[5]);
    toOklab(p[3 * i], p[3 * i + 1], p[3 * i + 2], lab, 0);
    toOklab(r[3 * i], r[3 * i + 1], r[3 * i + 2], lab, 3);
    differenceOk[i] = deltaEOk(lab[0], lab[1], lab[2], lab[3], lab[4], lab[5]);
  }
  const emd = (c: number): number => earthMoversDistance(channels[c], channels[c + 3], trust.data);
  const { width, height } = trust;
  const lightness = (c: number): Plane => ({ width, height, data: channels[c] });
  return {
    deltaE76: summarize(difference76, trust.data),
    deltaE2000: summarize(difference2000, trust.data),
    deltaEOk: summarize(differenceOk, trust.data),
    emd: { L: emd(0), a: emd(1), b: emd(2) },
    toneCurve: toneCurveDistance(channels[0], channels[3], trust.data),
    ssim: structuralSimilarity(lightness(0), lightness(3), 100, trust),
    regions: regionDifferences(
      difference2000,
      colorRegionIndices(regionsOf.data, regionsOf.space),
      trust.data,
    ),
  };
}

function regionDifferences(
  differences: Float32Array,
  regions: Uint8Array,
  weights: Float32Array,
): readonly RegionDifference[] {
  const total = weights.reduce((sum, weight) => sum + Math.max(0, weight), 0);
  return COLOR_REGIONS.flatMap((region, index) => {
    const own = weights.map((weight, i) => (regions[i] === index ? weight : 0));
    const share = own.reduce((sum, weight) => sum + Math.max(0, weight), 0) / total;
    return share < MIN_REGION_SHARE ? [] : [{ region, share, deltaE2000: summarize(differences, own) }];
  });
}
