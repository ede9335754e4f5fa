/** Resamples linear pictures of three channels by Catmull and Rom's cubic (1974); light stays positive. */
export interface LinearPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** Fills a picture whose pixel (x, y) shows the source at `place(x, y)`, pixel centers at integers; edges repeat. */
export function resample(
  source: LinearPicture,
  width: number,
  height: number,
  place: (x: number, y: number) => readonly [number, number],
): LinearPicture {
  const data = new Float32Array(3 * width * height);
  const wx = new Float64Array(4);
  const wy = new Float64Array(4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [sx, sy] = place(x, y);
      const [ix, iy] = [Math.floor(sx), Math.floor(sy)];
      cubicWeights(sx - ix, wx);
      cubicWeights(sy - iy, wy);
      for (let c = 0; c < 3; c++) {
        let sum = 0;
        for (let j = 0; j < 4; j++) {
          const row = clamp(iy + j - 1, source.height) * source.width;
          for (let i = 0; i < 4; i++)
            sum += wy[j] * wx[i] * source.data[3 * (row + clamp(ix + i - 1, source.width)) + c];
        }
        data[3 * (y * width + x) + c] = Math.max(0, sum);
      }
    }
  }
  return { width, height, data };
}

function cubicWeights(t: number, out: Float64Array): void {
  out[0] = t * (-0.5 + t * (1 - 0.5 * t));
  out[1] = 1 + t * t * (-2.5 + 1.5 * t);
  out[2] = t * (0.5 + t * (2 - 1.5 * t));
  out[3] = t * t * (-0.5 + 0.5 * t);
}

function clamp(i: number, length: number): number {
  return i < 0 ? 0 : i >= length ? length - 1 : i;
}
