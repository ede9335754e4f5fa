/**
 * Dominant directions and gradient-histogram descriptors of keypoints (Lowe 2004 § 5–6), as RootSIFT (Arandjelović &
 * Zisserman, "Three things everyone should know to improve object retrieval", CVPR 2012): descriptors are scaled to a
 * sum of 1 and square-rooted, so that Euclidean distance compares them as distributions.
 */
import type { Task } from '../task';
import type { Features, Keypoint } from './features';
import { DESCRIPTOR_LENGTH } from './features';
import type { GradientField } from './gradientField';
import { createGradientField, fillGradientField } from './gradientField';
import type { Octave } from './scaleSpace';
import { SCALES_PER_OCTAVE } from './scaleSpace';
import { sketchDescriptors } from './sketchDescriptors';

const ORIENTATION_BINS = 36;
/** A second direction gets a feature of its own when its peak is at least this share of the highest. */
const SECOND_PEAK = 0.8;
const MAX_DIRECTIONS = 2;
/** Width of one of the 4 × 4 cells, in units of the keypoint's scale. */
const CELL_SCALES = 3;
const CLAMP = 0.2;
const KEYPOINTS_PER_STEP = 60;

/** exp(−t) for t in [0, 5), in steps of 1/64. */
const EXP_TABLE = Float32Array.from({ length: 5 * 64 + 2 }, (_, i) => Math.exp(-i / 64));

interface Draft {
  x: number;
  y: number;
  scale: number;
  angle: number;
  descriptor: Float32Array;
}

/** Features in the pixels of the picture that the scale space was built from. */
export function* describeKeypoints(
  octaves: readonly Octave[],
  keypoints: readonly Keypoint[],
): Task<Features> {
  const drafts: Draft[] = [];
  const field = createGradientField(octaves[0].width, octaves[0].height);
  for (const [index, octave] of octaves.entries()) {
    for (let level = 1; level <= SCALES_PER_OCTAVE; level++) {
      const here = keypoints.filter((point) => point.octave === index && point.level === level);
      if (here.length === 0) continue;
      const { width, height } = octave;
      const rows = Math.max(8, Math.floor(60000 / width));
      for (let y = 0; y < (height + 1) >> 1; y += rows) {
        fillGradientField(field, octave.levels[level], width, height, y, y + rows);
        yield { stage: 'align.features', fraction: drafts.length / keypoints.length / 2 };
      }
      for (let i = 0; i < here.length; i += KEYPOINTS_PER_STEP) {
        for (const point of here.slice(i, i + KEYPOINTS_PER_STEP)) describe(field, point, drafts);
        yield { stage: 'align.features', fraction: drafts.length / keypoints.length / 2 };
      }
    }
  }
  return packFeatures(drafts, octaves[0].width, octaves[0].height);
}

function describe(field: GradientField, point: Keypoint, drafts: Draft[]): void {
  const zoom = 2 ** point.octave;
  for (const angle of dominantAngles(field, point)) {
    const descriptor = new Float32Array(DESCRIPTOR_LENGTH);
    fillDescriptor(field, point, angle, descriptor);
    drafts.push({ x: point.x * zoom, y: point.y * zoom, scale: point.scale * zoom, angle, descriptor });
  }
}

function packFeatures(drafts: readonly Draft[], width: number, height: number): Features {
  const count = drafts.length;
  const descriptors = new Float32Array(DESCRIPTOR_LENGTH * count);
  drafts.forEach((draft, i) => descriptors.set(draft.descriptor, i * DESCRIPTOR_LENGTH));
  return {
    count,
    x: Float32Array.from(drafts, (draft) => draft.x),
    y: Float32Array.from(drafts, (draft) => draft.y),
    scale: Float32Array.from(drafts, (draft) => draft.scale),
    angle: Float32Array.from(drafts, (draft) => draft.angle),
    descriptors,
    sketches: sketchDescriptors(descriptors),
    width,
    height,
  };
}

const histogram = new Float32Array(ORIENTATION_BINS);
const smoothed = new Float32Array(ORIENTATION_BINS);

