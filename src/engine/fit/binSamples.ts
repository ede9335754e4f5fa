/**
 * Samples → bins: cells of OKLab on the *digital* color (the side without grain), separately for each pair.
 *
 * Inside a cell everything is a trimmed weighted mean: samples whose film color is far from the cell's median (dust, a
 * moved object) are left out. The bin's weight is the square root of what its samples weigh.
 */
import { createRgbToOklab } from '../color/oklab';
import type { ColorSamples } from '../sample/colorSamples';
import { LIGHT_FIELD_TERMS, type ColorBins } from './colorBins';

export interface BinOptions {
  /** Size of the cells. @default 0.035 */
  readonly lightnessStep?: number;
  /** @default 0.022 */
  readonly chromaStep?: number;
  /** Cells along each side of the frame that are kept apart, to see light fall off. @default 1 */
  readonly places?: number;
  /** Keep only this many of the heaviest bins a pair. @default all */
  readonly maxPerPair?: number;
  /** Colors to average instead of the samples' own digital colors, per pair: 3 a sample. Cells are of the digital ones. */
  readonly values?: readonly ArrayLike<number>[];
}

const LIGHTNESS_STEP = 0.035;
const CHROMA_STEP = 0.022;

/** Samples further from the median than this many robust deviations, plus two levels, are outliers. */
const TRIM_DEVIATIONS = 2.5;
const TRIM_FLOOR = 0.004;
const MAD_TO_DEVIATION = 1.4826;

/** Cells grow by this factor until the bins are few enough. */
const COARSER = 1.2;

/** Bins in cells as small as `options` say, or larger where more than `limit` would come out. */
export function binAtMost(
  pairs: readonly ColorSamples[],
  limit: number,
  options: BinOptions = {},
): ColorBins {
  let { lightnessStep = LIGHTNESS_STEP, chromaStep = CHROMA_STEP } = options;
  while (chromaStep < 0.2 && countBins(pairs, { ...options, lightnessStep, chromaStep }) > limit) {
    lightnessStep *= COARSER;
    chromaStep *= COARSER;
  }
  return binSamples(pairs, { ...options, lightnessStep, chromaStep });
}

function countBins(pairs: readonly ColorSamples[], options: BinOptions): number {
  let count = 0;
  for (const samples of pairs) {
    const keys = cellKeys(samples, samples.digital, options);
    const cells = new Set<number>();
    for (let i = 0; i < samples.count; i++) if (samples.weight[i] > 0) cells.add(keys[i]);
    count += Math.min(cells.size, options.maxPerPair ?? cells.size);
  }
  return count;
}

/** @throws RangeError when no pair is given or spaces differ */
export function binSamples(pairs: readonly ColorSamples[], options: BinOptions = {}): ColorBins {
  if (pairs.length === 0) throw new RangeError('Expected at least one pair of samples, got none.');
  const parts = pairs.map((samples, index) => binPair(samples, index, options));
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  const bins = {
    count,
    digital: new Float64Array(3 * count),
    film: new Float64Array(3 * count),
    weight: new Float64Array(count),
    pair: new Uint16Array(count),
    field: new Float64Array(LIGHT_FIELD_TERMS * count),
    space: pairs[0].space,
  };
  let at = 0;
  for (const part of parts) {
    if (part.space !== bins.space) {
      throw new RangeError(`Expected all pairs in ${bins.space}, got one in ${part.space}.`);
    }
    bins.digital.set(part.digital, 3 * at);
    bins.film.set(part.film, 3 * at);
    bins.weight.set(part.weight, at);
    bins.pair.set(part.pair, at);
    bins.field.set(part.field, LIGHT_FIELD_TERMS * at);
    at += part.count;
  }
  const mean = bins.weight.reduce((sum, w) => sum + w, 0) / Math.max(1, count);
  if (mean > 0) for (let i = 0; i < count; i++) bins.weight[i] /= mean;
  return bins;
}

function binPair(samples: ColorSamples, pair: number, options: BinOptions): ColorBins {
  const averaged: ArrayLike<number> = options.values?.[pair] ?? samples.digital;
  const keys = cellKeys(samples, samples.digital, options);
  const order = new Uint32Array(samples.count);
  for (let i = 0; i < samples.count; i++) order[i] = i;
  order.sort((i, j) => keys[i] - keys[j] || i - j);

  const runs: { from: number; to: number; weight: number }[] = [];
  for (let from = 0; from < samples.count;) {
    let to = from;
    let weight = 0;
    while (to < samples.count && keys[order[to]] === keys[order[from]]) weight += samples.weight[order[to++]];
    if (weight > 0) runs.push({ from, to, weight });
    from = to;
  }
  const limit = options.maxPerPair ?? runs.length;
  if (runs.length > limit) {
    runs.sort((a, b) => b.weight - a.weight || a.from - b.from);
    runs.length = limit;
  }

  const bins = {
    count: runs.length,
    digital: new Float64Array(3 * runs.length),
    film: new Float64Array(3 * runs.length),
    weight: new Float64Array(runs.length),
    pair: new Uint16Array(runs.length).fill(pair),
    field: new Float64Array(LIGHT_FIELD_TERMS * runs.length),
    space: samples.space,
  };
  runs.forEach((run, bin) => averageRun(samples, averaged, order.subarray(run.from, run.to), bins, bin));
  return bins;
}

