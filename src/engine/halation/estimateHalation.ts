/**
 * Halation from a registered pair: the light h · (blur(S) − S) that has to be added to the scene in each channel, so that
 * the look of it is the film, near highlights as far from them. The radius is the one that fits best. What all channels
 * share is the bloom of the lenses and how soft the film is beside the photo; what red has over it is the film's.
 */
import type { Plane, RgbImage } from '../image/rgbImage';
import type { HalationModel, Look } from '../look';
import { createLookMapper } from '../render/renderLook';
import type { Task } from '../task';
import { fitGlow, GLOW_PARTS, type GlowFit, type GlowSamples } from './fitGlow';
import { blurredLight, linearPlane } from './glow';
import { findGlowPixels, windowMean } from './glowPixels';

/** Why there is no halation model; code of a text. */
export type HalationRefusal =
  'halation.no-highlights' | 'halation.none-seen' | 'halation.too-faint' | 'halation.like-color';

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
    /** Shares of the light that red and green have in the glow over blue. */
    readonly glow: readonly [red: number, green: number];
    /** Standard error of red's, from how far parts of the picture agree. */
    readonly uncertainty: number;
    readonly pixels: number;
    /** Strength with the look fitted again over strength with the first one; 1 where it was fitted once. */
    readonly growth: number;
    /** What was seen, though it may be too faint for the strength to be trusted; else null. */
    readonly seen: HalationModel | null;
  };
}

/** Radii that are tried, as shares of the long edge. */
const RADII = [0.002, 0.003, 0.0045, 0.0065, 0.0095, 0.014, 0.02];
/** Narrower glows cannot be told from softness. */
const MIN_RADIUS_PX = 3;
/** Softness of the film beside the photo. */
const NARROW_PX = 1.5;
/** With fewer dark pixels near highlights (610 in one scene) strength was a quarter off. */
const MIN_PIXELS = 800;
/** What a picture without halation may seem to have, since no look is quite right (npm run bench:halation). */
const SEEN = 0.02;
/** A weaker glow is there, but not measured within a fifth. */
const MEASURABLE = 0.048;
/** Errors of the estimate that the glow has to be, to be seen. */
const MIN_SIGNIFICANCE = 5;

export function* estimateHalation(input: HalationInput): Task<HalationEstimate> {
  const { digital, look } = input;
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
  const redGlows = wide.map((channels) => channels[0]);
  const { index, near } = findGlowPixels(light, redGlows, input.reliability);
  if (near < MIN_PIXELS) return refused('halation.no-highlights', near);
  const samples = sampleGlow(input, light, index);
  const map = createLookMapper(look);
  const softened = addedBy(narrow, samples.scene, index);
  const fits: GlowFit[] = [];
  for (const channels of wide) {
    fits.push(fitGlow(samples, addedBy(channels, samples.scene, index), softened, map));
    yield { stage: 'halation', fraction: fits.length / wide.length };
  }
  const { red, green, radius } = bestOf(radii, fits, -1);
  const found = {
    glow: [red, green],
    uncertainty: standardError(radii, fits),
    pixels: near,
    growth: 1,
  } as const;
  const isNarrowest = radius === radii[0];
  if (red < SEEN || red < MIN_SIGNIFICANCE * found.uncertainty || isNarrowest) {
    return { value: null, diagnostics: { ...found, refusal: 'halation.none-seen', seen: null } };
  }
  const greenShare = Math.min(1, Math.max(0, green / red));
  const seen: HalationModel = { strength: red, radius, tint: [1, greenShare, 0] };
  return red < MEASURABLE
    ? { value: null, diagnostics: { ...found, refusal: 'halation.too-faint', seen } }
    : { value: seen, diagnostics: { ...found, refusal: null, seen } };
}

function refused(refusal: HalationRefusal, pixels: number): HalationEstimate {
  return {
    value: null,
    diagnostics: { refusal, glow: [0, 0], uncertainty: 0, pixels, growth: 1, seen: null },
  };
}

/** Squares of the picture go to the parts in turn, so that each part has places all over it. */
const SQUARES = 8;

function sampleGlow(
  { digital, film }: HalationInput,
  light: readonly Plane[],
  index: Uint32Array,
): GlowSamples {
  const { width, height, space } = digital;
  const samples = {
    count: index.length,
    scene: new Float64Array(3 * index.length),
    film: new Float64Array(3 * index.length),
    part: new Uint8Array(index.length),
    space,
  };
  index.forEach((pixel, i) => {
    for (let c = 0; c < 3; c++) {
      samples.scene[3 * i + c] = windowMean(light[c].data, width, pixel);
      samples.film[3 * i + c] = windowMean(film.data, width, pixel, 3, c);
    }
    const column = Math.floor((SQUARES * (pixel % width)) / width);
    const line = Math.floor((SQUARES * Math.floor(pixel / width)) / height);
    samples.part[i] = (3 * column + 5 * line) % GLOW_PARTS;
  });
  return samples;
}

/** What a blurred picture has over the scene at the samples. */
function addedBy(blurred: readonly Plane[], scene: Float64Array, index: Uint32Array): Float64Array {
  return scene.map((light, at) => {
    const { data, width } = blurred[at % 3];
    return windowMean(data, width, index[Math.floor(at / 3)]) - light;
  });
}

interface BestGlow {
  readonly red: number;
  readonly green: number;
  readonly radius: number;
}

/**
 * The radius of the lowest cost, between the tried ones by a parabola over the logarithm; shares interpolated alike.
 * @param left index of the part of the picture that is left out; −1 for none
 */
function bestOf(radii: readonly number[], fits: readonly GlowFit[], left: number): BestGlow {
  const costs = fits.map(({ cost }) => cost.reduce((sum, value, k) => (k === left ? sum : sum + value), 0));
  const glowOf = (i: number) => (left < 0 ? fits[i].glow : fits[i].withoutPart[left]);
  let best = 0;
  costs.forEach((cost, i) => {
    if (cost < costs[best]) best = i;
  });
  const [red, green] = glowOf(best);
  if (best === 0 || best === fits.length - 1) return { red, green, radius: radii[best] };
  const [a, b, c] = [costs[best - 1], costs[best], costs[best + 1]];
  const shift = Math.max(-0.5, Math.min(0.5, (0.5 * (a - c)) / (a - 2 * b + c || 1)));
  const other = shift < 0 ? best - 1 : best + 1;
  const t = Math.abs(shift);
  const [otherRed, otherGreen] = glowOf(other);
  return {
    red: red + t * (otherRed - red),
    green: green + t * (otherGreen - green),
    radius: radii[best] * (radii[other] / radii[best]) ** t,
  };
}

function standardError(radii: readonly number[], fits: readonly GlowFit[]): number {
  const reds = Array.from({ length: GLOW_PARTS }, (_, k) => bestOf(radii, fits, k).red);
  const mean = reds.reduce((sum, red) => sum + red, 0) / GLOW_PARTS;
  const squares = reds.reduce((sum, red) => sum + (red - mean) ** 2, 0);
  return Math.sqrt(((GLOW_PARTS - 1) / GLOW_PARTS) * squares);
}
