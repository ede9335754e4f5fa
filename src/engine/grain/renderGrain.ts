/** Grain laid over a picture: σ(tone) times noise, channel by channel, in encoded values. */
import { rgbImage, type RgbImage } from '../image/rgbImage';
import type { GrainModel } from '../look';
import { readCurve } from '../render/renderLook';
import { runToEnd, type Task } from '../task';
import { createNoiseField, scaleSpectrum } from './grainNoise';

export interface RenderGrainOptions {
  readonly seed: number;
  /** Factor on the measured strength. @default 1 */
  readonly amount?: number;
  /** Long edge of the whole picture, when `image` is a part of it. @default that of `image` */
  readonly longEdgePx?: number;
}

const PIXELS_PER_STRIP = 1 << 18;

export function renderGrain(image: RgbImage, grain: GrainModel, options: RenderGrainOptions): RgbImage {
  return runToEnd(renderGrainTask(image, grain, options));
}

/** @returns a new picture, clipped to [0, 1] */
export function* renderGrainTask(
  image: RgbImage,
  grain: GrainModel,
  options: RenderGrainOptions,
): Task<RgbImage> {
  const { width, height, data, space } = image;
  const noise = createGrainNoise(grain, width, options.longEdgePx ?? Math.max(width, height), options.seed);
  const result = rgbImage(width, height, space);
  const curves = [grain.strength.red, grain.strength.green, grain.strength.blue];
  const amount = options.amount ?? 1;
  const rows = Math.max(8, Math.floor(PIXELS_PER_STRIP / width));
  for (let top = 0; top < height; top += rows) {
    const bottom = Math.min(height, top + rows);
    const values = noise(top, bottom);
    const offset = 3 * top * width;
    for (let i = 0; i < values.length; i++) {
      const value = clip(data[offset + i]);
      result.data[offset + i] = clip(value + amount * readCurve(curves[i % 3], value) * values[i]);
    }
    yield { stage: 'render.grain', fraction: bottom / height };
  }
  return result;
}

/** Interleaved noise of three channels with the model's correlations; unit variance at the analysed size. */
export function createGrainNoise(
  grain: GrainModel,
  width: number,
  longEdgePx: number,
  seed: number,
): (fromRow: number, toRow: number) => Float32Array {
  const { spectrum, gain } = scaleSpectrum(grain.spectrum, longEdgePx / grain.analysedLongEdgePx);
  const fields = [0, 1, 2].map((c) => createNoiseField(spectrum, seed + 7919 * c, width));
  const l = correlationFactor(grain.correlation);
  return (fromRow, toRow) => {
    const [a, b, c] = fields.map((field) => field(fromRow, toRow));
    const values = new Float32Array(3 * a.length);
    for (let i = 0; i < a.length; i++) {
      values[3 * i] = gain * a[i];
      values[3 * i + 1] = gain * (l[0] * a[i] + l[1] * b[i]);
      values[3 * i + 2] = gain * (l[2] * a[i] + l[3] * b[i] + l[4] * c[i]);
    }
    return values;
  };
}

/** Cholesky factor of the 3×3 correlation matrix, without its first 1: l21, l22, l31, l32, l33. */
function correlationFactor([redGreen, redBlue, greenBlue]: GrainModel['correlation']): readonly number[] {
  const l22 = Math.sqrt(Math.max(0, 1 - redGreen * redGreen));
  const l32 = l22 > 1e-6 ? Math.max(-1, Math.min(1, (greenBlue - redGreen * redBlue) / l22)) : 0;
  const rest = 1 - redBlue * redBlue - l32 * l32;
  // Three correlations that no matrix can have are brought into reach by shortening the last row.
  const scale = rest < 0 ? 1 / Math.sqrt(1 - rest) : 1;
  return [redGreen, l22, redBlue * scale, l32 * scale, Math.sqrt(Math.max(0, rest))];
}

function clip(value: number): number {
  return value > 0 ? (value < 1 ? value : 1) : 0;
}
