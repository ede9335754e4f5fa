/**
 * Small windows of the film scan, in its own pixels, and what the look makes of the digital photo there. Only calm places
 * are worth a window: grain is measured where nothing else is.
 */
import { digitalPosition } from '../align/localWarp';
import type { Alignment } from '../align/alignment';
import type { Plane, RgbImage } from '../image/rgbImage';

export interface GrainSource {
  /** The film scan, un-warped: resampling would smooth the grain. */
  readonly film: RgbImage;
  /** The digital photo with the look; of any size. */
  readonly rendered: RgbImage;
  /** Film pixel → pixel of `rendered`. */
  readonly mapping: Pick<Alignment, 'filmToDigital' | 'warp'>;
  /** On the pixels of `rendered`, in [0, 1]. */
  readonly reliability: Plane;
}

export interface GrainWindows {
  readonly count: number;
  /** 3 · WINDOW_PX² encoded values a window, interleaved. */
  readonly film: Float32Array;
  /** 3 · RENDERED_PX² a window: the photo reaches MARGIN_PX further on every side. */
  readonly rendered: Float32Array;
  /** Film pixel of the upper left corner, 2 a window. */
  readonly corner: Int32Array;
}

export interface GrainPlaces {
  /** Where there is little but grain. */
  readonly calm: GrainWindows;
  /** Where the scene is clear: they show how sharp the film is beside the photo. */
  readonly detailed: GrainWindows;
}

export const WINDOW_PX = 32;
export const MARGIN_PX = 2;
export const RENDERED_PX = WINDOW_PX + 2 * MARGIN_PX;
/** For the 25 taps of the sharpness filter: 80 windows hold 40 000 pixels of detail. */
const MAX_DETAILED = 80;
/** A window of 32 px knows its variance within some 10 %; 42 a tone know it within 2 %. */
const MAX_WINDOWS = 420;
/** The rougher half of a tone's places is no calm place, however few there are. */
const CALM_SHARE = 0.5;
/** Places looked at before the calmest are chosen. */
const MAX_PLACES = 6000;
/** Tones are looked at apart, so that a calm sky does not take every window. */
const TONES = 10;
/** Windows that reach the ends of the range have lost grain there. */
const CLIP = 0.012;
/** Of the alignment, from which on a place is taken to show the same in film and photo. */
const MIN_RELIABILITY = 0.5;

export function cutGrainWindows(source: GrainSource): GrainPlaces {
  const byTone = findPlaces(source);
  const calm = byTone.flatMap((places) =>
    places.slice(0, Math.min(Math.ceil(MAX_WINDOWS / TONES), Math.ceil(CALM_SHARE * places.length))),
  );
  const detailed = byTone
    .flat()
    .sort((a, b) => b.unrest - a.unrest)
    .slice(0, MAX_DETAILED);
  return { calm: cut(source, calm), detailed: cut(source, detailed) };
}

function cut(source: GrainSource, places: readonly Place[]): GrainWindows {
  const filmValues = 3 * WINDOW_PX * WINDOW_PX;
  const renderedValues = 3 * RENDERED_PX * RENDERED_PX;
  const windows = {
    count: places.length,
    film: new Float32Array(filmValues * places.length),
    rendered: new Float32Array(renderedValues * places.length),
    corner: new Int32Array(2 * places.length),
  };
  places.forEach(({ x, y }, i) => {
    copyWindow(source.film, x, y, windows.film.subarray(i * filmValues, (i + 1) * filmValues));
    sampleWindow(source, x, y, windows.rendered.subarray(i * renderedValues, (i + 1) * renderedValues));
    windows.corner.set([x, y], 2 * i);
  });
  return windows;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly tone: number;
  readonly unrest: number;
}

/** Places by tone, the calmest first. */
function findPlaces(source: GrainSource): Place[][] {
  const { film } = source;
  const columns = Math.floor(film.width / WINDOW_PX);
  const rows = Math.floor(film.height / WINDOW_PX);
  const step = Math.max(1, Math.round(Math.sqrt((columns * rows) / MAX_PLACES)));
  const byTone: Place[][] = Array.from({ length: TONES }, () => []);
  for (let row = 0; row < rows; row += step) {
    for (let column = 0; column < columns; column += step) {
      const place = judgePlace(source, column * WINDOW_PX, row * WINDOW_PX);
      if (place) byTone[Math.min(TONES - 1, Math.floor(TONES * place.tone))].push(place);
    }
  }
  for (const places of byTone) places.sort((a, b) => a.unrest - b.unrest);
  return byTone;
}

