/** What the user knows about a pair and Filmfit could not find out: places that belong together. */
import { MAX_POINT_PAIRS, MIN_POINT_PAIRS, type PointPair } from '../../engine/align/pointPair';
import type { AlignHints } from '../../engine/align/alignInput';
import type { Polarity } from '../../engine/align/polarity';
import type { ImagePair } from '../../engine/image/rgbImage';
import type { Role } from '../state';

/** A place in a picture, in shares of its width and height. */
export interface Place01 {
  readonly x: number;
  readonly y: number;
}

export interface Hints {
  /** The nth of one belongs to the nth of the other; the two lists differ by one place at most. */
  readonly points: Readonly<Record<Role, readonly Place01[]>>;
}

export const NO_HINTS: Hints = { points: { film: [], digital: [] } };

export function completePairs({ points }: Hints): number {
  return Math.min(points.film.length, points.digital.length);
}

/** Whether a place in this picture is what comes next. */
export function takesPoint({ points }: Hints, role: Role): boolean {
  const other = points[role === 'film' ? 'digital' : 'film'].length;
  const own = points[role].length;
  return own <= other && own < MAX_POINT_PAIRS;
}

export function withPoint(hints: Hints, role: Role, place: Place01): Hints {
  if (!takesPoint(hints, role)) return hints;
  return { points: { ...hints.points, [role]: [...hints.points[role], place] } };
}

/** The place with this index moved, within the picture. */
export function withPlaceAt(hints: Hints, role: Role, index: number, place: Place01): Hints {
  const inside = (share: number) => Math.min(1, Math.max(0, share));
  const moved = { x: inside(place.x), y: inside(place.y) };
  const places = hints.points[role].map((old, i) => (i === index ? moved : old));
  return { points: { ...hints.points, [role]: places } };
}

export function withoutLastPoint(hints: Hints): Hints {
  const { film, digital } = hints.points;
  const longest = Math.max(film.length, digital.length);
  const cut = (places: readonly Place01[]) => places.slice(0, longest - 1);
  return { points: { film: cut(film), digital: cut(digital) } };
}

/** As the engine takes them, in the pixels of the pictures that were read; too few points count as none. */
export function alignHints(hints: Hints, polarity: Polarity, { film, digital }: ImagePair): AlignHints {
  const count = completePairs(hints);
  if (count < MIN_POINT_PAIRS) return { polarity };
  const inPixels = ({ x, y }: Place01, { width, height }: { width: number; height: number }) => ({
    x: x * width - 0.5,
    y: y * height - 0.5,
  });
  const points: readonly PointPair[] = hints.points.film.slice(0, count).map((place, i) => ({
    film: inPixels(place, film),
    digital: inPixels(hints.points.digital[i], digital),
  }));
  return { polarity, points };
}
