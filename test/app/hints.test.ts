import { MAX_POINT_PAIRS } from '../../src/engine/align/pointPair';
import {
  alignHints,
  completePairs,
  NO_HINTS,
  takesPoint,
  withoutLastPoint,
  withPlaceAt,
  withPoint,
} from '../../src/app/hints/hints';
import { rgbImage } from '../../src/engine/image/rgbImage';

const at = (x: number, y: number) => ({ x, y });
const pair = (x: number, y: number) => [at(x, y), at(x / 2, y / 2)] as const;
const marked = (count: number) =>
  Array.from({ length: count }, (_, i) => pair(i / 10, i / 20)).reduce(
    (hints, [film, digital]) => withPoint(withPoint(hints, 'film', film), 'digital', digital),
    NO_HINTS,
  );

describe('points by hand', () => {
  it('are taken in turn from both pictures, as many as are allowed', () => {
    const one = withPoint(NO_HINTS, 'film', at(0.1, 0.2));
    expect(takesPoint(one, 'film')).toBe(false);
    expect(withPoint(one, 'film', at(0.3, 0.3))).toBe(one);
    const full = marked(MAX_POINT_PAIRS);
    expect([takesPoint(full, 'film'), takesPoint(full, 'digital')]).toEqual([false, false]);
  });

  it('are moved one by one, never out of their picture', () => {
    const moved = withPlaceAt(marked(3), 'digital', 1, at(1.5, -0.2));
    expect(moved.points.digital[1]).toEqual(at(1, 0));
    expect(moved.points.digital[2]).toEqual(marked(3).points.digital[2]);
    expect(moved.points.film).toEqual(marked(3).points.film);
  });

  it('are taken back from the last on', () => {
    const open = withPoint(marked(2), 'film', at(0.9, 0.9));
    expect(withoutLastPoint(open)).toEqual(marked(2));
    expect(completePairs(withoutLastPoint(marked(2)))).toBe(1);
  });

  it('count from three pairs on, in pixels with their centers at whole numbers', () => {
    const images = { film: rgbImage(200, 100, 'srgb'), digital: rgbImage(400, 300, 'srgb') };
    expect(alignHints(marked(2), 'auto', images)).toEqual({ polarity: 'auto' });
    const { points } = alignHints(withPlaceAt(marked(3), 'film', 0, at(0.5, 0.5)), 'auto', images);
    expect(points?.[0]).toEqual({ film: at(99.5, 49.5), digital: at(-0.5, -0.5) });
  });
});
