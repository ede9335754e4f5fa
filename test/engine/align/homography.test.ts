import fc from 'fast-check';
import {
  applyHomography,
  composeHomographies,
  IDENTITY_HOMOGRAPHY,
  invertHomography,
  localScale,
  scaleHomography,
} from '../../../src/engine/align/homography';
import type { Homography } from '../../../src/engine/align/alignment';
import { PIXEL } from '../../support/tolerances';

const between = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true, noDefaultInfinity: true });

/** Views of a 1000-px frame as cameras give them: turned, scaled, shifted, with a little perspective. */
const views = fc
  .record({
    turn: between(-Math.PI, Math.PI),
    size: between(0.3, 3),
    x: between(-500, 500),
    y: between(-500, 500),
    px: between(-1e-4, 1e-4),
    py: between(-1e-4, 1e-4),
  })
  .map(({ turn, size, x, y, px, py }): Homography => {
    const c = size * Math.cos(turn);
    const s = size * Math.sin(turn);
    return [c, -s, x, s, c, y, px, py, 1];
  });
const points = fc.tuple(between(0, 1000), between(0, 1000));

describe('homographies', () => {
  it('come back to where they started through their inverse', () => {
    fc.assert(
      fc.property(views, points, (h, [x, y]) => {
        const [u, v] = applyHomography(h, x, y);
        const [bx, by] = applyHomography(invertHomography(h), u, v);
        expect(Math.hypot(bx - x, by - y)).toBeLessThan(PIXEL);
      }),
      { seed: 1 },
    );
  });

  it('compose in the order outer after inner', () => {
    fc.assert(
      fc.property(views, views, points, (outer, inner, [x, y]) => {
        const [u, v] = applyHomography(outer, ...applyHomography(inner, x, y));
        fc.pre(Math.hypot(u, v) < 1e5);
        const [a, b] = applyHomography(composeHomographies(outer, inner), x, y);
        expect(Math.hypot(a - u, b - v)).toBeLessThan(PIXEL);
      }),
      { seed: 2 },
    );
  });

  it('keep the corners of pictures on corners when both pictures are resized', () => {
    // A picture's outer corner lies half a pixel outside its first pixel's center, at any size.
    const h = scaleHomography(IDENTITY_HOMOGRAPHY, 3, 0.5);
    const [x, y] = applyHomography(h, -0.5, -0.5);
    expect(x).toBeCloseTo(-0.5, 12);
    expect(y).toBeCloseTo(-0.5, 12);
    // 100 film pixels became 300, 100 digital pixels became 50.
    expect(applyHomography(h, 299.5, 299.5)[0]).toBeCloseTo(49.5, 12);
  });

  it('undo a resize by the opposite one', () => {
    fc.assert(
      fc.property(views, between(0.2, 5), between(0.2, 5), points, (h, film, digital, [x, y]) => {
        const back = scaleHomography(scaleHomography(h, film, digital), 1 / film, 1 / digital);
        const [u, v] = applyHomography(h, x, y);
        const [a, b] = applyHomography(back, x, y);
        expect(Math.hypot(a - u, b - v)).toBeLessThan(PIXEL);
      }),
      { seed: 3 },
    );
  });

  it('tell how large a film pixel becomes', () => {
    expect(localScale([2, 0, 5, 0, 2, 7, 0, 0, 1], 10, 10)).toBeCloseTo(2, 12);
    expect(localScale([-2, 0, 5, 0, 2, 7, 0, 0, 1], 10, 10)).toBeCloseTo(2, 12);
  });

  it('refuse to invert a map that folds the plane onto a line', () => {
    expect(() => invertHomography([1, 2, 0, 2, 4, 0, 0, 0, 1])).toThrow(RangeError);
  });
});
