const DEVIATIONS = 2.5;
/** Median length of a three-channel Gaussian misfit, in deviations of one channel. */
const MEDIAN_LENGTH = 1.54;

/** Huber weights in (0, 1] for lengths of three-channel misfits: beyond 2.5 robust deviations they lose weight. */
export function robustTrust(sizes: Float64Array, trust: Float64Array): void {
  const sorted = sizes.slice().sort();
  const limit = DEVIATIONS * (sorted[sorted.length >> 1] / MEDIAN_LENGTH) * Math.sqrt(3) + 1e-3;
  for (let i = 0; i < sizes.length; i++) trust[i] = sizes[i] > limit ? limit / sizes[i] : 1;
}
