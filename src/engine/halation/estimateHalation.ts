/**
 * Halation from a registered pair: the light h · (blur(S) − S) that has to be added to the scene in each channel, so that
 * the look of it is the film, near highlights as far from them. The radius is the one that fits best. What all channels
 * share is the bloom of the lenses and how soft the film is beside the photo; what red has over it is the film's.
 */
import type { Plane, RgbImage } from '../image/rgbImage';
import type { HalationModel, Look } from '../look';
import { createLookMapper } from '../render/renderLook';
import type { Task } from '../task';
import { bestGlow, strengthError } from './bestGlow';
import { fitGlow, type GlowFit } from './fitGlow';
import { blurredLight, linearPlane } from './glow';
import { findGlowPixels } from './glowPixels';
import { addedLight, sampleGlow } from './glowSamples';

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
    /** What there seems to be, though it may be too faint or too unsure for the strength to be trusted; else null. */
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
/** A weaker glow is there, but not measured within a fifth (npm run bench:halation). */
export const MEASURABLE = 0.048;
/** Errors of the estimate that the glow has to be, to be seen… */
const MIN_SIGNIFICANCE = 5;
/** … and for it to be worth to look again: while the look holds a part of the glow, what is left of it is less sure. */
const MIN_SUSPICION = 3;

export function* estimateHalation(input: HalationInput): Task<HalationEstimate> {
  const { digital, film, look, reliability } = input;
  const longEdge = Math.max(digital.width, digital.height);
  const radii = RADII.filter((radius) => radius * longEdge >= MIN_RADIUS_PX);
  const light = [0, 1, 2].map((c) => linearPlane(digital, c));
  const [narrow, ...wide] = yield* blurredChannels(light, [
    NARROW_PX,
    ...radii.map((each) => each * longEdge),
  ]);
  const redGlows = wide.map(([red]) => red);
  const { index, near } = findGlowPixels(light, redGlows, reliability);
  if (near < MIN_PIXELS) return refused('halation.no-highlights', near);
  const samples = sampleGlow(light, film, index);
  const map = createLookMapper(look);
  const softened = addedLight(narrow, samples.scene, index);
  const fits: GlowFit[] = [];
  for (const channels of wide) {
    fits.push(fitGlow(samples, addedLight(channels, samples.scene, index), softened, map));
    yield { stage: 'halation', fraction: fits.length / wide.length };
  }
  const { red, green, radius } = bestGlow(radii, fits);
  const uncertainty = strengthError(radii, fits);
  const found = {
    glow: [red, green],
    uncertainty,
    pixels: near,
    growth: 1,
  } as const;
  const isSuspected = red >= SEEN && red >= MIN_SUSPICION * uncertainty && radius !== radii[0];
  if (!isSuspected) {
    return { value: null, diagnostics: { ...found, refusal: 'halation.none-seen', seen: null } };
  }
  const greenShare = Math.min(1, Math.max(0, green / red));
  const seen: HalationModel = { strength: red, radius, tint: [1, greenShare, 0] };
  const refusal =
    red < MIN_SIGNIFICANCE * uncertainty
      ? 'halation.none-seen'
      : red < MEASURABLE
        ? 'halation.too-faint'
        : null;
  return { value: refusal ? null : seen, diagnostics: { ...found, refusal, seen } };
}

/** For each deviation the three channels, blurred. */
function* blurredChannels(light: readonly Plane[], sigmasPx: readonly number[]): Task<Plane[][]> {
  const blurred: Plane[][] = [];
  for (const sigmaPx of sigmasPx) {
    const channels: Plane[] = [];
    for (const channel of light) channels.push(yield* blurredLight(channel, sigmaPx));
    blurred.push(channels);
  }
  return blurred;
}

function refused(refusal: HalationRefusal, pixels: number): HalationEstimate {
  return {
    value: null,
    diagnostics: {
      refusal,
      glow: [0, 0],
      uncertainty: 0,
      pixels,
      growth: 1,
      seen: null,
    },
  };
}
