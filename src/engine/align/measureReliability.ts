/**
 * How far each pixel of a registered film picture shows the same thing as the digital picture. Four things take trust
 * away: being outside the film's picture area, structure that does not correlate (movement, parallax, occlusion),
 * single outliers against the local regression (dust, scratches), and colors that neither the rest of the picture nor
 * the structure around them confirms. Clipped values are kept at a low weight: they say "at least this bright".
 */
import type { BlockGrid } from './colorConsistency';
import { COLOR_BLOCK_PX, measureColorConsistency } from './colorConsistency';
import type { FrameQuad } from './frameQuad';
import { isInQuad } from './frameQuad';
import type { LocalAgreement } from './localAgreement';
import { measureLocalAgreement } from './localAgreement';
import type { FilmGrid } from './warpFilm';
import { filmPositionsOfRow } from './warpFilm';
import { blurInStrips } from '../image/gaussianBlur';
import type { Plane, RgbImage } from '../image/rgbImage';
import { plane } from '../image/rgbImage';
import { stretchedLuma } from '../image/stretchedLuma';
import type { Task } from '../task';
import { within } from '../task';

export interface ReliabilityInput {
  /** Registered: on the digital picture's pixels. */
  readonly film: RgbImage;
  readonly digital: RgbImage;
  /** Film positions of the digital pixels, and the picture area in the same film pixels. */
  readonly grid: FilmGrid;
  readonly frame: FrameQuad;
  readonly negative: boolean;
}

const STAGE = 'align.reliability';
/** Grain is smoothed by this much before structures are compared. */
const SMOOTHING_PX = 1.2;
const FINE_RADIUS_PX = 7;
const COARSE_RADIUS_PX = 24;
/** Correlation from which structure counts as the same, and the one below which it counts as another. */
const SAME = 0.55;
const OTHER = 0.2;
/** Robust deviations of the local regression at which a pixel starts and ends to be an outlier. */
const OUTLIER_FROM = 3.5;
const OUTLIER_TO = 6;
const COLOR_FROM = 3;
const COLOR_TO = 5;
const CLIPPED_WEIGHT = 0.3;
const CLIPPED_HIGH = 0.997;
const CLIPPED_LOW = 0.002;

export function* measureReliability(input: ReliabilityInput): Task<Plane> {
  const { film, digital, grid, frame } = input;
  const { width, height } = digital;
  const digitalGray = (yield* within(stretchedLuma(digital, STAGE), 0, 0.02)).data;
  const filmGray = (yield* within(stretchedLuma(film, STAGE), 0.02, 0.04)).data;
  if (input.negative) for (let i = 0; i < filmGray.length; i++) filmGray[i] = 1 - filmGray[i];
  yield { stage: STAGE, fraction: 0.04 };
  const scratch = new Float32Array(width * height);
  for (const gray of [digitalGray, filmGray]) {
    yield* within(blurInStrips(gray, gray, scratch, width, height, SMOOTHING_PX, STAGE), 0.05, 0.15);
  }
  const fine = yield* within(
    measureLocalAgreement(digitalGray, filmGray, width, height, FINE_RADIUS_PX, STAGE),
    0.15,
    0.4,
  );
  const coarse = yield* within(
    measureLocalAgreement(digitalGray, filmGray, width, height, COARSE_RADIUS_PX, STAGE),
    0.4,
    0.65,
  );
  const result = plane(width, height);
  const noise = noiseLevels(fine);
  const xs = new Float32Array(width);
  const ys = new Float32Array(width);
  for (let y = 0; y < height; y++) {
    filmPositionsOfRow(grid, y, xs, ys);
    structureRow(result.data, y, xs, ys, frame, fine, noise);
    if (y % 32 === 31) yield { stage: STAGE, fraction: 0.65 + (0.1 * y) / height };
  }
  const colors = yield* within(measureColorConsistency(digital, film, result.data, STAGE), 0.75, 0.9);
  for (let y = 0; y < height; y++) {
    colorRow(result.data, y, digital, film, colors, coarse, noise);
    if (y % 32 === 31) yield { stage: STAGE, fraction: 0.9 + (0.1 * y) / height };
  }
  return result;
}

interface NoiseLevels {
  /** Standard deviation of what is not structure, in each picture. */
  readonly digital: number;
  readonly film: number;
  /** Robust standard deviation of the local regression's residual. */
  readonly residual: number;
}

function noiseLevels(agreement: LocalAgreement): NoiseLevels {
  return {
    digital: Math.max(0.004, quantile(agreement.digitalDeviation, 0.05)),
    film: Math.max(0.006, quantile(agreement.filmDeviation, 0.05)),
    residual: Math.max(0.006, 1.4826 * quantile(agreement.residual, 0.5)),
  };
}

/** Quantile of absolute values, read from a sample of them. */
function quantile(values: Float32Array, share: number): number {
  const step = Math.max(1, Math.floor(values.length / 20011));
  const sample = new Float64Array(Math.floor((values.length - 1) / step) + 1);
  for (let i = 0; i < sample.length; i++) sample[i] = Math.abs(values[i * step]);
  return sample.sort()[Math.floor(share * (sample.length - 1))];
}

function structureRow(
  out: Float32Array,
  y: number,
  xs: Float32Array,
  ys: Float32Array,
  frame: FrameQuad,
  fine: LocalAgreement,
  noise: NoiseLevels,
): void {
  for (let x = 0, i = y * xs.length; x < xs.length; x++, i++) {
    if (!isInQuad(frame, xs[x], ys[x])) continue;
    const significance = significanceOf(fine, i, noise);
    const structure = 1 - significance * (1 - ramp(fine.correlation[i], OTHER, SAME));
    const local = Math.max(noise.residual, 0.5 * fine.filmDeviation[i]);
    const outlier = ramp(Math.abs(fine.residual[i]) / local, OUTLIER_FROM, OUTLIER_TO);
    out[i] = structure * (1 - outlier);
  }
}

/** How far either picture has structure here that is not noise, in [0, 1]. */
function significanceOf(agreement: LocalAgreement, i: number, noise: NoiseLevels): number {
  const film = ramp(agreement.filmDeviation[i] / noise.film, 1.8, 3.5);
  const digital = ramp(agreement.digitalDeviation[i] / (noise.digital + 0.25 * noise.film), 2.5, 5);
  return Math.max(film, digital);
}

function colorRow(
  out: Float32Array,
  y: number,
  digital: RgbImage,
  film: RgbImage,
  colors: BlockGrid,
  coarse: LocalAgreement,
  noise: NoiseLevels,
): void {
  const { width } = digital;
  const blockRow = Math.floor(y / COLOR_BLOCK_PX) * colors.columns;
  for (let x = 0, i = y * width; x < width; x++, i++) {
    if (out[i] === 0) continue;
    const strange = ramp(colors.deviation[blockRow + Math.floor(x / COLOR_BLOCK_PX)], COLOR_FROM, COLOR_TO);
    if (strange > 0) {
      const confirmed = significanceOf(coarse, i, noise) * ramp(coarse.correlation[i], 0.6, 0.85);
      out[i] *= 1 - strange * (1 - confirmed);
    }
    if (isClipped(digital.data, 3 * i) || isClipped(film.data, 3 * i)) out[i] *= CLIPPED_WEIGHT;
  }
}

function isClipped(data: Float32Array, p: number): boolean {
  const high = Math.max(data[p], data[p + 1], data[p + 2]);
  return high >= CLIPPED_HIGH || high <= CLIPPED_LOW;
}

/** 0 below `from`, 1 above `to`, smooth in between. */
function ramp(value: number, from: number, to: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}
