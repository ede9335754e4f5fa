/**
 * Extrema of the difference-of-Gaussians scale space, located to a fraction of a pixel and of a scale by a quadratic
 * (Brown & Lowe, "Invariant features from interest point groups", BMVC 2002). Weak and edge-like extrema are dropped,
 * and the budget is shared out from the coarsest octave on, because film grain fills the finest one.
 */
import type { Task } from '../task';
import type { Keypoint } from './features';
import type { Octave } from './scaleSpace';
import { BASE_SIGMA, SCALES_PER_OCTAVE } from './scaleSpace';

/** Least |DoG| of an extremum, for pictures in [0, 1]: low, since soft scenes need it and the budget keeps the strongest. */
const MIN_CONTRAST = 0.0015;
/** Largest ratio of principal curvatures (Lowe 2004 § 4.1). */
const MAX_EDGE_RATIO = 10;
const BORDER_PX = 5;

export interface KeypointOptions {
  /** Most keypoints to keep. */
  readonly budget: number;
  /** Whether a position (pixels of the picture) may hold a keypoint. */
  readonly accepts?: (x: number, y: number) => boolean;
}

export function* detectKeypoints(octaves: readonly Octave[], options: KeypointOptions): Task<Keypoint[]> {
  const perOctave: Keypoint[][] = [];
  for (const [index, octave] of octaves.entries()) {
    const found: Keypoint[] = [];
    const dogs: Float32Array[] = [];
    for (let s = 0; s < SCALES_PER_OCTAVE + 2; s++) {
      dogs.push(subtract(octave.levels[s + 1], octave.levels[s]));
      yield { stage: 'align.features', fraction: 0 };
    }
    const strip = Math.max(8, Math.floor(150000 / octave.width));
    for (let s = 1; s <= SCALES_PER_OCTAVE; s++) {
      for (let y = BORDER_PX; y < octave.height - BORDER_PX; y += strip) {
        const end = Math.min(octave.height - BORDER_PX, y + strip);
        findExtrema(dogs, octave.width, octave.height, index, s, y, end, found);
        yield { stage: 'align.features', fraction: 0.5 };
      }
    }
    const zoom = 2 ** index;
    const { accepts } = options;
    perOctave.push(accepts ? found.filter((point) => accepts(point.x * zoom, point.y * zoom)) : found);
  }
  return shareBudget(perOctave, options.budget);
}

/** Every octave from the coarsest on may take half of what is left, the finest all of it; the strongest first. */
function shareBudget(perOctave: Keypoint[][], budget: number): Keypoint[] {
  const kept: Keypoint[] = [];
  let left = budget;
  for (let octave = perOctave.length - 1; octave >= 0; octave--) {
    const points = perOctave[octave];
    points.sort((a, b) => b.strength - a.strength || a.y - b.y || a.x - b.x);
    const take = Math.min(points.length, octave === 0 ? left : Math.ceil(left / 2));
    for (let i = 0; i < take; i++) kept.push(points[i]);
    left -= take;
  }
  return kept;
}

function subtract(a: Float32Array, b: Float32Array): Float32Array {
  const difference = new Float32Array(a.length);
  for (let i = 0; i < a.length; i++) difference[i] = a[i] - b[i];
  return difference;
}

function findExtrema(
  dogs: readonly Float32Array[],
  width: number,
  height: number,
  octave: number,
  s: number,
  fromRow: number,
  toRow: number,
  found: Keypoint[],
): void {
  const below = dogs[s - 1];
  const here = dogs[s];
  const above = dogs[s + 1];
  for (let y = fromRow; y < toRow; y++) {
    for (let x = BORDER_PX, i = y * width + BORDER_PX; x < width - BORDER_PX; x++, i++) {
      const value = here[i];
      if (value > 0.8 * MIN_CONTRAST) {
        if (value < here[i - 1] || value <= here[i + 1]) continue;
        if (!isMaximum(value, here, i, width) || !isMaximum(value, below, i, width)) continue;
        if (value < below[i] || value < above[i] || !isMaximum(value, above, i, width)) continue;
      } else if (value < -0.8 * MIN_CONTRAST) {
        if (value > here[i - 1] || value >= here[i + 1]) continue;
        if (!isMinimum(value, here, i, width) || !isMinimum(value, below, i, width)) continue;
        if (value > below[i] || value > above[i] || !isMinimum(value, above, i, width)) continue;
      } else continue;
      const point = locate(dogs, width, height, octave, s, x, y);
      if (point) found.push(point);
    }
  }
}

