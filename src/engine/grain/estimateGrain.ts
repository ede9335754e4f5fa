/**
 * The grain of a film scan: strength by tone and channel, autocorrelation, and correlation between the channels, from
 * calm windows (Selwyn, A Theory of Graininess, 1935, for what is measured; docs/method/grain-halation.md for how).
 */
import type { GrainComponent, GrainModel } from '../look';
import type { Task } from '../task';
import { cutGrainWindows, WINDOW_PX, type GrainSource } from './cutGrainWindows';
import { fitStrength } from './fitStrength';
import { correlationArea, correlationLength, fitSpectrum, LAGS, normalizedShares } from './grainSpectrum';
import { matchSharpness } from './matchSharpness';
import { joinCovariances, pooledCovariance, shareOfScene, whiteVariance, windowTrust } from './poolWindows';
import { windowCovariances, type WindowCovariances } from './windowCovariance';

/** Why there is no grain model; code of a text. */
export type GrainRefusal = 'grain.too-few-calm-places' | 'grain.too-weak' | 'grain.texture';

export interface GrainEstimate {
  readonly value: GrainModel | null;
  readonly diagnostics: {
    readonly refusal: GrainRefusal | null;
    readonly windows: number;
    /** Strongest grain over tones and channels, and the scanner's noise without extent, deviations in encoded values. */
    readonly strongest: number;
    readonly scannerNoise: number;
    /** Share of the windows' variance that film and photo have in common, in [0, 1]. */
    readonly sceneShare: number;
    /** A calm place in the middle tones, to look at; null without a model. */
    readonly example: GrainPlace | null;
  };
}

export interface GrainPlace {
  /** Index of the pair. */
  readonly film: number;
  /** Film pixel. */
  readonly corner: readonly [x: number, y: number];
}

/** With fewer no tone has several windows that could agree. */
const MIN_WINDOWS = 12;
/** Weaker grain drowns in what the scene and the scanner leave. */
const MIN_STRENGTH = 1.8 / 255;
/** Above it what film and photo do not share is mostly misfit of the two (npm run bench:grain, σ of 1 to 2 of 255). */
const MAX_SCENE_SHARE = 0.95;
/** Longer correlations than this are structure of the scene. */
const MAX_SIZE_PX = 7;
/**
 * Noise of the scanner is white; it can be told from grain that is clearly coarser than a pixel: most of the variance in
 * blurs of this deviation or wider, which leave a neighbor a correlation of 0.7.
 */
const COARSE_PX = 0.9;
const MIN_COARSE_SHARE = 0.6;
/** About middle gray (18 % of the light is 118 of 255 in sRGB): where a piece to look at is taken. */
const MIDDLE_TONE = 1.4 / 3;
/** Variance of a window beside what is usual at its tone: less was clipped or smoothed by the scanner, more holds texture. */
const USUAL_RANGE = [0.3, 1.8] as const;
/** Windows of about one tone that say what is usual: so many before and as many after, at least. */
const MIN_NEIGHBORS = 6;
const NEIGHBORS_SHARE = 1 / 16;

/** One pair: its film scan, and how many of the scan's pixels the long edge of the photo spans. */
export interface GrainFilm extends GrainSource {
  readonly longEdgePx: number;
}

/** Scans of another scale than the first one's by more than this share have grain of another size in pixels. */
const SAME_SCALE = 0.03;

/** @param films at least one; those scanned at about the scale of the first count together */
export function* estimateGrain(films: readonly GrainFilm[]): Task<GrainEstimate> {
  const [{ longEdgePx }] = films;
  const parts: WindowCovariances[] = [];
  const places: GrainPlace[] = [];
  for (const [film, source] of films.entries()) {
    if (Math.abs(source.longEdgePx / longEdgePx - 1) > SAME_SCALE) continue;
    const at = (share: number): number => (film + share) / films.length;
    const { calm, detailed } = cutGrainWindows(source);
    yield { stage: 'grain', fraction: at(0.3) };
    const sharpness = matchSharpness(detailed);
    yield { stage: 'grain', fraction: at(0.5) };
    parts.push(windowCovariances(calm, sharpness));
    for (let w = 0; w < calm.count; w++)
      places.push({ film, corner: [calm.corner[2 * w], calm.corner[2 * w + 1]] });
    yield { stage: 'grain', fraction: at(0.9) };
  }
  return grainOf(joinCovariances(parts), places, longEdgePx);
}

