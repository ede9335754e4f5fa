/**
 * Halation from a registered pair: the light h · (blur(S) − S) that has to be added to the scene in each channel, so that
 * the look of it is the film, near highlights as far from them. The radius is the one that fits best. Beside it all
 * channels share a narrow glow, which is how much softer the film is than the photo; and what red has over blue in the
 * wide one is the film's, the rest the bloom of the lenses.
 */
import { decodeTable, encodeTable, readDecodeTable, readEncodeTable } from '../color/transferTables';
import type { Plane, RgbImage } from '../image/rgbImage';
import type { HalationModel, Look } from '../look';
import { NormalEquations } from '../math/normalEquations';
import { createLookMapper, type LookMapper } from '../render/renderLook';
import type { Task } from '../task';
import { blurredLight, linearPlane } from './glow';
import { findGlowPixels, type GlowPixels } from './glowPixels';

/** Why there is no halation model; code of a text. */
export type HalationRefusal = 'halation.no-highlights' | 'halation.none-seen';

export interface HalationInput {
  readonly digital: RgbImage;
  /** On the pixels of `digital`. */
  readonly film: RgbImage;
  readonly reliability: Plane;
  readonly look: Look;
}

export interface HalationEstimate {
  readonly value: HalationModel | null;
  readonly diagnostics: {
    readonly refusal: HalationRefusal | null;
    /** Share of light in the glow of each channel; blue's is taken for the bloom of the lenses. */
    readonly glow: readonly [red: number, green: number, blue: number];
    /** Standard error of red over blue. */
    readonly uncertainty: number;
    readonly pixels: number;
  };
}

/** Radii that are tried, as shares of the long edge. */
const RADII = [0.002, 0.003, 0.0045, 0.0065, 0.0095, 0.014, 0.02];
const MIN_RADIUS_PX = 3;
/** Softness of the film beside the photo. */
const NARROW_PX = 1.5;
/** Red, green and blue of the wide glow, and the narrow one. */
const SHARES = 4;
const MIN_PIXELS = 400;
const MIN_STRENGTH = 0.006;
const MIN_SIGNIFICANCE = 4;
const ROUNDS = 4;
const TONES = 5;
const ROBUST = 2.5;
/** Step of the share that the slope of the look is measured with. */
const PROBE = 0.01;

export function* estimateHalation(input: HalationInput): Task<HalationEstimate> {
  const { digital } = input;
  const longEdge = Math.max(digital.width, digital.height);
  const radii = RADII.filter((radius) => radius * longEdge >= MIN_RADIUS_PX);
  const light = [0, 1, 2].map((c) => linearPlane(digital, c));
  const glows: Plane[][] = [];
  for (const sigmaPx of [NARROW_PX, ...radii.map((radius) => radius * longEdge)]) {
    const channels: Plane[] = [];
    for (const plane of light) channels.push(yield* blurredLight(plane, sigmaPx));
    glows.push(channels);
  }
  const [narrow, ...wide] = glows;
  const pixels = findGlowPixels(
    light[0],
    wide.map((channels) => channels[0]),
    input.reliability,
  );
  if (pixels.near < MIN_PIXELS) return refused('halation.no-highlights', pixels.near);
  const fits: GlowFit[] = [];
  for (const channels of wide) {
    fits.push(fitGlow(input, light, channels, narrow, pixels));
    yield { stage: 'halation', fraction: fits.length / wide.length };
  }
  const { fit, radius } = bestRadius(radii, fits);
  const [red, green, blue] = fit.glow;
  // Blue has no halation: what it shows, above zero or below, all channels have from lenses and blur.
  const strength = red - blue;
  // Where red itself does not glow, blue only fell short of the photo's lenses.
  const least = Math.min(strength, red);
  if (least < MIN_STRENGTH || least < MIN_SIGNIFICANCE * fit.uncertainty) {
    return refused('halation.none-seen', pixels.near, fit);
  }
  const greenShare = Math.min(1, Math.max(0, (green - blue) / strength));
  return {
    value: { strength, radius, tint: [1, greenShare, 0] },
    diagnostics: { refusal: null, glow: fit.glow, uncertainty: fit.uncertainty, pixels: pixels.near },
  };
}

function refused(refusal: HalationRefusal, pixels: number, fit?: GlowFit): HalationEstimate {
  const glow = fit?.glow ?? [0, 0, 0];
  return { value: null, diagnostics: { refusal, glow, uncertainty: fit?.uncertainty ?? 0, pixels } };
}

interface GlowFit {
  readonly glow: readonly [number, number, number];
  readonly uncertainty: number;
  readonly cost: number;
}

/**
 * Gauss–Newton for the shares, with an offset by tone and channel beside them: where the look is a little off, it is
 * so near highlights and far from them.
 */
