/**
 * A picture enlarged strip by strip, by linear interpolation: for fields without detail (tones, a glow) that a large
 * document needs row by row. Pixel centers at integers, so that position x lies at s·(x + ½) − ½ of the small picture.
 */
import type { RgbImage } from './rgbImage';

/** @returns interleaved RGB of the rows [top, bottom) of the enlarged picture */
export function enlargeRows(
  image: RgbImage,
  width: number,
  height: number,
): (top: number, bottom: number) => Float32Array {
  const columns = positions(width, image.width);
  const lines = positions(height, image.height);
  return (top, bottom) => {
    const rows = new Float32Array(3 * width * (bottom - top));
    let at = 0;
    for (let y = top; y < bottom; y++) {
      const upper = 3 * image.width * lines.first[y];
      const lower = 3 * image.width * lines.second[y];
      for (let x = 0; x < width; x++) {
        const left = 3 * columns.first[x];
        const right = 3 * columns.second[x];
        for (let c = 0; c < 3; c++) {
          const a = mix(image.data[upper + left + c], image.data[upper + right + c], columns.share[x]);
          const b = mix(image.data[lower + left + c], image.data[lower + right + c], columns.share[x]);
          rows[at++] = mix(a, b, lines.share[y]);
        }
      }
    }
    return rows;
  };
}

/** For each large position its two small neighbours, and the share of the second. */
function positions(large: number, small: number) {
  const first = new Int32Array(large);
  const second = new Int32Array(large);
  const share = new Float32Array(large);
  for (let i = 0; i < large; i++) {
    const position = Math.min(small - 1, Math.max(0, (small / large) * (i + 0.5) - 0.5));
    first[i] = Math.floor(position);
    second[i] = Math.min(small - 1, first[i] + 1);
    share[i] = position - first[i];
  }
  return { first, second, share };
}

const mix = (a: number, b: number, share: number): number => a + share * (b - a);
