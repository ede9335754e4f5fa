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
import { windowCovariances, type WindowCovariances } from './windowCovariance';

/** Why there is no grain model; code of a text. */
export type GrainRefusal = 'grain.too-few-calm-places' | 'grain.too-weak' | 'grain.texture';

export interface GrainEstimate {
  readonly value: GrainModel | null;
  readonly diagnostics: {
    readonly refusal: GrainRefusal | null;
    readonly windows: number;
    /** Strongest grain over tones and channels, and the scanner's share of noise without extent, in encoded values. */
    readonly strongest: number;
    readonly scannerNoise: number;
    /** Share of the windows' variance that film and photo have in common, in [0, 1]. */
    readonly sceneShare: number;
  };
}

const MIN_WINDOWS = 12;
/** Weaker grain drowns in what the scene and the scanner leave. */
const MIN_STRENGTH = 1.8 / 255;
const MAX_SCENE_SHARE = 0.8;
/** Longer correlations than this are structure of the scene. */
const MAX_SIZE_PX = 7;
/** Noise of the scanner is white; it can be told from grain that is clearly coarser than a pixel. */
const COARSE_PX = 0.9;
const MIN_COARSE_SHARE = 0.6;

export function* estimateGrain(source: GrainSource, analysedLongEdgePx: number): Task<GrainEstimate> {
  const places = cutGrainWindows(source);
  yield { stage: 'grain', fraction: 0.3 };
  const sharpness = matchSharpness(places.detailed);
  yield { stage: 'grain', fraction: 0.5 };
  const covariances = windowCovariances(places.calm, sharpness);
  yield { stage: 'grain', fraction: 0.8 };
  return grainOf(covariances, analysedLongEdgePx);
}

function grainOf(covariances: WindowCovariances, analysedLongEdgePx: number): GrainEstimate {
  const { count } = covariances;
  const refuse = (refusal: GrainRefusal, strongest = 0, sceneShare = 0): GrainEstimate => ({
    value: null,
    diagnostics: { refusal, windows: count, strongest, scannerNoise: 0, sceneShare },
  });
  if (count < MIN_WINDOWS) return refuse('grain.too-few-calm-places');
  const calm = calmWindows(covariances);
  if (calm.length < MIN_WINDOWS) return refuse('grain.too-few-calm-places');
  const measured = fitSpectrum(pooledCovariance(covariances, calm), WINDOW_PX ** 2);
  const { spectrum, grainShare } = withoutScannerNoise(measured);
  // A plane taken out of a window takes a little grain along.
  const kept = 1 - (3 * correlationArea(measured)) / WINDOW_PX ** 2;
  const strength = [0, 1, 2].map((c) =>
    fitStrength(
      calm.map((w) => covariances.tone[3 * w + c]),
      calm.map((w) => covariances.grain[LAGS.length * (3 * w + c)] / kept),
    ),
  );
  const strongest = Math.max(...strength.flat());
  const sceneShare = shareOfScene(covariances, calm);
  const sizePx = correlationLength(spectrum);
  if (strongest * Math.sqrt(grainShare) < MIN_STRENGTH)
    return refuse('grain.too-weak', strongest, sceneShare);
  if (sceneShare > MAX_SCENE_SHARE || sizePx > MAX_SIZE_PX)
    return refuse('grain.texture', strongest, sceneShare);
  const scaled = strength.map((curve) => curve.map((value) => value * Math.sqrt(grainShare)));
  return {
    value: {
      strength: { red: scaled[0], green: scaled[1], blue: scaled[2] },
      correlation: correlations(covariances, calm, grainShare),
      spectrum,
      sizePx,
      analysedLongEdgePx,
    },
    diagnostics: {
      refusal: null,
      windows: calm.length,
      strongest: strongest * Math.sqrt(grainShare),
      scannerNoise: strongest * Math.sqrt(1 - grainShare),
      sceneShare,
    },
  };
}

/** Windows that vary about as much as others of their tone do: the rest holds texture that the photo does not show. */
function calmWindows({ count, tone, grain }: WindowCovariances): number[] {
  const variance = Float64Array.from({ length: count }, (_, w) =>
    [0, 1, 2].reduce((sum, c) => sum + grain[LAGS.length * (3 * w + c)], 0),
  );
  const toneOf = (w: number): number => (tone[3 * w] + tone[3 * w + 1] + tone[3 * w + 2]) / 3;
  const order = Array.from({ length: count }, (_, w) => w).sort((a, b) => toneOf(a) - toneOf(b));
  const reach = Math.max(6, Math.round(count / 16));
  return order.filter((w, i) => {
    const near = order.slice(Math.max(0, i - reach), i + reach + 1).map((other) => variance[other]);
    near.sort((a, b) => a - b);
    // The calmer third: texture only ever adds.
    const usual = near[Math.floor(near.length / 3)];
    return variance[w] > 0.3 * usual && variance[w] < 1.8 * usual;
  });
}

/** Mean over windows and channels of covariances in units of the variance. */
function pooledCovariance({ grain }: WindowCovariances, calm: readonly number[]): Float64Array {
  const sum = new Float64Array(LAGS.length);
  for (const w of calm) {
    for (let c = 0; c < 3; c++) {
      const at = LAGS.length * (3 * w + c);
      if (!(grain[at] > 0)) continue;
      for (let k = 0; k < LAGS.length; k++) sum[k] += grain[at + k] / grain[at];
    }
  }
  return sum;
}

function withoutScannerNoise(measured: readonly GrainComponent[]): {
  spectrum: readonly GrainComponent[];
  grainShare: number;
} {
  const share = (isWanted: (sigmaPx: number) => boolean): number =>
    measured.reduce((sum, component) => sum + (isWanted(component.sigmaPx) ? component.share : 0), 0);
  if (share((sigmaPx) => sigmaPx >= COARSE_PX) < MIN_COARSE_SHARE)
    return { spectrum: measured, grainShare: 1 };
  const grain = measured.filter(({ sigmaPx }) => sigmaPx > 0);
  return { spectrum: normalizedShares(grain), grainShare: share((sigmaPx) => sigmaPx > 0) };
}

function shareOfScene({ scene, grain }: WindowCovariances, calm: readonly number[]): number {
  let shared = 0;
  let all = 0;
  for (const w of calm) {
    for (let c = 0; c < 3; c++) {
      const common = Math.max(0, scene[3 * w + c]);
      shared += common;
      all += common + Math.max(0, grain[LAGS.length * (3 * w + c)]);
    }
  }
  return all > 0 ? shared / all : 1;
}

function correlations(
  { grain, between }: WindowCovariances,
  calm: readonly number[],
  grainShare: number,
): GrainModel['correlation'] {
  const of = (pair: number, a: number, b: number): number => {
    let covariance = 0;
    let scale = 0;
    for (const w of calm) {
      covariance += between[3 * w + pair];
      const product = grain[LAGS.length * (3 * w + a)] * grain[LAGS.length * (3 * w + b)];
      scale += Math.sqrt(Math.max(0, product));
    }
    return scale > 0 ? Math.max(-0.95, Math.min(1, covariance / (scale * grainShare))) : 0;
  };
  return [of(0, 0, 1), of(1, 0, 2), of(2, 1, 2)];
}
