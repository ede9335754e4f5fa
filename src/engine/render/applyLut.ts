/**
 * A 3D table applied with tetrahedral interpolation (Kasson, Nin, Plouffe, Hafner: Performing color space conversions
 * with three-dimensional linear interpolation, 1995): the cell is cut into six tetrahedra by the order of the
 * fractions. Photoshop's Color Lookup does the same.
 */
import { rgbImage, type RgbImage } from '../image/rgbImage';
import type { Lut3d } from './lut3d';
import type { Mapper } from './mapper';

/** Applies `lut` to every pixel; values outside [0, 1] are clipped before. @throws RangeError when the spaces differ. */
export function applyLut(image: RgbImage, lut: Lut3d): RgbImage {
  if (image.space !== lut.space) {
    throw new RangeError(`The image is ${image.space} and the table ${lut.space}; convert the image first.`);
  }
  const result = rgbImage(image.width, image.height, image.space);
  createLutMapper(lut)(image.data, result.data, image.width * image.height);
  return result;
}

/** As applyLut, on buffers. Values of the table are not clipped. */
export function createLutMapper(lut: Lut3d): Mapper {
  const { size, values } = lut;
  const last = size - 1;
  const stepR = 3;
  const stepG = 3 * size;
  const stepB = 3 * size * size;
  return (source, target, count) => {
    for (let i = 0, end = 3 * count; i < end; i += 3) {
      const r = clip1(source[i]) * last;
      const g = clip1(source[i + 1]) * last;
      const b = clip1(source[i + 2]) * last;
      const r0 = Math.min(r | 0, last - 1);
      const g0 = Math.min(g | 0, last - 1);
      const b0 = Math.min(b | 0, last - 1);
      const fr = r - r0;
      const fg = g - g0;
      const fb = b - b0;
      // The path from the near corner to the far corner goes along the axes in the order of their fractions.
      let high = fr;
      let middle = fg;
      let low = fb;
      let first = stepR;
      let second = stepG;
      if (fr >= fg) {
        if (fg < fb) {
          if (fr >= fb) {
            second = stepB;
            middle = fb;
            low = fg;
          } else {
            first = stepB;
            second = stepR;
            high = fb;
            middle = fr;
            low = fg;
          }
        }
      } else if (fb >= fg) {
        first = stepB;
        high = fb;
        low = fr;
      } else if (fb >= fr) {
        first = stepG;
        second = stepB;
        high = fg;
        middle = fb;
        low = fr;
      } else {
        first = stepG;
        second = stepR;
        high = fg;
        middle = fr;
      }
      const p0 = r0 * stepR + g0 * stepG + b0 * stepB;
      const p1 = p0 + first;
      const p2 = p1 + second;
      const p3 = p0 + stepR + stepG + stepB;
      const w0 = 1 - high;
      const w1 = high - middle;
      const w2 = middle - low;
      target[i] = w0 * values[p0] + w1 * values[p1] + w2 * values[p2] + low * values[p3];
      target[i + 1] = w0 * values[p0 + 1] + w1 * values[p1 + 1] + w2 * values[p2 + 1] + low * values[p3 + 1];
      target[i + 2] = w0 * values[p0 + 2] + w1 * values[p1 + 2] + w2 * values[p2 + 2] + low * values[p3 + 2];
    }
  };
}

const clip1 = (value: number): number => (value > 0 ? (value < 1 ? value : 1) : 0);
