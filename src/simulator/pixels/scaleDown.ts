/**
 * Smaller pictures the way Photoshop serves them: from a pyramid of halved pictures, the nearest larger level
 * resampled to the size that was asked for. Averages run over the encoded values.
 */
import type { Box, Pixels } from '../documentState';

// Looked up once: inside the virtual machines of test runners every mention of a global costs a search.
const { floor, max, min, round } = Math;

export interface ScaledPixels {
  readonly pixels: Pixels;
  /** 0 full size, 1 half, 2 a quarter. `pixels.box` is in the coordinates of this level before resampling. */
  readonly level: number;
  readonly width: number;
  readonly height: number;
}

/** Halves until the next halving would be smaller than asked for, or the pyramid ends; then averages areas. */
export function scaleDown(source: Pixels, width: number, height: number, levels: number): ScaledPixels {
  let current = source;
  let level = 0;
  while (level < levels - 1 && widthOf(current) >= 2 * width && heightOf(current) >= 2 * height) {
    current = halve(current);
    level++;
  }
  return {
    pixels: { ...current, data: averageAreas(current, width, height) },
    level,
    width,
    height,
  };
}

const widthOf = ({ box }: Pixels): number => box.right - box.left;
const heightOf = ({ box }: Pixels): number => box.bottom - box.top;

function halve(source: Pixels): Pixels {
  const { box } = source;
  const left = floor(box.left / 2);
  const top = floor(box.top / 2);
  const half: Box = {
    left,
    top,
    right: left + max(1, widthOf(source) >> 1),
    bottom: top + max(1, heightOf(source) >> 1),
  };
  return { ...source, box: half, data: averageAreas(source, half.right - half.left, half.bottom - half.top) };
}

/** Which source positions a target position covers: from `first` to before `end`, and how much of each. */
interface Spans {
  readonly first: Int32Array;
  readonly end: Int32Array;
  /** How much of the first and of the last position is covered; the others are covered whole. */
  readonly firstShare: Float64Array;
  readonly lastShare: Float64Array;
}

function spansOf(from: number, to: number): Spans {
  const step = from / to;
  const first = new Int32Array(to);
  const end = new Int32Array(to);
  const firstShare = new Float64Array(to);
  const lastShare = new Float64Array(to);
  for (let i = 0; i < to; i++) {
    const start = i * step;
    const stop = min(from, (i + 1) * step);
    first[i] = floor(start);
    end[i] = min(from, max(first[i] + 1, -floor(-stop)));
    firstShare[i] = min(first[i] + 1, stop) - start;
    lastShare[i] = end[i] - 1 === first[i] ? firstShare[i] : stop - (end[i] - 1);
  }
  return { first, end, firstShare, lastShare };
}

/** Every target pixel is the mean of the area of the source that it covers; colors are weighted by alpha. */
function averageAreas(source: Pixels, width: number, height: number): Uint8Array | Uint16Array {
  const { channels, data } = source;
  const fromWidth = widthOf(source);
  if (width === fromWidth && height === heightOf(source)) return data.slice();
  const length = width * height * channels;
  const target = data instanceof Uint8Array ? new Uint8Array(length) : new Uint16Array(length);
  const columns = spansOf(fromWidth, width);
  const rows = spansOf(heightOf(source), height);
  for (let y = 0, to = 0; y < height; y++) {
    const top = rows.first[y];
    const bottom = rows.end[y];
    for (let x = 0; x < width; x++, to += channels) {
      const left = columns.first[x];
      const right = columns.end[x];
      let red = 0;
      let green = 0;
      let blue = 0;
      let opaque = 0;
      let area = 0;
      for (let v = top; v < bottom; v++) {
        const share = v === top ? rows.firstShare[y] : v === bottom - 1 ? rows.lastShare[y] : 1;
        let from = (v * fromWidth + left) * channels;
        for (let u = left; u < right; u++, from += channels) {
          const part =
            share * (u === left ? columns.firstShare[x] : u === right - 1 ? columns.lastShare[x] : 1);
          const weight = channels === 4 ? part * data[from + 3] : part;
          red += weight * data[from];
          green += weight * data[from + 1];
          blue += weight * data[from + 2];
          opaque += weight;
          area += part;
        }
      }
      const total = opaque || 1;
      target[to] = round(red / total);
      target[to + 1] = round(green / total);
      target[to + 2] = round(blue / total);
      if (channels === 4) target[to + 3] = round(opaque / area);
    }
  }
  return target;
}
