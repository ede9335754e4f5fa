/**
 * A tone curve of unknown shape as a few normal unknowns: cosines of the encoded value over a little more than [0, 1],
 * scaled by the spectrum of a Gaussian process with squared-exponential covariance (Rasmussen and Williams 2006,
 * section 4.2), so that the sum of all is such a process.
 */

/** Deviation of the curve, in encoded values, and the reach over which it bends. */
const DEVIATION = 0.16;
const REACH = 0.25;
/** Beyond the range, since cosines are level at the ends of theirs. */
const MARGIN = 0.25;

export const TONE_COMPONENTS = 8;

const LENGTH = 1 + 2 * MARGIN;

/** Deviation of each cosine. */
const SCALES = Array.from({ length: TONE_COMPONENTS }, (_, k) => {
  const frequency = (Math.PI * k) / LENGTH;
  const density = REACH * Math.sqrt(2 * Math.PI) * Math.exp(-((frequency * REACH) ** 2) / 2);
  return DEVIATION * Math.sqrt(((k === 0 ? 1 : 2) * density) / LENGTH);
});

/** Writes what a deviation of one of each unknown adds to a channel of this encoded value. */
export function toneComponents(value: number, out: Float32Array, offset: number): void {
  SCALES.forEach((scale, k) => {
    out[offset + k] = scale * Math.cos((Math.PI * k * (value + MARGIN)) / LENGTH);
  });
}
