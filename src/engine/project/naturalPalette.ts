/**
 * A palette of the colors that photographs are made of: rings of OKLCh colors at eleven lightnesses, weighted like
 * nature weights them. Chroma is exponentially distributed; its mean and the share of a hue follow HUES, which sums
 * up color counts of street, portrait, landscape and night pictures in eight numbers of two digits a row: warm hues
 * (skin, earth, wood) and sky are common, magenta and teal are rare. Sky, foliage and skin need no list of their own.
 */
import { createOklabToRgb } from '../color/oklab';
import type { RgbSpaceId } from '../color/rgbSpace';

export interface WeightedColors {
  /** 3 · count encoded RGB values in [0, 1]. */
  readonly colors: Float32Array;
  /** count weights that sum to 1. */
  readonly weights: Float64Array;
}

/** Share of the colored area and mean chroma, every 30° of OKLCh hue from 0°. */
const HUES = {
  share: [0.05, 0.2, 0.2, 0.12, 0.11, 0.04, 0.03, 0.07, 0.1, 0.03, 0.03, 0.02],
  chroma: [0.065, 0.085, 0.055, 0.065, 0.055, 0.05, 0.04, 0.045, 0.05, 0.045, 0.035, 0.04],
} as const;

/** Rings of one lightness: the chroma of the ring, where its cell ends, and how many hues stand on it. */
const RINGS = [
  { chroma: 0.01, until: 0.022, hues: 8 },
  { chroma: 0.036, until: 0.05, hues: 12 },
  { chroma: 0.066, until: 0.083, hues: 18 },
  { chroma: 0.103, until: 0.125, hues: 24 },
  { chroma: 0.15, until: 0.18, hues: 24 },
  { chroma: 0.215, until: 0.26, hues: 24 },
] as const;

/** OKLab lightness of a ring stack and how much of a picture is about that light. */
const LIGHTNESSES = [
  [0.06, 0.02],
  [0.14, 0.05],
  [0.23, 0.09],
  [0.32, 0.11],
  [0.41, 0.14],
  [0.5, 0.15],
  [0.59, 0.13],
  [0.68, 0.11],
  [0.77, 0.09],
  [0.86, 0.07],
  [0.95, 0.04],
] as const;

/** Mean chroma falls towards black and white, where there is little room for it. */
const FULLEST_LIGHTNESS = 0.62;

/** @returns some 700 colors inside sRGB, encoded in `space`. */
export function naturalPalette(space: RgbSpaceId): WeightedColors {
  const toSrgb = createOklabToRgb('srgb');
  const toSpace = createOklabToRgb(space);
  const colors: number[] = [];
  const weights: number[] = [];
  const rgb = new Float64Array(3);
  for (const [level, [lightness, share]] of LIGHTNESSES.entries()) {
    const distance = (lightness - FULLEST_LIGHTNESS) / FULLEST_LIGHTNESS;
    const room = Math.max(0.2, 1 - distance * distance);
    let from = 0;
    for (const ring of RINGS) {
      for (let i = 0; i < ring.hues; i++) {
        // Every other lightness is turned by half a step, so that the palette covers more hues.
        const hueDeg = ((i + (level % 2) / 2) * 360) / ring.hues;
        const a = ring.chroma * Math.cos((hueDeg * Math.PI) / 180);
        const b = ring.chroma * Math.sin((hueDeg * Math.PI) / 180);
        toSrgb(lightness, a, b, rgb, 0);
        if (!isInside(rgb)) continue;
        const mean = around(HUES.chroma, hueDeg) * room;
        const ofChroma = Math.exp(-from / mean) - Math.exp(-ring.until / mean);
        toSpace(lightness, a, b, rgb, 0);
        colors.push(clip1(rgb[0]), clip1(rgb[1]), clip1(rgb[2]));
        weights.push((share * ofChroma * around(HUES.share, hueDeg) * HUES.share.length) / ring.hues);
      }
      from = ring.until;
    }
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { colors: Float32Array.from(colors), weights: Float64Array.from(weights, (w) => w / total) };
}

/** Linear interpolation around the wheel. */
function around(table: readonly number[], hueDeg: number): number {
  const position = (hueDeg / 360) * table.length;
  const index = Math.floor(position) % table.length;
  const part = position - Math.floor(position);
  return table[index] * (1 - part) + table[(index + 1) % table.length] * part;
}

const isInside = (rgb: Float64Array): boolean => rgb.every((v) => v >= 0 && v <= 1);
const clip1 = (value: number): number => Math.min(Math.max(value, 0), 1);
