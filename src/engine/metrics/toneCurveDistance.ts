/**
 * How far the tone curve of one picture is from that of another of the same thing: the mean lightness of the reference
 * at every lightness of the picture, against the diagonal. Every tone that occurs counts the same, however much of the
 * picture it fills; colors and single pixels do not matter, only "how bright does this gray come out".
 */

/** Tones between black and white: steps of 4 in CIELAB's lightness. */
const TONES = 25;
/** A tone that holds less of the weight is noise. */
const MIN_SHARE = 0.002;

/**
 * @param lightness CIELAB lightness of the picture, in [0, 100]
 * @param reference the same of the reference, pixel by pixel
 * @returns mean distance in units of lightness
 * @throws RangeError when nothing has weight
 */
export function toneCurveDistance(
  lightness: Float32Array,
  reference: Float32Array,
  weights: Float32Array,
): number {
  const shift = new Float64Array(TONES);
  const weight = new Float64Array(TONES);
  let total = 0;
  for (let i = 0; i < lightness.length; i++) {
    if (!(weights[i] > 0)) continue;
    const tone = Math.min(TONES - 1, Math.max(0, Math.floor((lightness[i] / 100) * TONES)));
    shift[tone] += weights[i] * (reference[i] - lightness[i]);
    weight[tone] += weights[i];
    total += weights[i];
  }
  if (!(total > 0)) throw new RangeError('Expected at least one pixel with weight, got none.');
  let sum = 0;
  let count = 0;
  for (let tone = 0; tone < TONES; tone++) {
    if (weight[tone] < MIN_SHARE * total) continue;
    sum += Math.abs(shift[tone] / weight[tone]);
    count++;
  }
  return sum / count;
}