function isMaximum(value: number, dog: Float32Array, i: number, width: number): boolean {
  return (
    value >= dog[i - 1] &&
    value >= dog[i + 1] &&
    value >= dog[i - width] &&
    value >= dog[i + width] &&
    value >= dog[i - width - 1] &&
    value >= dog[i - width + 1] &&
    value >= dog[i + width - 1] &&
    value >= dog[i + width + 1]
  );
}

function isMinimum(value: number, dog: Float32Array, i: number, width: number): boolean {
  return (
    value <= dog[i - 1] &&
    value <= dog[i + 1] &&
    value <= dog[i - width] &&
    value <= dog[i + width] &&
    value <= dog[i - width - 1] &&
    value <= dog[i - width + 1] &&
    value <= dog[i + width - 1] &&
    value <= dog[i + width + 1]
  );
}

/** Newton steps on the 3D quadratic around an extremum; null when it runs away, is weak, or lies along an edge. */
function locate(
  dogs: readonly Float32Array[],
  width: number,
  height: number,
  octave: number,
  s: number,
  x: number,
  y: number,
): Keypoint | null {
  for (let attempt = 0; attempt < 4; attempt++) {
    const b = dogs[s - 1];
    const h = dogs[s];
    const a = dogs[s + 1];
    const i = y * width + x;
    const gx = (h[i + 1] - h[i - 1]) / 2;
    const gy = (h[i + width] - h[i - width]) / 2;
    const gs = (a[i] - b[i]) / 2;
    const hxx = h[i + 1] + h[i - 1] - 2 * h[i];
    const hyy = h[i + width] + h[i - width] - 2 * h[i];
    const hss = a[i] + b[i] - 2 * h[i];
    const hxy = (h[i + width + 1] - h[i + width - 1] - h[i - width + 1] + h[i - width - 1]) / 4;
    const hxs = (a[i + 1] - a[i - 1] - b[i + 1] + b[i - 1]) / 4;
    const hys = (a[i + width] - a[i - width] - b[i + width] + b[i - width]) / 4;
    const cxx = hyy * hss - hys * hys;
    const cxy = hxs * hys - hxy * hss;
    const cxs = hxy * hys - hxs * hyy;
    const det = hxx * cxx + hxy * cxy + hxs * cxs;
    if (Math.abs(det) < 1e-18) return null;
    const cyy = hxx * hss - hxs * hxs;
    const cys = hxy * hxs - hxx * hys;
    const css = hxx * hyy - hxy * hxy;
    const dx = -(cxx * gx + cxy * gy + cxs * gs) / det;
    const dy = -(cxy * gx + cyy * gy + cys * gs) / det;
    const ds = -(cxs * gx + cys * gy + css * gs) / det;
    if (Math.abs(dx) < 0.6 && Math.abs(dy) < 0.6 && Math.abs(ds) < 0.6) {
      const strength = Math.abs(h[i] + 0.5 * (gx * dx + gy * dy + gs * ds));
      const trace = hxx + hyy;
      const edge = hxx * hyy - hxy * hxy;
      if (strength < MIN_CONTRAST || edge <= 0) return null;
      if (trace * trace * MAX_EDGE_RATIO >= (MAX_EDGE_RATIO + 1) ** 2 * edge) return null;
      const scale = BASE_SIGMA * 2 ** ((s + ds) / SCALES_PER_OCTAVE);
      const level = Math.min(SCALES_PER_OCTAVE, Math.max(1, Math.round(s + ds)));
      return { octave, level, x: x + dx, y: y + dy, scale, strength };
    }
    x += Math.abs(dx) < 0.6 ? 0 : Math.sign(dx);
    y += Math.abs(dy) < 0.6 ? 0 : Math.sign(dy);
    s += Math.abs(ds) < 0.6 ? 0 : Math.sign(ds);
    if (x < BORDER_PX || y < BORDER_PX || x >= width - BORDER_PX || y >= height - BORDER_PX) return null;
    if (s < 1 || s > SCALES_PER_OCTAVE) return null;
  }
  return null;
}
