/** How much redder the film is than the look of the photo, by the distance from the nearest highlight; and with halation. */
import { linearPlane } from './glow';
import { HIGHLIGHT, MIN_TRUST } from './glowPixels';
import type { HalationInput } from './estimateHalation';
import { renderHalation } from './renderHalation';
import type { HalationModel } from '../look';
import type { RgbImage } from '../image/rgbImage';
import { applyLut } from '../render/applyLut';
import { bakeLut } from '../render/bakeLut';

export interface HalationProfile {
  /** Middle of each ring, as a share of the long edge. */
  readonly distance: readonly number[];
  /** Film less the look of the photo, mean over the ring, in encoded values. */
  readonly measured: ChannelProfiles;
  /** The same of the photo with halation and look. */
  readonly ours: ChannelProfiles;
}

export interface ChannelProfiles {
  readonly red: readonly number[];
  readonly green: readonly number[];
  readonly blue: readonly number[];
}

const RINGS = 16;
/** Rings reach this many radii out. */
const REACH = 4;
/** Linear red light: only dark places show a glow. */
const DARK = 0.12;
/** Nearer to a highlight softness and misfit of its edge are seen, not the glow. */
const MIN_DISTANCE_PX = 2;
/** A ring with fewer has no mean worth a dot. */
const MIN_PIXELS = 20;

export function halationProfile(input: HalationInput, halation: HalationModel): HalationProfile {
  const { digital, film, reliability, look } = input;
  const lut = bakeLut(look, 33);
  const plain = applyLut(digital, lut);
  const glowing = applyLut(renderHalation(digital, halation), lut);
  const light = linearPlane(digital, 0);
  const distance = distanceFrom(light.data, light.width, light.height);
  const ringPx = (REACH * halation.radius * Math.max(digital.width, digital.height)) / RINGS;
  const count = new Float64Array(RINGS);
  const sums = Array.from({ length: 6 }, () => new Float64Array(RINGS));
  for (let i = 0; i < distance.length; i++) {
    const ring = Math.floor(distance[i] / ringPx);
    if (ring >= RINGS || distance[i] < MIN_DISTANCE_PX) continue;
    if (light.data[i] > DARK || reliability.data[i] < MIN_TRUST) continue;
    count[ring]++;
    for (let c = 0; c < 3; c++) {
      sums[c][ring] += difference(film, plain, 3 * i + c);
      sums[3 + c][ring] += difference(glowing, plain, 3 * i + c);
    }
  }
  const rings = Array.from({ length: RINGS }, (_, k) => k).filter((k) => count[k] >= MIN_PIXELS);
  const curve = (k: number): number[] => rings.map((ring) => sums[k][ring] / count[ring]);
  // Where the look is a little off, it is so at every distance: the outermost ring is zero.
  const measured = [0, 1, 2].map((c) => {
    const values = curve(c);
    const rest = (values[values.length - 1] ?? 0) - (curve(3 + c)[values.length - 1] ?? 0);
    return values.map((value) => value - rest);
  });
  return {
    distance: rings.map((ring) => ((ring + 0.5) * ringPx) / Math.max(digital.width, digital.height)),
    measured: { red: measured[0], green: measured[1], blue: measured[2] },
    ours: { red: curve(3), green: curve(4), blue: curve(5) },
  };
}

function difference(a: RgbImage, b: RgbImage, i: number): number {
  return a.data[i] - b.data[i];
}

/** Distance in pixels to the nearest highlight, by two sweeps of a chamfer (Borgefors 1986, weights 1 and √2). */
function distanceFrom(light: Float32Array, width: number, height: number): Float32Array {
  const distance = Float32Array.from(light, (value) => (value >= HIGHLIGHT ? 0 : 1e6));
  const relax = (i: number, x: number, row: -1 | 1): void => {
    const above = i + row * width;
    let best = Math.min(distance[i], distance[above] + 1);
    if (x > 0) best = Math.min(best, distance[above - 1] + Math.SQRT2);
    if (x < width - 1) best = Math.min(best, distance[above + 1] + Math.SQRT2);
    distance[i] = best;
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (y > 0) relax(i, x, -1);
      if (x > 0) distance[i] = Math.min(distance[i], distance[i - 1] + 1);
    }
  }
  for (let y = height - 1; y >= 0; y--) {
    for (let x = width - 1; x >= 0; x--) {
      const i = y * width + x;
      if (y < height - 1) relax(i, x, 1);
      if (x < width - 1) distance[i] = Math.min(distance[i], distance[i + 1] + 1);
    }
  }
  return distance;
}
