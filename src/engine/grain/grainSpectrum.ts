/**
 * The autocorrelation of grain as a mixture of blurred white noises. A mixture with shares ≥ 0 is always one that noise
 * can have, is rendered by a few separable blurs, and scales with the picture: the blurs grow with it.
 */
import type { GrainComponent } from '../look';

/** Deviations of the blurs that mixtures are made of, in pixels. */
const SIGMAS = [0, 0.45, 0.65, 0.9, 1.25, 1.75, 2.5, 3.6];
/** Lags along the axes and the diagonal up to this distance describe an autocorrelation. */
export const MAX_LAG = 8;
/** Of the coordinate descent: neighboring blurs are much alike, so that it settles slowly. */
const SWEEPS = 400;
/** Counts as several lags: how the variance splits into white noise and coarse decides the strength. */
const VARIANCE_WEIGHT = 4;
/** Shares below this are noise of the fit. */
const MIN_SHARE = 0.015;

export interface Lag {
  readonly dx: number;
  readonly dy: number;
}

/** The first is 0, 0. */
export const LAGS: readonly Lag[] = [
  { dx: 0, dy: 0 },
  ...Array.from({ length: MAX_LAG }, (_, i) => [
    { dx: i + 1, dy: 0 },
    { dx: 0, dy: i + 1 },
    { dx: i + 1, dy: i + 1 },
  ]).flat(),
];

/** Half of a symmetric blur kernel whose squares sum to one, so that white noise keeps its variance; element 0 is the center. */
export function noiseKernel(sigmaPx: number): Float64Array {
  const radius = sigmaPx === 0 ? 0 : Math.ceil(3.5 * sigmaPx);
  const kernel = new Float64Array(radius + 1);
  let squares = 0;
  for (let i = 0; i <= radius; i++) {
    kernel[i] = i === 0 ? 1 : Math.exp((-0.5 * i * i) / (sigmaPx * sigmaPx));
    squares += (i === 0 ? 1 : 2) * kernel[i] * kernel[i];
  }
  return kernel.map((value) => value / Math.sqrt(squares));
}

function kernelAt(kernel: Float64Array, i: number): number {
  return kernel[Math.abs(i)] ?? 0;
}

/** Autocorrelation of one axis at a whole distance; 1 at 0. */
function axisCorrelation(kernel: Float64Array, distance: number): number {
  let sum = 0;
  for (let i = -kernel.length + 1; i < kernel.length; i++) {
    sum += kernelAt(kernel, i) * kernelAt(kernel, i + distance);
  }
  return sum;
}

/** Autocorrelation at a lag in whole pixels, in [0, 1]. */
export function autocorrelation(spectrum: readonly GrainComponent[], { dx, dy }: Lag): number {
  return spectrum.reduce((sum, { sigmaPx, share }) => {
    const kernel = noiseKernel(sigmaPx);
    return sum + share * axisCorrelation(kernel, dx) * axisCorrelation(kernel, dy);
  }, 0);
}

/** Sum of the autocorrelation over all lags: how many pixels move as one. */
export function correlationArea(spectrum: readonly GrainComponent[]): number {
  return spectrum.reduce((sum, { sigmaPx, share }) => {
    const kernel = noiseKernel(sigmaPx);
    const total = 2 * kernel.reduce((s, value) => s + value, 0) - kernel[0];
    return sum + share * total ** 4;
  }, 0);
}

/** Distance at which the autocorrelation along an axis falls to 1/e, interpolated between whole pixels. */
export function correlationLength(spectrum: readonly GrainComponent[]): number {
  let before = 1;
  for (let distance = 1; distance < 100; distance++) {
    const value = autocorrelation(spectrum, { dx: distance, dy: 0 });
    if (value <= 1 / Math.E) return distance - 1 + (before - 1 / Math.E) / (before - value);
    before = value;
  }
  return 100;
}

/**
 * The mixture nearest to measured autocovariances, in least squares with shares ≥ 0 by coordinate descent.
 * @param covariance at LAGS
 * @param windowPixels pixels a window that a plane was taken out of, which lowers every covariance by 3 · area / pixels
 */
export function fitSpectrum(covariance: ArrayLike<number>, windowPixels: number): GrainComponent[] {
  const bases = SIGMAS.map((sigmaPx) => {
    const one = [{ sigmaPx, share: 1 }];
    const lost = (3 * correlationArea(one)) / windowPixels;
    return LAGS.map((lag) => autocorrelation(one, lag) - lost);
  });
  const weight = LAGS.map((_, i) => (i === 0 ? VARIANCE_WEIGHT : 1));
  const shares = SIGMAS.map(() => 0);
  const rest = LAGS.map((_, i) => covariance[i] / covariance[0]);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    bases.forEach((basis, k) => {
      let along = 0;
      let square = 0;
      basis.forEach((value, i) => {
        along += weight[i] * value * rest[i];
        square += weight[i] * value * value;
      });
      const next = Math.max(0, shares[k] + along / square);
      basis.forEach((value, i) => (rest[i] -= (next - shares[k]) * value));
      shares[k] = next;
    });
  }
  return normalizedShares(SIGMAS.map((sigmaPx, k) => ({ sigmaPx, share: shares[k] })));
}

/** Shares that sum to one, without the smallest; white noise when there is nothing else. */
export function normalizedShares(spectrum: readonly GrainComponent[]): GrainComponent[] {
  const total = spectrum.reduce((sum, { share }) => sum + share, 0);
  const kept = spectrum.filter(({ share }) => share > MIN_SHARE * total);
  const sum = kept.reduce((s, { share }) => s + share, 0);
  if (!(sum > 0)) return [{ sigmaPx: 0, share: 1 }];
  return kept.map(({ sigmaPx, share }) => ({ sigmaPx, share: share / sum }));
}
