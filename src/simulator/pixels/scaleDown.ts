/**
 * Smaller pictures the way Photoshop serves them: from a pyramid of halved pictures, the nearest larger level
 * resampled to the size that was asked for. Averages run over the encoded values.
 */
import type { Box, Pixels } from '../documentState';

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
  const left = Math.floor(box.left / 2);
  const top = Math.floor(box.top / 2);
  const half: Box = {
    left,
    top,
    right: left + Math.max(1, widthOf(source) >> 1),
    bottom: top + Math.max(1, heightOf(source) >> 1),
  };
  return { ...source, box: half, data: averageAreas(source, half.right - half.left, half.bottom - half.top) };
}

/** Every target pixel is the mean of the area of the source that it covers; colors are weighted by alpha. */
function averageAreas(source: Pixels, width: number, height: number): Uint8Array | Uint16Array {
  const { channels, data } = source;
  const fromWidth = widthOf(source);
  const fromHeight = heightOf(source);
  const target =
    data instanceof Uint8Array
      ? new Uint8Array(width * height * channels)
      : new Uint16Array(width * height * channels);
  if (width === fromWidth && height === fromHeight) {
    target.set(data);
    return target;
  }
  const stepX = fromWidth / width;
  const stepY = fromHeight / height;
  const sums = new Float64Array(4);
  for (let y = 0, to = 0; y < height; y++) {
    const y0 = y * stepY;
    const y1 = Math.min(fromHeight, (y + 1) * stepY);
    for (let x = 0; x < width; x++, to += channels) {
      const x0 = x * stepX;
      const x1 = Math.min(fromWidth, (x + 1) * stepX);
      sums.fill(0);
      let area = 0;
      for (let v = Math.floor(y0); v < y1; v++) {
        const share = Math.min(v + 1, y1) - Math.max(v, y0);
        for (let u = Math.floor(x0); u < x1; u++) {
          const weight = share * (Math.min(u + 1, x1) - Math.max(u, x0));
          const from = (v * fromWidth + u) * channels;
          const colorWeight = channels === 4 ? weight * data[from + 3] : weight;
          sums[0] += colorWeight * data[from];
          sums[1] += colorWeight * data[from + 1];
          sums[2] += colorWeight * data[from + 2];
          sums[3] += colorWeight;
          area += weight;
        }
      }
      const total = sums[3] || 1;
      target[to] = Math.round(sums[0] / total);
      target[to + 1] = Math.round(sums[1] / total);
      target[to + 2] = Math.round(sums[2] / total);
      if (channels === 4) target[to + 3] = Math.round(sums[3] / area);
    }
  }
  return target;
}
