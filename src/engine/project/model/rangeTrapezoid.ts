/** The trapezoid of weight that a range of Hue/Saturation has over the hue wheel, with its slopes. All angles in degrees. */

/** An angle in [0, 360). */
export const turn = (deg: number): number => deg - 360 * Math.floor(deg / 360);

/** Weight in [0, 1] at hue `deg` of the range whose four handles stand at `handle[at…at + 3]`. */
export function rangeWeight(handle: Float64Array, at: number, deg: number): number {
  const a = handle[at];
  const x = turn(deg - a);
  const d = turn(handle[at + 3] - a);
  if (x >= d) return 0;
  const b = turn(handle[at + 1] - a);
  if (x < b) return x / b;
  const c = turn(handle[at + 2] - a);
  return x <= c ? 1 : (d - x) / (d - c);
}

/** Derivatives of the weight by its four handles and, last, by the hue; per degree. */
export function rangeWeightSlopes(handle: Float64Array, at: number, deg: number, slopes: Float64Array): void {
  slopes.fill(0);
  const a = handle[at];
  const x = turn(deg - a);
  const d = turn(handle[at + 3] - a);
  if (x >= d) return;
  const b = turn(handle[at + 1] - a);
  const c = turn(handle[at + 2] - a);
  if (x < b) {
    slopes[0] = (x - b) / (b * b);
    slopes[1] = -x / (b * b);
    slopes[4] = 1 / b;
  } else if (x > c) {
    const width = d - c;
    slopes[2] = (d - x) / (width * width);
    slopes[3] = (x - c) / (width * width);
    slopes[4] = -1 / width;
  }
}
