/**
 * Resizing by exact area coverage when shrinking (every source pixel counts by the share of it that the target pixel
 * covers) and by linear interpolation when enlarging. Separable; pixel centers at integers, so that position x moves to
 * s·(x + ½) − ½. Averages of encoded values: for analysis, not for output.
 */
import { plane, rgbImage } from './rgbImage';
import type { Plane, RgbImage } from './rgbImage';
import type { Task } from '../task';
import { runToEnd } from '../task';

/** @throws RangeError when the target size is not at least 1 × 1 whole pixels. */
export function resizeArea(image: RgbImage, width: number, height: number): RgbImage {
  checkSize(width, height);
  if (width === image.width && height === image.height) return image;
  const data = resizeSamples(image.data, 3, image.width, image.height, width, height);
  return rgbImage(width, height, image.space, data);
}

/** As resizeArea, in slices of a few milliseconds: for pictures as large as cameras make them. */
export function* resizeAreaInSlices(
  image: RgbImage,
  width: number,
  height: number,
  stage: string,
): Task<RgbImage> {
  checkSize(width, height);
  if (width === image.width && height === image.height) return image;
  const data = yield* resizeInSlices(image.data, 3, image.width, image.height, width, height, stage);
  return rgbImage(width, height, image.space, data);
}

/** @throws RangeError when the target size is not at least 1 × 1 whole pixels. */
export function resizePlane(source: Plane, width: number, height: number): Plane {
  checkSize(width, height);
  if (width === source.width && height === source.height) return source;
  return plane(width, height, resizeSamples(source.data, 1, source.width, source.height, width, height));
}

/** As resizePlane, in slices of a few milliseconds. */
export function* resizePlaneInSlices(
  source: Plane,
  width: number,
  height: number,
  stage: string,
): Task<Plane> {
  checkSize(width, height);
  if (width === source.width && height === source.height) return source;
  const data = yield* resizeInSlices(source.data, 1, source.width, source.height, width, height, stage);
  return plane(width, height, data);
}

/** Width and height with the long edge at most `longEdgePx`, never enlarged. */
export function fitLongEdge(
  width: number,
  height: number,
  longEdgePx: number,
): { width: number; height: number } {
  const scale = Math.min(1, longEdgePx / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

function checkSize(width: number, height: number): void {
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1) {
    throw new RangeError(`A picture can be resized to whole pixels from 1 × 1 on, got ${width} × ${height}.`);
  }
}

interface Taps {
  /** First source sample of every target sample. */
  readonly start: Int32Array;
  /** Weights, `count` a target sample, summing to 1. */
  readonly weight: Float32Array;
  readonly count: number;
}

function resizeTaps(from: number, to: number): Taps {
  const step = from / to;
  const count = step > 1 ? Math.ceil(step) + 1 : 2;
  const start = new Int32Array(to);
  const weight = new Float32Array(to * count);
  for (let i = 0; i < to; i++) {
    if (step > 1) {
      const low = i * step;
      const high = Math.min(from, low + step);
      const first = Math.min(Math.floor(low), Math.max(0, from - count));
      start[i] = first;
      for (let k = 0; k < count; k++) {
        const covered = Math.min(high, first + k + 1) - Math.max(low, first + k);
        weight[i * count + k] = Math.max(0, covered) / (high - low);
      }
    } else {
      const center = Math.min(from - 1, Math.max(0, (i + 0.5) * step - 0.5));
      const first = Math.max(0, Math.min(Math.floor(center), from - 2));
      start[i] = first;
      weight[i * count] = 1 - (center - first);
      weight[i * count + 1] = center - first;
    }
  }
  return { start, weight, count };
}

/** Source samples that one slice reads: under 1 ms, and no more than 20 where the code is not compiled yet. */
const SLICE_SAMPLES = 1e5;

function resizeSamples(
  source: Float32Array,
  channels: number,
  width: number,
  height: number,
  newWidth: number,
  newHeight: number,
): Float32Array {
  return runToEnd(resizeInSlices(source, channels, width, height, newWidth, newHeight, ''));
}

function* resizeInSlices(
  source: Float32Array,
  channels: number,
  width: number,
  height: number,
  newWidth: number,
  newHeight: number,
  stage: string,
): Task<Float32Array<ArrayBuffer>> {
  const across = resizeTaps(width, newWidth);
  const down = resizeTaps(height, newHeight);
  const rowLength = newWidth * channels;
  const target = new Float32Array(rowLength * newHeight);
  // Rows are narrowed once each, on demand, into a ring that holds as many as one target row needs.
  const ring = new Float32Array(rowLength * down.count);
  let nextRow = 0;
  let lastYield = 0;
  for (let y = 0; y < newHeight; y++) {
    const first = down.start[y];
    for (; nextRow < Math.min(height, first + down.count); nextRow++) {
      narrowRow(source, channels, width, nextRow, across, ring, (nextRow % down.count) * rowLength, newWidth);
    }
    const out = y * rowLength;
    for (let k = 0; k < down.count; k++) {
      const weight = down.weight[y * down.count + k];
      if (weight === 0) continue;
      const row = ((first + k) % down.count) * rowLength;
      for (let i = 0; i < rowLength; i++) target[out + i] += weight * ring[row + i];
    }
    if ((nextRow - lastYield) * width * channels > SLICE_SAMPLES) {
      lastYield = nextRow;
      yield { stage, fraction: y / newHeight };
    }
  }
  return target;
}

function narrowRow(
  source: Float32Array,
  channels: number,
  width: number,
  y: number,
  taps: Taps,
  ring: Float32Array,
  out: number,
  newWidth: number,
): void {
  const row = y * width * channels;
  const { start, weight, count } = taps;
  if (channels === 3 && width >= count) {
    for (let x = 0, o = out; x < newWidth; x++, o += 3) {
      let r = 0;
      let g = 0;
      let b = 0;
      const end = (x + 1) * count;
      for (let k = x * count, p = row + 3 * start[x]; k < end; k++, p += 3) {
        const w = weight[k];
        r += w * source[p];
        g += w * source[p + 1];
        b += w * source[p + 2];
      }
      ring[o] = r;
      ring[o + 1] = g;
      ring[o + 2] = b;
    }
    return;
  }
  const last = width - 1;
  for (let x = 0; x < newWidth; x++) {
    for (let c = 0; c < channels; c++) {
      let sum = 0;
      for (let k = 0; k < count; k++) {
        const sample = Math.min(last, start[x] + k);
        sum += weight[x * count + k] * source[row + sample * channels + c];
      }
      ring[out + x * channels + c] = sum;
    }
  }
}
