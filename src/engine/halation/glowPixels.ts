/**
 * The pixels that halation is measured at: dark places that bright ones could shine into, and for comparison places of
 * the same tones far from any highlight. Edges are left out: a shift of half a pixel looks like a glow there. So is what
 * is dark in one channel alone, such as a deep blue sky: its red has no tone of its own to compare with.
 */
import type { Plane } from '../image/rgbImage';

export interface GlowPixels {
  /** Indices of pixels; the first `near` of them are near highlights, the others for comparison. */
  readonly index: Uint32Array;
  readonly near: number;
}

/** No pixel is nearer to a border or an edge: means over a window of this reach are of one surface. */
export const EDGE_PX = 2;
/** Light that a glow with a share of one would add, over the light that is there: near a highlight, and far from all. */
const MIN_NEAR_GAIN = 3;
const MAX_FAR_GAIN = 0.5;
/** Linear red light of a highlight: 179 of 255 in sRGB. */
export const HIGHLIGHT = 0.45;
/**
 * The brightest channel of a dark place (97 of 255 in sRGB), where a glow of a twentieth of a highlight is plain beside what
 * is there; and of one to compare it with, which may be brighter, as the glow makes the dark one.
 */
const MAX_NEAR = 0.12;
const MAX_FAR = 0.25;
/** The darkest channel: less than 7 of 255 in sRGB is lost in rounding and noise. */
const MIN_LIGHT = 0.002;
/** Reliability of the alignment from which on a pixel is taken to show the same in film and photo. */
export const MIN_TRUST = 0.6;
/** Largest light over the smallest within EDGE_PX. */
const MAX_STEP = 1.7;
/** Added to light before it is divided by: an 8-bit code in the shadows is 0.0003 of light, noise some of them. */
const FLOOR = 0.004;
/** Of each sort: more say nothing new, and the fit's time grows with them. */
const MAX_PIXELS = 2000;

/**
 * @param light linear light of red, green and blue
 * @param redGlows red light, blurred with every radius that is tried
 */
export function findGlowPixels(
  light: readonly Plane[],
  redGlows: readonly Plane[],
  reliability: Plane,
): GlowPixels {
  const [red] = light;
  const { width, height, data } = red;
  const near: number[] = [];
  const far: number[] = [];
  let brightest = 0;
  for (let y = EDGE_PX; y < height - EDGE_PX; y++) {
    for (let x = EDGE_PX; x < width - EDGE_PX; x++) {
      const i = y * width + x;
      if (data[i] > brightest) brightest = data[i];
      const most = Math.max(data[i], light[1].data[i], light[2].data[i]);
      if (most > MAX_FAR || reliability.data[i] < MIN_TRUST) continue;
      let gain = 0;
      let spread = 0;
      for (const glow of redGlows) {
        const own = (glow.data[i] - data[i]) / (data[i] + FLOOR);
        gain = Math.max(gain, own);
        spread = Math.max(spread, Math.abs(own));
      }
      const isNear = gain > MIN_NEAR_GAIN && most < MAX_NEAR;
      if (!isNear && spread >= MAX_FAR_GAIN) continue;
      if (isEdge(red, x, y) || isLostIn(light, i)) continue;
      (isNear ? near : far).push(i);
    }
  }
  const chosenNear = brightest > HIGHLIGHT ? thinned(near) : [];
  return {
    index: Uint32Array.from([...chosenNear, ...thinned(far)]),
    near: chosenNear.length,
  };
}

/** Whether some channel is too dark to have a tone of its own. */
function isLostIn(light: readonly Plane[], pixel: number): boolean {
  for (const { data, width } of light) if (windowMean(data, width, pixel) < MIN_LIGHT) return true;
  return false;
}

/** Mean over the window within EDGE_PX: less noise than the pixel, and still nothing from beyond an edge. */
export function windowMean(
  data: Float32Array,
  width: number,
  pixel: number,
  stride = 1,
  channel = 0,
): number {
  let sum = 0;
  for (let v = -EDGE_PX; v <= EDGE_PX; v++) {
    for (let u = -EDGE_PX; u <= EDGE_PX; u++) sum += data[stride * (pixel + v * width + u) + channel];
  }
  return sum / (2 * EDGE_PX + 1) ** 2;
}

function isEdge({ width, data }: Plane, x: number, y: number): boolean {
  let low = Infinity;
  let high = 0;
  for (let v = y - EDGE_PX; v <= y + EDGE_PX; v++) {
    for (let u = x - EDGE_PX; u <= x + EDGE_PX; u++) {
      const value = data[v * width + u];
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return high + FLOOR > MAX_STEP * (low + FLOOR);
}

function thinned(pixels: readonly number[]): number[] {
  const step = Math.max(1, pixels.length / MAX_PIXELS);
  return Array.from({ length: Math.floor(pixels.length / step) }, (_, i) => pixels[Math.floor(i * step)]);
}
