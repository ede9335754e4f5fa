/**
 * What the calm windows say together. A window whose scene is stronger than its grain says less of the grain: what is left
 * of the scene after film and photo are compared grows with it, so that such windows count less.
 */
import { LAGS } from './grainSpectrum';
import type { WindowCovariances } from './windowCovariance';

/** Weight of a window beside one without scene, in (0, 1]: a share of grain of ½ halves its deviation's trust. */
export function windowTrust({ grain, scene }: WindowCovariances, w: number): number {
  let own = 0;
  let shared = 0;
  for (let c = 0; c < 3; c++) {
    own += Math.max(0, grain[LAGS.length * (3 * w + c)]);
    shared += Math.max(0, scene[3 * w + c]);
  }
  const share = own / (own + shared || 1);
  return Math.max(0.01, share * share);
}

/** Weighted mean over windows and channels of covariances in units of the variance; at LAGS. */
export function pooledCovariance(covariances: WindowCovariances, calm: readonly number[]): Float64Array {
  const { grain } = covariances;
  const sum = new Float64Array(LAGS.length);
  for (const w of calm) {
    const trust = windowTrust(covariances, w);
    for (let c = 0; c < 3; c++) {
      const at = LAGS.length * (3 * w + c);
      if (!(grain[at] > 0)) continue;
      for (let k = 0; k < LAGS.length; k++) sum[k] += (trust * grain[at + k]) / grain[at];
    }
  }
  return sum;
}

/**
 * Variance of the scanner's noise, which is the same at every tone, from the share that white noise has of the pooled
 * covariance.
 */
export function whiteVariance(
  covariances: WindowCovariances,
  calm: readonly number[],
  share: number,
): number {
  const { grain } = covariances;
  let inverse = 0;
  let total = 0;
  for (const w of calm) {
    const trust = windowTrust(covariances, w);
    for (let c = 0; c < 3; c++) {
      const variance = grain[LAGS.length * (3 * w + c)];
      if (!(variance > 0)) continue;
      inverse += trust / variance;
      total += trust;
    }
  }
  return inverse > 0 ? (share * total) / inverse : 0;
}

/** The windows of several pairs as those of one. */
export function joinCovariances(parts: readonly WindowCovariances[]): WindowCovariances {
  const join = (pick: (part: WindowCovariances) => Float64Array): Float64Array => {
    const joined = new Float64Array(parts.reduce((sum, part) => sum + pick(part).length, 0));
    let at = 0;
    for (const part of parts) {
      joined.set(pick(part), at);
      at += pick(part).length;
    }
    return joined;
  };
  return {
    count: parts.reduce((sum, { count }) => sum + count, 0),
    tone: join(({ tone }) => tone),
    grain: join(({ grain }) => grain),
    scene: join(({ scene }) => scene),
    between: join(({ between }) => between),
  };
}

/** Share of the windows' variance that film and photo have in common, in [0, 1]. */
export function shareOfScene({ scene, grain }: WindowCovariances, calm: readonly number[]): number {
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
