import type { Homography } from './alignment';
import { localScale } from './homography';

/** Two handheld or tripod views of one scene never differ more than this in linear scale… */
const MAX_SCALE = 6;
/** …nor does perspective change the scale across the frame by more than this factor. */
const MAX_SCALE_CHANGE = 2.5;
/** Ratio of the affine part's singular values: pixels stay nearly square. */
const MAX_STRETCH = 1.8;

/** Whether a map can be the view of a film frame of this size: not folded, nowhere near degenerate. */
export function isPlausible(h: Homography, width: number, height: number): boolean {
  const scales: number[] = [];
  for (const x of [0, width - 1]) {
    for (const y of [0, height - 1]) {
      const w = h[6] * x + h[7] * y + h[8];
      if (!(w > 0.1)) return false;
      scales.push(localScale(h, x, y));
    }
  }
  const low = Math.min(...scales);
  const high = Math.max(...scales);
  if (!(low > 1 / MAX_SCALE && high < MAX_SCALE && high < MAX_SCALE_CHANGE * low)) return false;
  const [a, b, c, d] = jacobian(h, (width - 1) / 2, (height - 1) / 2);
  const det = a * d - b * c;
  if (det === 0) return false;
  const sum = a * a + b * b + c * c + d * d;
  // Singular values s ≥ t: s² + t² = sum and s·t = |det|, so (s/t) + (t/s) = sum / |det|.
  return sum / Math.abs(det) < MAX_STRETCH + 1 / MAX_STRETCH;
}

/** ∂(x′, y′)/∂(x, y), row-major. */
function jacobian(h: Homography, x: number, y: number): [number, number, number, number] {
  const w = h[6] * x + h[7] * y + h[8];
  const u = (h[0] * x + h[1] * y + h[2]) / w;
  const v = (h[3] * x + h[4] * y + h[5]) / w;
  return [(h[0] - u * h[6]) / w, (h[1] - u * h[7]) / w, (h[3] - v * h[6]) / w, (h[4] - v * h[7]) / w];
}
