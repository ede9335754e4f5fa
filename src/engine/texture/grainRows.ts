/**
 * Grain for a pixel layer under Linear Light, which adds 2·(s − ½) to what lies below: noise around a neutral gray, as
 * strong at each place as the film's grain is at the tone there.
 *
 *   result = below + opacity · (2·s − 1)
 */
import { createGrainNoise } from '../grain/renderGrain';
import { enlargeRows } from '../image/enlargeRows';
import type { RgbImage } from '../image/rgbImage';
import type { GrainModel } from '../look';
import { readCurve } from '../render/renderLook';

/** Noise up to this many deviations fits between black and white of the layer. */
const REACH = 4;

export interface GrainRows {
  /** Percent 1…100, a whole number: so low that the layer's codes are used well. */
  readonly opacity: number;
  /** Interleaved RGB of the rows [top, bottom), in [0, 1] but for rare peaks; asked for downwards. */
  readonly rows: (top: number, bottom: number) => Float32Array;
}

export interface GrainRowsOptions {
  /** Size of the document. */
  readonly width: number;
  readonly height: number;
  readonly seed: number;
  /** Factor on the measured strength. */
  readonly amount: number;
}

/** @param tones the document under the look's layers, of any size */
export function grainRows(tones: RgbImage, grain: GrainModel, options: GrainRowsOptions): GrainRows {
  const { width, height, seed, amount } = options;
  const curves = [grain.strength.red, grain.strength.green, grain.strength.blue];
  const peak = amount * Math.max(...curves.map((curve) => Math.max(...curve)));
  const opacity = Math.min(100, Math.max(1, Math.ceil(100 * REACH * peak)));
  const scale = (amount * 100) / (2 * opacity);
  const noise = createGrainNoise(grain, width, Math.max(width, height), seed);
  const tonesAt = enlargeRows(tones, width, height);
  return {
    opacity,
    rows: (top, bottom) => {
      const values = noise(top, bottom);
      const tone = tonesAt(top, bottom);
      for (let i = 0; i < values.length; i++) {
        const strength = readCurve(curves[i % 3], Math.min(1, Math.max(0, tone[i])));
        values[i] = 0.5 + scale * strength * values[i];
      }
      return values;
    },
  };
}
