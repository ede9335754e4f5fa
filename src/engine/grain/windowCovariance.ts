/**
 * Covariances inside of windows, with a plane taken out of each. What film and photo have in common is the scene: the
 * film's covariance less the one *between* film and photo, made as sharp as the film, is what only the film has. The
 * photo's own noise has no part in either, so that it need not be known.
 */
import { RENDERED_PX, WINDOW_PX, type GrainWindows } from './cutGrainWindows';
import { filterWindow, type SharpnessFilter } from './matchSharpness';
import { LAGS } from './grainSpectrum';

export interface WindowCovariances {
  readonly count: number;
  /** 3 a window: mean encoded value of each channel of the film. */
  readonly tone: Float64Array;
  /** 3 · LAGS.length a window, channel by channel: covariance of the film less what it shares with the photo. */
  readonly grain: Float64Array;
  /** 3 a window: variance that film and photo share. */
  readonly scene: Float64Array;
  /** 3 a window: covariance of red–green, red–blue, green–blue of the film less what is shared. */
  readonly between: Float64Array;
}

const PIXELS = WINDOW_PX * WINDOW_PX;
const PAIRS = [
  [0, 1],
  [0, 2],
  [1, 2],
] as const;

export function windowCovariances(windows: GrainWindows, sharpness: SharpnessFilter): WindowCovariances {
  const { count } = windows;
  const lags = LAGS.length;
  const result = {
    count,
    tone: new Float64Array(3 * count),
    grain: new Float64Array(3 * lags * count),
    scene: new Float64Array(3 * count),
    between: new Float64Array(3 * count),
  };
  const film = [0, 1, 2].map(() => new Float64Array(PIXELS));
  const photo = [0, 1, 2].map(() => new Float64Array(PIXELS));
  const sharp = new Float32Array(PIXELS);
  for (let w = 0; w < count; w++) {
    for (let c = 0; c < 3; c++) {
      result.tone[3 * w + c] = withoutPlane(windows.film, 3 * PIXELS * w + c, film[c]);
      filterWindow(windows.rendered, 3 * RENDERED_PX * RENDERED_PX * w + c, sharpness, sharp);
      withoutPlane(sharp, 0, photo[c], 1);
    }
    for (let c = 0; c < 3; c++) {
      const at = lags * (3 * w + c);
      LAGS.forEach(({ dx, dy }, k) => {
        const shared =
          (lagCovariance(film[c], photo[c], dx, dy) + lagCovariance(photo[c], film[c], dx, dy)) / 2;
        result.grain[at + k] = lagCovariance(film[c], film[c], dx, dy) - shared;
        if (k === 0) result.scene[3 * w + c] = shared;
      });
    }
    PAIRS.forEach(([a, b], k) => {
      const shared = (lagCovariance(film[a], photo[b], 0, 0) + lagCovariance(photo[a], film[b], 0, 0)) / 2;
      result.between[3 * w + k] = lagCovariance(film[a], film[b], 0, 0) - shared;
    });
  }
  return result;
}

/** Writes a channel less its least-squares plane; returns its mean. */
function withoutPlane(values: Float32Array, offset: number, out: Float64Array, step = 3): number {
  const middle = (WINDOW_PX - 1) / 2;
  let mean = 0;
  let alongX = 0;
  let alongY = 0;
  for (let i = 0; i < PIXELS; i++) {
    const value = values[offset + step * i];
    mean += value;
    alongX += value * ((i % WINDOW_PX) - middle);
    alongY += value * (Math.floor(i / WINDOW_PX) - middle);
  }
  mean /= PIXELS;
  // Σ (x − x̄)² over the window.
  const spread = (PIXELS * (WINDOW_PX * WINDOW_PX - 1)) / 12;
  for (let i = 0; i < PIXELS; i++) {
    const x = (i % WINDOW_PX) - middle;
    const y = Math.floor(i / WINDOW_PX) - middle;
    out[i] = values[offset + step * i] - mean - (alongX * x + alongY * y) / spread;
  }
  return mean;
}

function lagCovariance(a: Float64Array, b: Float64Array, dx: number, dy: number): number {
  let sum = 0;
  for (let y = 0; y < WINDOW_PX - dy; y++) {
    const row = y * WINDOW_PX;
    const other = (y + dy) * WINDOW_PX + dx;
    for (let x = 0; x < WINDOW_PX - dx; x++) sum += a[row + x] * b[other + x];
  }
  return sum / ((WINDOW_PX - dx) * (WINDOW_PX - dy));
}
