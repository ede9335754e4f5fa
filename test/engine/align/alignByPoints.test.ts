/** Alignment from points placed by hand on the sample pair, whose true homography is known. */
import fc from 'fast-check';
import { alignFilmToDigital } from '../../../src/engine/align/alignFilmToDigital';
import type { AlignOptions } from '../../../src/engine/align/alignInput';
import type { Alignment, Homography } from '../../../src/engine/align/alignment';
import { applyHomography } from '../../../src/engine/align/homography';
import { homographiesFromPoints } from '../../../src/engine/align/homographyFromPoints';
import { digitalPosition } from '../../../src/engine/align/localWarp';
import type { PointPair } from '../../../src/engine/align/pointPair';
import { rgbImage } from '../../../src/engine/image/rgbImage';
import type { ImagePair } from '../../../src/engine/image/rgbImage';
import { runToEnd } from '../../../src/engine/task';
import { UserError } from '../../../src/engine/userError';
import { loadSamplePair } from '../../support/samplePair';
import { PIXEL } from '../../support/tolerances';

/** Mean error that a photographer cannot see in an overlay: a third of a pixel. */
const UNSEEN_PX = 0.35;

const sample = loadSamplePair(420);
const { width, height } = sample.film;

/** Where the truth puts a place of the film, given in shares of its size, missed by (dx, dy) pixels. */
function placed(x: number, y: number, dx = 0, dy = 0): PointPair {
  const film = { x: x * width, y: y * height };
  const [u, v] = applyHomography(sample.filmToDigital, film.x, film.y);
  return { film, digital: { x: u + dx, y: v + dy } };
}

const align = (options: AlignOptions, pair: ImagePair = sample): Alignment =>
  runToEnd(alignFilmToDigital(pair, options));

/** Largest distance over the film frame between where the alignment and a map put it. */
function worstErrorPx(alignment: Alignment, truth: Homography): number {
  let worst = 0;
  for (let i = 0; i < 49; i++) {
    const x = ((i % 7) / 6) * (width - 1);
    const y = (Math.floor(i / 7) / 6) * (height - 1);
    const [u, v] = digitalPosition(alignment, x, y);
    const [p, q] = applyHomography(truth, x, y);
    worst = Math.max(worst, Math.hypot(u - p, v - q));
  }
  return worst;
}

describe('points placed by hand', () => {
  it('are refined by the pictures where these agree, from three rough ones on', () => {
    const points = [placed(0.2, 0.25, 4, -3), placed(0.8, 0.3, -4, 2), placed(0.4, 0.8, 2, 4)];
    const alignment = align({ points });
    expect(alignment.status).toBe('ok');
    expect(alignment.points?.isRefined).toBe(true);
    expect(worstErrorPx(alignment, sample.filmToDigital)).toBeLessThan(UNSEEN_PX);
    // What is left at each point is how far it was placed off.
    [5, Math.hypot(4, 2), Math.hypot(2, 4)].forEach((miss, i) => {
      expect(Math.abs((alignment.points?.residualsPx[i] ?? NaN) - miss)).toBeLessThan(UNSEEN_PX);
    });
  });

  it('stand alone, through four of them exactly, when they are not to be refined', () => {
    const points = [placed(0.1, 0.1, 9), placed(0.9, 0.1, -7), placed(0.9, 0.9, 0, 8), placed(0.1, 0.9)];
    const alignment = align({ points, refinePoints: false });
    expect(alignment).toMatchObject({ status: 'ok', warp: null, inliers: 4 });
    expect(Math.max(...(alignment.points?.residualsPx ?? [NaN]))).toBeLessThan(PIXEL);
    expect(alignment.points?.isRefined).toBe(false);
  });

  it('stand alone when the pictures have nothing to refine them with', () => {
    const flat = rgbImage(width, height, 'srgb').data.fill(0.4);
    const film = rgbImage(width, height, 'srgb', flat);
    const points = [placed(0.2, 0.2), placed(0.8, 0.3), placed(0.4, 0.8)];
    const alignment = align({ points }, { film, digital: sample.digital });
    expect(alignment.status).toBe('ok');
    expect(alignment.points?.isRefined).toBe(false);
  });

  it('are not overruled by pictures that say something else', () => {
    const points = [placed(0.2, 0.2, 45, 40), placed(0.8, 0.3, 45, 40), placed(0.4, 0.8, 45, 40)];
    const alignment = align({ points });
    const [u, v] = digitalPosition(alignment, 0.2 * width, 0.2 * height);
    expect(Math.hypot(u - points[0].digital.x, v - points[0].digital.y)).toBeLessThan(15);
  });

  it('see a negative for what it is', () => {
    const film = rgbImage(
      width,
      height,
      'srgb',
      sample.film.data.map((value) => 0.9 - 0.8 * value),
    );
    const points = [placed(0.2, 0.2), placed(0.8, 0.3), placed(0.4, 0.8)];
    for (const refinePoints of [true, false]) {
      expect(align({ points, refinePoints }, { film, digital: sample.digital }).negative).toBe(true);
    }
  });

  it('on one line do not determine an alignment', () => {
    const points = [placed(0.1, 0.1), placed(0.5, 0.5), placed(0.9, 0.9)];
    expect(align({ points }).status).toBe('degenerate-geometry');
  });

  it.each([
    ['too few', [placed(0.2, 0.2), placed(0.7, 0.5)], 'points-count'],
    ['too many', Array.from({ length: 9 }, (_, i) => placed(0.1 * i, (0.07 * i * i) % 1)), 'points-count'],
    ['outside', [placed(0.2, 0.2), placed(0.7, 0.5), placed(0.4, 1.2)], 'points-outside'],
    ['no numbers', [placed(0.2, 0.2), placed(0.7, 0.5), placed(NaN, 0.5)], 'points-outside'],
  ])('are refused when they are %s', (_, points, code) => {
    let thrown: unknown;
    try {
      align({ points });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(UserError);
    expect((thrown as UserError).code).toBe(code);
  });

  it('determine the view that they were seen in', () => {
    const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(
        between(-3, 3),
        between(0.5, 2),
        between(-1e-4, 1e-4),
        between(-1e-4, 1e-4),
        (turn, size, px, py) => {
          const c = size * Math.cos(turn);
          const s = size * Math.sin(turn);
          const truth: Homography = [c, -s, 900, s, c, 800, px, py, 1];
          const film = [
            { x: 30, y: 40 },
            { x: 560, y: 20 },
            { x: 540, y: 380 },
            { x: 60, y: 350 },
          ];
          const pairs = film.map((point) => {
            const [x, y] = applyHomography(truth, point.x, point.y);
            return { film: point, digital: { x, y } };
          });
          const [found] = homographiesFromPoints(pairs, 600, 400);
          const [u, v] = applyHomography(found, 300, 200);
          const [p, q] = applyHomography(truth, 300, 200);
          expect(Math.hypot(u - p, v - q)).toBeLessThan(PIXEL);
        },
      ),
      { seed: 4 },
    );
  });
});