function cellKeys(samples: ColorSamples, digital: ArrayLike<number>, options: BinOptions): Float64Array {
  const { lightnessStep = LIGHTNESS_STEP, chromaStep = CHROMA_STEP, places = 1 } = options;
  const toOklab = createRgbToOklab(samples.space);
  const keys = new Float64Array(samples.count);
  const lab = new Float64Array(3);
  for (let i = 0; i < samples.count; i++) {
    toOklab(digital[3 * i], digital[3 * i + 1], digital[3 * i + 2], lab, 0);
    const l = Math.floor(lab[0] / lightnessStep);
    // OKLab's a and b lie within ±0.4: 64 cells to either side are enough for any step from 0.00625 on.
    const a = Math.floor(lab[1] / chromaStep + 0.5) + 64;
    const b = Math.floor(lab[2] / chromaStep + 0.5) + 64;
    const u = placeIndex(samples.position[2 * i], places);
    const v = placeIndex(samples.position[2 * i + 1], places);
    keys[i] = (((l * 128 + a) * 128 + b) * places + u) * places + v;
  }
  return keys;
}

function placeIndex(position: number, places: number): number {
  return Math.max(0, Math.min(places - 1, Math.floor(((position + 1) / 2) * places)));
}

function averageRun(
  samples: ColorSamples,
  digital: ArrayLike<number>,
  members: Uint32Array,
  bins: ColorBins,
  bin: number,
): void {
  const limits = new Float64Array(6);
  if (members.length >= 4) {
    for (let c = 0; c < 3; c++) {
      const values = Float64Array.from(members, (i) => samples.film[3 * i + c]);
      const median = medianOf(values);
      for (let i = 0; i < values.length; i++) values[i] = Math.abs(values[i] - median);
      const reach = TRIM_DEVIATIONS * MAD_TO_DEVIATION * medianOf(values) + TRIM_FLOOR;
      limits[2 * c] = median - reach;
      limits[2 * c + 1] = median + reach;
    }
  } else {
    for (let c = 0; c < 3; c++) {
      limits[2 * c] = -Infinity;
      limits[2 * c + 1] = Infinity;
    }
  }
  let total = averageWithin(samples, digital, members, limits, bins, bin);
  // A cell with two equal halves of different film colors can lose everybody to its per-channel medians.
  if (total === 0) total = averageWithin(samples, digital, members, OPEN_LIMITS, bins, bin);
  bins.weight[bin] = Math.sqrt(total);
}

const OPEN_LIMITS = Float64Array.of(-Infinity, Infinity, -Infinity, Infinity, -Infinity, Infinity);

function averageWithin(
  samples: ColorSamples,
  digital: ArrayLike<number>,
  members: Uint32Array,
  limits: Float64Array,
  bins: ColorBins,
  bin: number,
): number {
  const { film, position, weight } = samples;
  let total = 0;
  for (const i of members) {
    const r = film[3 * i];
    const g = film[3 * i + 1];
    const b = film[3 * i + 2];
    if (r < limits[0] || r > limits[1] || g < limits[2] || g > limits[3] || b < limits[4] || b > limits[5])
      continue;
    const w = weight[i];
    const u = position[2 * i];
    const v = position[2 * i + 1];
    total += w;
    for (let c = 0; c < 3; c++) {
      bins.digital[3 * bin + c] += w * digital[3 * i + c];
      bins.film[3 * bin + c] += w * film[3 * i + c];
    }
    const at = LIGHT_FIELD_TERMS * bin;
    bins.field[at] += w * (u * u + v * v);
    bins.field[at + 1] += w * u;
    bins.field[at + 2] += w * v;
    bins.field[at + 3] += w * (u * u - v * v);
    bins.field[at + 4] += w * u * v;
  }
  if (total === 0) return 0;
  for (let c = 0; c < 3; c++) {
    bins.digital[3 * bin + c] /= total;
    bins.film[3 * bin + c] /= total;
  }
  for (let k = 0; k < LIGHT_FIELD_TERMS; k++) bins.field[LIGHT_FIELD_TERMS * bin + k] /= total;
  return total;
}

function medianOf(values: Float64Array): number {
  const sorted = values.slice().sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