function fitGlow(
  { digital, film, look }: HalationInput,
  light: readonly Plane[],
  glow: readonly Plane[],
  narrow: readonly Plane[],
  { index }: GlowPixels,
): GlowFit {
  const count = index.length;
  const map = createLookMapper(look);
  const scene = new Float64Array(3 * count);
  const added = new Float64Array(3 * count);
  const softened = new Float64Array(3 * count);
  for (let i = 0; i < count; i++) {
    for (let c = 0; c < 3; c++) {
      scene[3 * i + c] = light[c].data[index[i]];
      added[3 * i + c] = glow[c].data[index[i]] - scene[3 * i + c];
      softened[3 * i + c] = narrow[c].data[index[i]] - scene[3 * i + c];
    }
  }
  const predict = createPrediction(map, digital, scene, added, softened);
  const tone = Float64Array.from(index, (at) => toneOf(digital, at));
  const unknowns = SHARES + 3 * TONES;
  let solution = new Float64Array(unknowns);
  const residual = new Float64Array(3 * count);
  const row = new Float64Array(unknowns);
  let spread = 0.02;
  let squares = 0;
  let inverse = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const shares = solution.subarray(0, SHARES);
    const now = predict(shares);
    const slopes = [0, 1, 2, 3].map((j) => {
      const moved = Float64Array.from(shares);
      moved[j] += PROBE;
      return predict(moved).map((value, i) => (value - now[i]) / PROBE);
    });
    const equations = new NormalEquations(unknowns);
    for (let i = 0; i < count; i++) {
      for (let c = 0; c < 3; c++) {
        const at = 3 * i + c;
        row.fill(0);
        for (let j = 0; j < SHARES; j++) row[j] = slopes[j][at];
        writeHats(row, SHARES + c * TONES, tone[i]);
        const wanted = film.data[3 * index[i] + c] - now[at];
        let offset = 0;
        for (let k = SHARES; k < unknowns; k++) offset += row[k] * solution[k];
        residual[at] = wanted - offset;
        const trust = Math.min(1, (ROBUST * spread) / (Math.abs(residual[at]) + 1e-9));
        // The unknowns: new shares less the old, and new offsets as they are.
        equations.add(row, wanted, trust);
      }
    }
    const step = equations.solve(1e-9);
    const next = step.slice();
    for (let j = 0; j < SHARES; j++) next[j] = Math.max(-0.2, Math.min(0.6, solution[j] + step[j]));
    solution = Float64Array.from(next);
    const sorted = residual.map(Math.abs).sort();
    spread = Math.max(1e-4, 1.4826 * sorted[sorted.length >> 1]);
    squares = residual.reduce((sum, r) => sum + Math.min(r * r, (ROBUST * spread) ** 2), 0);
    inverse = slopeEnergy(slopes, tone);
  }
  return {
    glow: [solution[0], solution[1], solution[2]],
    uncertainty: spread / Math.sqrt(Math.max(1e-12, inverse)),
    cost: squares,
  };
}

/** What the film would show if `shares` of the glow were added to the scene: encoded values of every pixel. */
function createPrediction(
  map: LookMapper,
  digital: RgbImage,
  scene: Float64Array,
  added: Float64Array,
  softened: Float64Array,
): (shares: ArrayLike<number>) => Float64Array {
  const encode = encodeTable(digital.space);
  return (shares) => {
    const colors = new Float64Array(scene.length);
    for (let i = 0; i < scene.length; i++) {
      colors[i] = readEncodeTable(encode, scene[i] + shares[i % 3] * added[i] + shares[3] * softened[i]);
    }
    map(colors, colors, colors.length / 3);
    return colors;
  };
}

/** Σ of the squared slopes of red's share around their mean of the tone: what tells it from the offsets. */
function slopeEnergy(slopes: readonly Float64Array[], tone: Float64Array): number {
  const sum = new Float64Array(TONES);
  const square = new Float64Array(TONES);
  const count = new Float64Array(TONES);
  for (let i = 0; i < tone.length; i++) {
    const k = Math.min(TONES - 1, Math.round(tone[i] * (TONES - 1)));
    const slope = slopes[0][3 * i];
    sum[k] += slope;
    square[k] += slope * slope;
    count[k]++;
  }
  return square.reduce((total, value, k) => total + value - (sum[k] * sum[k]) / Math.max(1, count[k]), 0);
}

/** Tone in [0, 1] along which offsets differ: finer in the shadows, where the pixels are. */
function toneOf({ data, space }: RgbImage, pixel: number): number {
  const table = decodeTable(space);
  const light = [0, 1, 2].reduce((sum, c) => sum + readDecodeTable(table, data[3 * pixel + c]), 0) / 3;
  return Math.min(1, Math.cbrt(light / 0.3));
}

function writeHats(row: Float64Array, at: number, tone: number): void {
  const position = tone * (TONES - 1);
  const index = Math.min(TONES - 2, Math.floor(position));
  row[at + index] = 1 - (position - index);
  row[at + index + 1] = position - index;
}

/** The radius of the lowest cost, between the tried ones by a parabola over the logarithm; shares interpolated alike. */
function bestRadius(radii: readonly number[], fits: readonly GlowFit[]): { fit: GlowFit; radius: number } {
  let best = 0;
  fits.forEach((fit, i) => {
    if (fit.cost < fits[best].cost) best = i;
  });
  if (best === 0 || best === fits.length - 1) return { fit: fits[best], radius: radii[best] };
  const [a, b, c] = [fits[best - 1].cost, fits[best].cost, fits[best + 1].cost];
  const shift = Math.max(-0.5, Math.min(0.5, (0.5 * (a - c)) / (a - 2 * b + c || 1)));
  const other = shift < 0 ? best - 1 : best + 1;
  const t = Math.abs(shift);
  const radius = radii[best] * (radii[other] / radii[best]) ** t;
  const between = (k: number): number => fits[best].glow[k] + t * (fits[other].glow[k] - fits[best].glow[k]);
  return { fit: { ...fits[best], glow: [between(0), between(1), between(2)] }, radius };
}