/** Mean tone of the film and how much the photo varies inside the window; null where neither can be trusted. */
function judgePlace(source: GrainSource, x: number, y: number): Place | null {
  const { film, rendered, mapping, reliability } = source;
  const probes: number[][] = [];
  for (let j = 0; j < 5; j++) {
    for (let i = 0; i < 5; i++) {
      const at = (k: number): number => (k * (WINDOW_PX - 1)) / 4;
      const [u, v] = digitalPosition(mapping, x + at(i), y + at(j));
      const px = Math.round(u);
      const py = Math.round(v);
      if (px < 1 || py < 1 || px > rendered.width - 2 || py > rendered.height - 2) return null;
      const pixel = py * rendered.width + px;
      if (reliability.data[pixel] < MIN_RELIABILITY) return null;
      probes.push([0, 1, 2].map((c) => rendered.data[3 * pixel + c]));
    }
  }
  const sum = [0, 0, 0];
  for (let row = y; row < y + WINDOW_PX; row += 4) {
    for (let i = 3 * (row * film.width + x), end = i + 3 * WINDOW_PX; i < end; i += 3) {
      for (let c = 0; c < 3; c++) sum[c] += film.data[i + c] / (WINDOW_PX * (WINDOW_PX / 4));
    }
  }
  if (Math.min(...sum) < CLIP || Math.max(...sum) > 1 - CLIP) return null;
  let unrest = 0;
  for (let c = 0; c < 3; c++) {
    const values = probes.map((probe) => probe[c]);
    const mean = values.reduce((s, value) => s + value, 0) / values.length;
    unrest += values.reduce((s, value) => s + (value - mean) ** 2, 0);
  }
  return { x, y, tone: (sum[0] + sum[1] + sum[2]) / 3, unrest };
}

function copyWindow({ width, data }: RgbImage, x: number, y: number, out: Float32Array): void {
  for (let row = 0; row < WINDOW_PX; row++) {
    const from = 3 * ((y + row) * width + x);
    out.set(data.subarray(from, from + 3 * WINDOW_PX), 3 * row * WINDOW_PX);
  }
}

/** The photo on the window's pixels; over so small a window the mapping is a parallelogram. */
function sampleWindow({ rendered, mapping }: GrainSource, x: number, y: number, out: Float32Array): void {
  const last = WINDOW_PX - 1;
  const [u0, v0] = digitalPosition(mapping, x, y);
  const [u1, v1] = digitalPosition(mapping, x + last, y);
  const [u2, v2] = digitalPosition(mapping, x, y + last);
  for (let row = -MARGIN_PX, at = 0; row < WINDOW_PX + MARGIN_PX; row++) {
    for (let column = -MARGIN_PX; column < WINDOW_PX + MARGIN_PX; column++, at += 3) {
      const u = u0 + ((u1 - u0) * column + (u2 - u0) * row) / last;
      const v = v0 + ((v1 - v0) * column + (v2 - v0) * row) / last;
      readBilinear(rendered, u, v, out, at);
    }
  }
}

/** Writes three encoded values at a position between pixels. */
export function readBilinear(
  { width, height, data }: RgbImage,
  u: number,
  v: number,
  out: Float32Array,
  at: number,
): void {
  const x = Math.min(width - 1.001, Math.max(0, u));
  const y = Math.min(height - 1.001, Math.max(0, v));
  const i = 3 * (Math.floor(y) * width + Math.floor(x));
  const fx = x - Math.floor(x);
  const fy = y - Math.floor(y);
  for (let c = 0; c < 3; c++) {
    const top = data[i + c] + fx * (data[i + 3 + c] - data[i + c]);
    const below = i + 3 * width + c;
    const bottom = data[below] + fx * (data[below + 3] - data[below]);
    out[at + c] = top + fy * (bottom - top);
  }
}