function grainOf(
  covariances: WindowCovariances,
  places: readonly GrainPlace[],
  analysedLongEdgePx: number,
): GrainEstimate {
  const { count } = covariances;
  const refuse = (refusal: GrainRefusal, strongest = 0, sceneShare = 0): GrainEstimate => ({
    value: null,
    diagnostics: { refusal, windows: count, strongest, scannerNoise: 0, sceneShare, example: null },
  });
  if (count < MIN_WINDOWS) return refuse('grain.too-few-calm-places');
  const calm = calmWindows(covariances);
  if (calm.length < MIN_WINDOWS) return refuse('grain.too-few-calm-places');
  const measured = fitSpectrum(pooledCovariance(covariances, calm), WINDOW_PX ** 2);
  const { spectrum, whiteShare } = withoutScannerNoise(measured);
  const white = whiteVariance(covariances, calm, whiteShare);
  // A plane taken out of a window takes a little grain along.
  const kept = 1 - (3 * correlationArea(measured)) / WINDOW_PX ** 2;
  const trust = calm.map((w) => windowTrust(covariances, w));
  const strength = [0, 1, 2].map((c) =>
    fitStrength(
      calm.map((w) => covariances.tone[3 * w + c]),
      calm.map((w) => (covariances.grain[LAGS.length * (3 * w + c)] - white) / kept),
      trust,
    ),
  );
  const strongest = Math.max(...strength.flat());
  const sceneShare = shareOfScene(covariances, calm);
  const sizePx = correlationLength(spectrum);
  if (strongest < MIN_STRENGTH) return refuse('grain.too-weak', strongest, sceneShare);
  if (sceneShare > MAX_SCENE_SHARE || sizePx > MAX_SIZE_PX)
    return refuse('grain.texture', strongest, sceneShare);
  return {
    value: {
      strength: { red: strength[0], green: strength[1], blue: strength[2] },
      correlation: correlations(covariances, calm, white),
      spectrum,
      sizePx,
      analysedLongEdgePx,
    },
    diagnostics: {
      refusal: null,
      windows: calm.length,
      strongest,
      scannerNoise: Math.sqrt(white),
      sceneShare,
      example: middleTone(covariances, calm, places),
    },
  };
}

function middleTone(
  { tone }: WindowCovariances,
  calm: readonly number[],
  places: readonly GrainPlace[],
): GrainPlace {
  const off = (w: number): number =>
    Math.abs(tone[3 * w] + tone[3 * w + 1] + tone[3 * w + 2] - 3 * MIDDLE_TONE);
  return places[calm.reduce((a, b) => (off(b) < off(a) ? b : a))];
}

/** Windows that vary about as much as others of their tone do: the rest holds texture that the photo does not show. */
function calmWindows({ count, tone, grain }: WindowCovariances): number[] {
  const variance = Float64Array.from({ length: count }, (_, w) =>
    [0, 1, 2].reduce((sum, c) => sum + grain[LAGS.length * (3 * w + c)], 0),
  );
  const toneOf = (w: number): number => (tone[3 * w] + tone[3 * w + 1] + tone[3 * w + 2]) / 3;
  const order = Array.from({ length: count }, (_, w) => w).sort((a, b) => toneOf(a) - toneOf(b));
  const reach = Math.max(MIN_NEIGHBORS, Math.round(count * NEIGHBORS_SHARE));
  return order.filter((w, i) => {
    const near = order.slice(Math.max(0, i - reach), i + reach + 1).map((other) => variance[other]);
    near.sort((a, b) => a - b);
    // The calmer third: texture only ever adds.
    const usual = near[Math.floor(near.length / 3)];
    return variance[w] > USUAL_RANGE[0] * usual && variance[w] < USUAL_RANGE[1] * usual;
  });
}

function withoutScannerNoise(measured: readonly GrainComponent[]): {
  readonly spectrum: readonly GrainComponent[];
  readonly whiteShare: number;
} {
  const share = (isWanted: (sigmaPx: number) => boolean): number =>
    measured.reduce((sum, component) => sum + (isWanted(component.sigmaPx) ? component.share : 0), 0);
  if (share((sigmaPx) => sigmaPx >= COARSE_PX) < MIN_COARSE_SHARE)
    return { spectrum: measured, whiteShare: 0 };
  const grain = measured.filter(({ sigmaPx }) => sigmaPx > 0);
  return { spectrum: normalizedShares(grain), whiteShare: share((sigmaPx) => sigmaPx === 0) };
}

function correlations(
  { grain, between }: WindowCovariances,
  calm: readonly number[],
  white: number,
): GrainModel['correlation'] {
  const of = (pair: number, a: number, b: number): number => {
    let covariance = 0;
    let scale = 0;
    for (const w of calm) {
      covariance += between[3 * w + pair];
      const [first, second] = [a, b].map((c) => Math.max(0, grain[LAGS.length * (3 * w + c)] - white));
      scale += Math.sqrt(first * second);
    }
    return scale > 0 ? Math.max(-0.95, Math.min(1, covariance / scale)) : 0;
  };
  return [of(0, 0, 1), of(1, 0, 2), of(2, 1, 2)];
}
