/**
 * The pixels that halation is measured at: dark places that bright ones could shine into, and for comparison places of
 * the same tones far from any highlight. Edges are left out: a shift of half a pixel looks like a glow there.
 */
import type { Plane } from '../image/rgbImage';

export interface GlowPixels {
  /** Indices of pixels; the first `near` of them are near highlights, the others for comparison. */
  readonly index: Uint32Array;
  readonly near: number;
}

/** A glow of 1 % that would lift the light by less than this share cannot be seen. */
const MIN_GAIN = 6;
const MAX_FAR_GAIN = 0.5;
/** Scene light next to a highlight that counts as one. */
const HIGHLIGHT = 0.45;
const MIN_TRUST = 0.6;
/** Largest light over the smallest within EDGE_PX. */
const MAX_STEP = 1.7;
const EDGE_PX = 2;
const FLOOR = 0.004;
const MAX_PIXELS = 2500;

/**
 * @param light linear light of the red channel
 * @param glows the same, blurred with every radius that is tried, the narrowest first
 */
export function findGlowPixels(light: Plane, glows: readonly Plane[], reliability: Plane): GlowPixels {
  const { width, height, data } = light;
  const near: number[] = [];
  const far: number[] = [];
  let brightest = 0;
  for (let y = EDGE_PX; y < height - EDGE_PX; y++) {
    for (let x = EDGE_PX; x < width - EDGE_PX; x++) {
      const i = y * width + x;
      if (data[i] > brightest) brightest = data[i];
      if (reliability.data[i] < MIN_TRUST || isEdge(light, x, y)) continue;
      let gain = 0;
      let spread = 0;
      for (const glow of glows) {
        const own = (glow.data[i] - data[i]) / (data[i] + FLOOR);
        gain = Math.max(gain, own);
        spread = Math.max(spread, Math.abs(own));
      }
      if (gain > MIN_GAIN) near.push(i);
      else if (spread < MAX_FAR_GAIN && data[i] < 0.25) far.push(i);
    }
  }
  const chosenNear = brightest > HIGHLIGHT ? thinned(near) : [];
  return { index: Uint32Array.from([...chosenNear, ...thinned(far)]), near: chosenNear.length };
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