/** Angles in radians of the peaks of the gradient histogram around a keypoint. */
function dominantAngles(field: GradientField, point: Keypoint): number[] {
  histogram.fill(0);
  const { width, height, magnitude, direction } = field;
  const cx = point.x / 2;
  const cy = point.y / 2;
  const sigma = (1.5 * point.scale) / 2;
  const radius = 3 * sigma;
  const falloff = 64 / (2 * sigma * sigma);
  const toBin = ORIENTATION_BINS / 8;
  const x0 = Math.max(0, Math.ceil(cx - radius));
  const x1 = Math.min(width - 1, Math.floor(cx + radius));
  const y1 = Math.min(height - 1, Math.floor(cy + radius));
  for (let y = Math.max(0, Math.ceil(cy - radius)); y <= y1; y++) {
    for (let x = x0; x <= x1; x++) {
      const t = ((x - cx) ** 2 + (y - cy) ** 2) * falloff;
      if (t >= 4.5 * 64) continue;
      const i = y * width + x;
      const weight = magnitude[i] * EXP_TABLE[t | 0];
      const bin = direction[i] * toBin;
      const low = bin | 0;
      const part = bin - low;
      histogram[low >= ORIENTATION_BINS ? 0 : low] += weight * (1 - part);
      histogram[low + 1 >= ORIENTATION_BINS ? 0 : low + 1] += weight * part;
    }
  }
  let highest = 0;
  for (let i = 0; i < ORIENTATION_BINS; i++) {
    const at = (k: number): number => histogram[(i + k + ORIENTATION_BINS) % ORIENTATION_BINS];
    smoothed[i] = (6 * at(0) + 4 * (at(1) + at(-1)) + at(2) + at(-2)) / 16;
    if (smoothed[i] > highest) highest = smoothed[i];
  }
  const peaks: { height: number; angle: number }[] = [];
  for (let i = 0; i < ORIENTATION_BINS; i++) {
    const left = smoothed[(i + ORIENTATION_BINS - 1) % ORIENTATION_BINS];
    const right = smoothed[(i + 1) % ORIENTATION_BINS];
    const here = smoothed[i];
    if (here < SECOND_PEAK * highest || here <= left || here < right) continue;
    const shift = (left - right) / (2 * (left + right - 2 * here));
    peaks.push({ height: here, angle: ((i + shift) * 2 * Math.PI) / ORIENTATION_BINS });
  }
  peaks.sort((a, b) => b.height - a.height);
  return peaks.slice(0, MAX_DIRECTIONS).map((peak) => peak.angle);
}

/** 4 × 4 cells × 8 directions, filled with trilinear interpolation; cells row by row, directions innermost. */
function fillDescriptor(field: GradientField, point: Keypoint, angle: number, out: Float32Array): void {
  const { width, height, magnitude, direction } = field;
  const cx = point.x / 2;
  const cy = point.y / 2;
  const cell = (CELL_SCALES * point.scale) / 2;
  const radius = cell * Math.SQRT2 * 2.5;
  const cos = Math.cos(angle) / cell;
  const sin = Math.sin(angle) / cell;
  const turn = (angle * 8) / (2 * Math.PI) - 16;
  const x0 = Math.max(0, Math.ceil(cx - radius));
  const x1 = Math.min(width - 1, Math.floor(cx + radius));
  const y1 = Math.min(height - 1, Math.floor(cy + radius));
  for (let y = Math.max(0, Math.ceil(cy - radius)); y <= y1; y++) {
    const dy = y - cy;
    for (let x = x0; x <= x1; x++) {
      const dx = x - cx;
      const u = cos * dx + sin * dy;
      const v = cos * dy - sin * dx;
      const column = u + 1.5;
      const row = v + 1.5;
      if (column <= -1 || column >= 4 || row <= -1 || row >= 4) continue;
      const i = y * width + x;
      const weight = magnitude[i] * EXP_TABLE[((u * u + v * v) * 8) | 0];
      const bin = direction[i] - turn;
      const c = Math.floor(column);
      const r = Math.floor(row);
      const b = bin | 0;
      const fc = column - c;
      const fr = row - r;
      const b0 = b & 7;
      const b1 = (b + 1) & 7;
      const high = weight * (bin - b);
      const low = weight - high;
      if (r >= 0) {
        if (c >= 0) {
          const k = (r * 4 + c) * 8;
          const share = (1 - fr) * (1 - fc);
          out[k + b0] += share * low;
          out[k + b1] += share * high;
        }
        if (c < 3) {
          const k = (r * 4 + c + 1) * 8;
          const share = (1 - fr) * fc;
          out[k + b0] += share * low;
          out[k + b1] += share * high;
        }
      }
      if (r < 3) {
        if (c >= 0) {
          const k = ((r + 1) * 4 + c) * 8;
          const share = fr * (1 - fc);
          out[k + b0] += share * low;
          out[k + b1] += share * high;
        }
        if (c < 3) {
          const k = ((r + 1) * 4 + c + 1) * 8;
          const share = fr * fc;
          out[k + b0] += share * low;
          out[k + b1] += share * high;
        }
      }
    }
  }
  toRootSift(out);
}

function toRootSift(out: Float32Array): void {
  let square = 0;
  for (let i = 0; i < DESCRIPTOR_LENGTH; i++) square += out[i] * out[i];
  const limit = CLAMP * Math.sqrt(square);
  let sum = 1e-12;
  for (let i = 0; i < DESCRIPTOR_LENGTH; i++) {
    if (out[i] > limit) out[i] = limit;
    sum += out[i];
  }
  for (let i = 0; i < DESCRIPTOR_LENGTH; i++) out[i] = Math.sqrt(out[i] / sum);
}
