/** What one step of least squares on the gradients needs to know of a tile: sums over its pixels. */

/** Places of the sums of the digital and film values d, f, the digital gradient x, y, and of their products. */
export const [D, F, X, Y, DD, DF, FF, XX, XY, YY, XD, YD, XF, YF, MOMENTS] = Array.from(
  { length: 15 },
  (_, i) => i,
);

export function sumMoments(
  digital: Float32Array,
  film: Float32Array,
  width: number,
  x: number,
  y: number,
  radius: number,
  out: Float64Array,
): void {
  let [d, f, gx, gy, dd, df, ff, xx, xy, yy, xd, yd, xf, yf] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let row = y - radius; row <= y + radius; row++) {
    for (let i = row * width + x - radius; i <= row * width + x + radius; i++) {
      const value = digital[i];
      const seen = film[i];
      const across = (digital[i + 1] - digital[i - 1]) / 2;
      const down = (digital[i + width] - digital[i - width]) / 2;
      d += value;
      f += seen;
      gx += across;
      gy += down;
      dd += value * value;
      df += value * seen;
      ff += seen * seen;
      xx += across * across;
      xy += across * down;
      yy += down * down;
      xd += across * value;
      yd += down * value;
      xf += across * seen;
      yf += down * seen;
    }
  }
  out[D] = d;
  out[F] = f;
  out[X] = gx;
  out[Y] = gy;
  out[DD] = dd;
  out[DF] = df;
  out[FF] = ff;
  out[XX] = xx;
  out[XY] = xy;
  out[YY] = yy;
  out[XD] = xd;
  out[YD] = yd;
  out[XF] = xf;
  out[YF] = yf;
}
