/** Resampling of a scene by Keys' cubic convolution through any map, with a low-pass before shrinking. */
import { gaussianHalfKernel } from '../../../src/engine/image/gaussianBlur';
import type { RgbImage } from '../../../src/engine/image/rgbImage';
import { rgbImage } from '../../../src/engine/image/rgbImage';

/** `toSource` gives the source position of every target pixel; beyond its edges the source is repeated. */
export function resample(
  source: RgbImage,
  width: number,
  height: number,
  toSource: (x: number, y: number) => [number, number],
): RgbImage {
  const target = rgbImage(width, height, source.space);
  const wx = new Float64Array(4);
  const wy = new Float64Array(4);
  for (let y = 0, out = 0; y < height; y++) {
    for (let x = 0; x < width; x++, out += 3) {
      const [u, v] = toSource(x, y);
      const left = Math.floor(u);
      const top = Math.floor(v);
      cubic(u - left, wx);
      cubic(v - top, wy);
      for (let j = 0; j < 4; j++) {
        const row = Math.min(source.height - 1, Math.max(0, top + j - 1)) * source.width;
        for (let i = 0; i < 4; i++) {
          const from = 3 * (row + Math.min(source.width - 1, Math.max(0, left + i - 1)));
          const weight = wx[i] * wy[j];
          for (let c = 0; c < 3; c++) target.data[out + c] += weight * source.data[from + c];
        }
      }
    }
  }
  return target;
}

function cubic(t: number, out: Float64Array): void {
  out[0] = ((-0.5 * t + 1) * t - 0.5) * t;
  out[1] = (1.5 * t - 2.5) * t * t + 1;
  out[2] = ((-1.5 * t + 2) * t + 0.5) * t;
  out[3] = (0.5 * t - 0.5) * t * t;
}

/** Blurred so that every `step`-th pixel stands for all of them. */
export function softened(image: RgbImage, step: number): RgbImage {
  if (step <= 1.05) return image;
  const kernel = gaussianHalfKernel(0.45 * Math.sqrt(step * step - 1));
  const { width, height, space } = image;
  const across = rgbImage(width, height, space);
  const result = rgbImage(width, height, space);
  pass(image.data, across.data, kernel, width, height, 3, 3 * width);
  pass(across.data, result.data, kernel, height, width, 3 * width, 3);
  return result;
}

/** Along one axis of `length` samples that lie `step` apart, for each of `lines`. */
function pass(
  from: Float32Array,
  to: Float32Array,
  kernel: Float32Array,
  length: number,
  lines: number,
  step: number,
  lineStep: number,
): void {
  for (let line = 0; line < lines; line++) {
    for (let i = 0; i < length; i++) {
      const at = line * lineStep + i * step;
      for (let c = 0; c < 3; c++) {
        let sum = kernel[0] * from[at + c];
        for (let k = 1; k < kernel.length; k++) {
          const before = line * lineStep + Math.max(0, i - k) * step + c;
          const after = line * lineStep + Math.min(length - 1, i + k) * step + c;
          sum += kernel[k] * (from[before] + from[after]);
        }
        to[at + c] = sum;
      }
    }
  }
}
