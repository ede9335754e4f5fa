/**
 * Gaussian scale space: octaves of progressively blurred planes, each octave at half the size of the one before it.
 * Lowe, "Distinctive Image Features from Scale-Invariant Keypoints", IJCV 60(2), 2004, § 3. There is no enlarged first
 * octave: in a film scan it would hold nothing but grain.
 */
import { blurInStrips } from '../image/gaussianBlur';
import type { Plane } from '../image/rgbImage';
import type { Task } from '../task';
import { within } from '../task';

/** Scales sampled an octave. */
export const SCALES_PER_OCTAVE = 3;
/** Blur of every octave's first level, in pixels of the octave. */
export const BASE_SIGMA = 1.6;
/** Blur that a picture is supposed to have already. */
const INPUT_SIGMA = 0.5;
/** Smaller octaves than this on the short edge hold no keypoints worth having. */
const MIN_EDGE_PX = 20;
const STAGE = 'align.features';

export interface Octave {
  readonly width: number;
  readonly height: number;
  /** SCALES_PER_OCTAVE + 3 planes; level s is blurred to BASE_SIGMA · 2^(s / SCALES_PER_OCTAVE). */
  readonly levels: readonly Float32Array[];
}

export function* buildScaleSpace(gray: Plane): Task<Octave[]> {
  const octaves: Octave[] = [];
  let { width, height } = gray;
  const total = Math.max(1, Math.floor(Math.log2(Math.min(width, height) / MIN_EDGE_PX)) + 1);
  const scratch = new Float32Array(width * height);
  let first = new Float32Array(width * height);
  const before = Math.sqrt(BASE_SIGMA ** 2 - INPUT_SIGMA ** 2);
  yield* within(blurInStrips(gray.data, first, scratch, width, height, before, STAGE), 0, 0.125);
  for (let octave = 0; octave < total; octave++) {
    const levels = [first];
    for (let s = 1; s < SCALES_PER_OCTAVE + 3; s++) {
      const from = BASE_SIGMA * 2 ** ((s - 1) / SCALES_PER_OCTAVE);
      const to = BASE_SIGMA * 2 ** (s / SCALES_PER_OCTAVE);
      const level = new Float32Array(width * height);
      const sigma = Math.sqrt(to * to - from * from);
      // Every octave has a quarter of the pixels of the one before it.
      const done = (share: number): number =>
        1 - 0.25 ** octave * (1 - (0.75 * share) / (SCALES_PER_OCTAVE + 3));
      yield* within(
        blurInStrips(levels[s - 1], level, scratch, width, height, sigma, STAGE),
        done(s),
        done(s + 1),
      );
      levels.push(level);
    }
    octaves.push({ width, height, levels });
    if (octave + 1 < total) {
      first = halve(levels[SCALES_PER_OCTAVE], width, height);
      width = (width + 1) >> 1;
      height = (height + 1) >> 1;
    }
  }
  return octaves;
}

/** Every second pixel of every second row: position x of the half is position 2x of the whole. */
function halve(source: Float32Array, width: number, height: number): Float32Array<ArrayBuffer> {
  const halfWidth = (width + 1) >> 1;
  const halfHeight = (height + 1) >> 1;
  const half = new Float32Array(halfWidth * halfHeight);
  for (let y = 0; y < halfHeight; y++) {
    for (let x = 0; x < halfWidth; x++) half[y * halfWidth + x] = source[2 * y * width + 2 * x];
  }
  return half;
}
