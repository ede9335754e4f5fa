/**
 * The picture inside a film scan: finds the gate's edge on each side where rebate, sprocket holes or a holder surround
 * the frame. A rebate is film base: a uniform line of it lies next to the picture on every side, and its tone is at an
 * end of the scale, darker than the picture in a positive and brighter in a negative. A side without such a line
 * keeps the scan's own edge; what a missed rebate shows will not agree with the digital photo and is masked later.
 */
import type { FrameQuad } from './frameQuad';
import { frameOfPicture } from './frameQuad';
import type { Plane } from '../image/rgbImage';
import type { Task } from '../task';

/** A rebate takes at most this share of the scan on each side. */
const MAX_DEPTH = 0.25;
/** Tones this close to the line's median count as base. */
const BASE_TOLERANCE = 0.07;
/** Share of a line that is base where the line is uniform, and at most where the picture has begun. */
const UNIFORM = 0.88;
const BEGUN = 0.6;
/** The gate's edge is soft and the scan may be tilted by a fraction of a degree: the picture begins within this share. */
const EDGE_SHARE = 0.008;
/** Film base is at most this far inside the range of the picture's tones. */
const EXTREME = 0.03;
/** Pixels looked at a line. */
const SAMPLES = 240;
/** Pixels given up inside the edge, as a share of the long edge. */
const INSET_SHARE = 0.003;

/** `film` as from `stretchedLuma`. Corners in its pixels. */
export function* findPictureArea(film: Plane, stage: string): Task<FrameQuad> {
  const { width, height } = film;
  const range = innerRange(film);
  yield { stage, fraction: 0.2 };
  const sides: readonly [depth: number, length: number, at: PixelOfLine][] = [
    [height, width, (line, i) => line * width + i],
    [width, height, (line, i) => i * width + width - 1 - line],
    [height, width, (line, i) => (height - 1 - line) * width + i],
    [width, height, (line, i) => i * width + line],
  ];
  const edges: (Rebate | null)[] = [];
  for (const [depth, length, at] of sides) {
    edges.push(findRebate(film, range, depth, length, at));
    yield { stage, fraction: 0.2 + 0.2 * edges.length };
  }
  const tones = edges.flatMap((edge) => (edge ? [edge.tone] : []));
  // One or two uniform sides are more often a sky, a wall or a floor than a rebate.
  if (tones.length < 3 || Math.max(...tones) - Math.min(...tones) > 2 * BASE_TOLERANCE) {
    return frameOfPicture(width, height);
  }
  const inset = Math.max(1, Math.round(INSET_SHARE * Math.max(width, height)));
  const [top, right, bottom, left] = edges.map((edge) => (edge ? edge.depth + inset : 0));
  return [
    [left, top],
    [width - 1 - right, top],
    [width - 1 - right, height - 1 - bottom],
    [left, height - 1 - bottom],
  ];
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** Tones of the scan's middle, without their outermost twentieths. */
function innerRange({ data, width, height }: Plane): Range {
  const values: number[] = [];
  const step = Math.max(1, Math.floor(Math.sqrt((width * height) / 40000)));
  for (let y = Math.floor(height * 0.3); y < height * 0.7; y += step) {
    for (let x = Math.floor(width * 0.3); x < width * 0.7; x += step) values.push(data[y * width + x]);
  }
  const sorted = Float64Array.from(values).sort();
  return { low: sorted[Math.floor(sorted.length * 0.05)], high: sorted[Math.floor(sorted.length * 0.95)] };
}

/** Index of the i-th pixel of a line, counted from the scan's edge inwards. */
type PixelOfLine = (line: number, i: number) => number;

interface Rebate {
  /** How many lines it takes. */
  readonly depth: number;
  readonly tone: number;
}

/** The rebate on one side; null where none is found. */
function findRebate(
  film: Plane,
  range: Range,
  depth: number,
  length: number,
  at: PixelOfLine,
): Rebate | null {
  const reach = Math.max(3, Math.round(EDGE_SHARE * Math.max(film.width, film.height)));
  const lines = Math.min(depth, Math.ceil(MAX_DEPTH * depth) + reach + 1);
  // The middle four fifths of every line, thinned.
  const step = Math.max(1, Math.floor((0.8 * length) / SAMPLES));
  const count = Math.floor((0.8 * length) / step);
  const samples = new Float32Array(lines * count);
  for (let y = 0; y < lines; y++) {
    for (let k = 0; k < count; k++)
      samples[y * count + k] = film.data[at(y, Math.floor(0.1 * length) + k * step)];
  }
  const shareOf = (y: number, tone: number): number => {
    let base = 0;
    for (let k = y * count; k < (y + 1) * count; k++)
      if (Math.abs(samples[k] - tone) < BASE_TOLERANCE) base++;
    return base / count;
  };
  for (let y = lines - reach - 2; y >= 0; y--) {
    const tone = samples.slice(y * count, (y + 1) * count).sort()[count >> 1];
    if (tone > range.low + EXTREME && tone < range.high - EXTREME) continue;
    if (shareOf(y, tone) < UNIFORM || shareOf(y + reach, tone) > BEGUN) continue;
    // The picture begins where the line is no longer mostly base.
    let first = y + 1;
    while (first < y + reach && shareOf(first, tone) >= BEGUN) first++;
    return { depth: first, tone };
  }
  return null;
}
