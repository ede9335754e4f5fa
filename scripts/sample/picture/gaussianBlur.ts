/** Gaussian blur of interleaved pictures of three channels, by a sampled kernel along rows and then along columns; edges repeat. */
export function gaussianBlur(
  data: Float32Array,
  width: number,
  height: number,
  sigmaPx: number,
): Float32Array {
  const kernel = gaussianKernel(sigmaPx);
  const rows = pass(data, width, height, 3, 3 * width, kernel);
  return pass(rows, height, width, 3 * width, 3, kernel);
}

function gaussianKernel(sigmaPx: number): Float32Array {
  const radius = Math.max(1, Math.ceil(3 * sigmaPx));
  const kernel = Float32Array.from({ length: 2 * radius + 1 }, (_, i) =>
    Math.exp(-0.5 * ((i - radius) / sigmaPx) ** 2),
  );
  const sum = kernel.reduce((a, b) => a + b, 0);
  return kernel.map((value) => value / sum);
}

/** Filters `lines` lines of `length` pixels; neighbours along a line lie `stride` values apart, lines `lineStride`. */
function pass(
  data: Float32Array,
  length: number,
  lines: number,
  stride: number,
  lineStride: number,
  kernel: Float32Array,
): Float32Array {
  const result = new Float32Array(data.length);
  const radius = (kernel.length - 1) / 2;
  for (let line = 0; line < lines; line++) {
    for (let i = 0; i < length; i++) {
      let r = 0;
      let g = 0;
      let b = 0;
      for (let k = -radius; k <= radius; k++) {
        const j = i + k < 0 ? 0 : i + k >= length ? length - 1 : i + k;
        const from = line * lineStride + j * stride;
        const weight = kernel[k + radius];
        r += weight * data[from];
        g += weight * data[from + 1];
        b += weight * data[from + 2];
      }
      const to = line * lineStride + i * stride;
      result[to] = r;
      result[to + 1] = g;
      result[to + 2] = b;
    }
  }
  return result;
}
