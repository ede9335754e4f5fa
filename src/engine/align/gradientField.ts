/** Gradient magnitude and direction of one blurred level, at every second pixel of every second row. */

/** Directions a full turn. */
export const DIRECTION_UNITS = 8;

/**
 * The levels that features are read from are blurred by at least σ = 2 px, so that nothing is left at the Nyquist
 * frequency of every second pixel: the thinning costs no information and three quarters of the work fall away.
 */
export interface GradientField {
  width: number;
  height: number;
  readonly magnitude: Float32Array;
  /** In [0, DIRECTION_UNITS), y down. */
  readonly direction: Float32Array;
}

export function createGradientField(width: number, height: number): GradientField {
  const length = ((width + 1) >> 1) * ((height + 1) >> 1);
  return {
    width: 0,
    height: 0,
    magnitude: new Float32Array(length),
    direction: new Float32Array(length),
  };
}

/** Fills rows [fromRow, toRow) of `field` from a level of `width` × `height` pixels. */
export function fillGradientField(
  field: GradientField,
  level: Float32Array,
  width: number,
  height: number,
  fromRow: number,
  toRow: number,
): void {
  const halfWidth = (width + 1) >> 1;
  field.width = halfWidth;
  field.height = (height + 1) >> 1;
  for (let y = fromRow; y < Math.min(toRow, field.height); y++) {
    const row = 2 * y * width;
    const up = y === 0 ? 0 : width;
    const down = 2 * y + 1 < height ? width : 0;
    for (let x = 0; x < halfWidth; x++) {
      const i = row + 2 * x;
      const left = x === 0 ? 0 : 1;
      const right = 2 * x + 1 < width ? 1 : 0;
      const gx = level[i + right] - level[i - left];
      const gy = level[i + down] - level[i - up];
      const out = y * halfWidth + x;
      field.magnitude[out] = Math.sqrt(gx * gx + gy * gy);
      field.direction[out] = directionOf(gx, gy);
    }
  }
}

/** Direction of a vector in eighths of a turn, within 10⁻³ of an eighth (polynomial arc tangent). */
function directionOf(gx: number, gy: number): number {
  const ax = Math.abs(gx);
  const ay = Math.abs(gy);
  const ratio = Math.min(ax, ay) / (Math.max(ax, ay) + 1e-12);
  const square = ratio * ratio;
  // Odd minimax polynomial of atan on [0, 1], in radians, then scaled to eighths of a turn.
  let angle =
    ((((-0.01348047 * square + 0.05747731) * square - 0.12123907) * square + 0.19563593) * square -
      0.33299461) *
      square *
      ratio +
    0.99999563 * ratio;
  angle *= 1.2732395447351628;
  if (ay > ax) angle = 2 - angle;
  if (gx < 0) angle = 4 - angle;
  if (gy < 0) angle = 8 - angle;
  return angle >= DIRECTION_UNITS ? 0 : angle < 0 ? 0 : angle;
}
