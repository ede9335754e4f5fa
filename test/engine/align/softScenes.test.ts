/** Scenes with little to hold on to are aligned, or refused with the reason: never aligned wrongly. */
import { alignFilmToDigital } from '../../../src/engine/align/alignFilmToDigital';
import type { Alignment, Homography } from '../../../src/engine/align/alignment';
import { applyHomography } from '../../../src/engine/align/homography';
import { digitalPosition } from '../../../src/engine/align/localWarp';
import { rgbImage } from '../../../src/engine/image/rgbImage';
import type { ImagePair } from '../../../src/engine/image/rgbImage';
import { runToEnd } from '../../../src/engine/task';
import { createRandom } from '../../support/createRandom';

jest.setTimeout(60_000);

const WIDTH = 600;
const HEIGHT = 400;
const GRAIN = 0.03;
const FILM_TO_DIGITAL: Homography = [0.94, 0.03, 12, -0.025, 0.95, 14, 2e-5, -1e-5, 1];

/** sRGB values in [0, 1] of a scene at a digital position. */
type Scene = (x: number, y: number) => readonly [number, number, number];

/** 1 well inside an edge at 0, 0 well outside; `x` in pixels. */
const inside = (x: number): number => 1 / (1 + Math.exp(2 * x));

/** Six by four patches of random colors in a dark frame, in front of gray. */
const chart: Scene = (x, y) => {
  const [column, row] = [Math.floor((x - 60) / 80), Math.floor((y - 40) / 80)];
  if (column < 0 || column > 5 || row < 0 || row > 3) return [0.25, 0.22, 0.2];
  const random = createRandom(7 * column + 131 * row + 5);
  const [u, v] = [x - 60 - 80 * column, y - 40 - 80 * row];
  const patch = inside(5 - Math.min(u, 80 - u, v, 80 - v));
  const mix = (): number => 0.05 + patch * (0.05 + 0.8 * random());
  return [mix(), mix(), mix()];
};

/** A sky down to a roof, whose line may carry chimneys (left end, right end, height in px). */
const skyAbove =
  (chimneys: readonly (readonly [number, number, number])[]): Scene =>
  (x, y) => {
    const height = chimneys.find(([left, right]) => x > left && x < right)?.[2] ?? 0;
    const sky = inside(y - (260 + 0.08 * x - height));
    const [light, wall] = [0.75 - 0.0004 * y, 0.3 + 0.02 * Math.sin(x / 40)];
    return [0.85, 0.92, 1].map((tint, c) => sky * light * tint + (1 - sky) * wall * (1 - 0.15 * c)) as [
      number,
      number,
      number,
    ];
  };

/** A plain head and shoulders before a plain wall. */
const portrait: Scene = (x, y) => {
  const face = inside(100 * (Math.hypot((x - 300) / 95, (y - 190) / 125) - 1));
  const coat = inside(150 * (Math.hypot((x - 300) / 210, (y - 470) / 170) - 1));
  const eyes = [262, 338].reduce((sum, at) => sum + inside(Math.hypot(x - at, 2 * (y - 180)) - 12), 0);
  const wall = 0.6 - 0.0002 * x;
  return [0.8, 0.6, 0.5].map((skin, c) => {
    const behind = coat * [0.2, 0.25, 0.35][c] + (1 - coat) * wall;
    return (face * skin + (1 - face) * behind) * (1 - 0.85 * eyes);
  }) as [number, number, number];
};

function photograph(scene: Scene): ImagePair {
  const random = createRandom(3);
  const noise = (): number => (random() + random() + random() + random() - 2) * Math.sqrt(3);
  const digital = rgbImage(WIDTH, HEIGHT, 'srgb');
  const film = rgbImage(WIDTH, HEIGHT, 'srgb');
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const i = 3 * (y * WIDTH + x);
      digital.data.set(scene(x, y), i);
      const seen = scene(...applyHomography(FILM_TO_DIGITAL, x, y));
      for (let c = 0; c < 3; c++)
        film.data[i + c] = 0.05 + 0.85 * seen[c] ** (1.1 + 0.1 * c) + GRAIN * noise();
    }
  }
  return { film, digital };
}

/** Mean distance from the truth over the positions given as shares of the film frame. */
function errorPx(alignment: Alignment, places: readonly (readonly [number, number])[]): number {
  const distances = places.map(([u, v]) => {
    const [x, y] = [u * (WIDTH - 1), v * (HEIGHT - 1)];
    const [a, b] = digitalPosition(alignment, x, y);
    const [p, q] = applyHomography(FILM_TO_DIGITAL, x, y);
    return Math.hypot(a - p, b - q);
  });
  return distances.reduce((sum, distance) => sum + distance, 0) / places.length;
}

const align = (scene: Scene): Alignment => runToEnd(alignFilmToDigital(photograph(scene)));

describe('a scene with little to hold on to', () => {
  it('is aligned when it is a color chart', () => {
    const alignment = align(chart);
    expect(alignment.status).toBe('ok');
    const corners = [0.1, 0.5, 0.9].flatMap((u) => [0.1, 0.5, 0.9].map((v) => [u, v] as const));
    expect(errorPx(alignment, corners)).toBeLessThan(0.5);
  });

  it('is aligned along a roof line with chimneys under an empty sky', () => {
    const alignment = align(
      skyAbove([
        [90, 112, 30],
        [300, 318, 22],
        [430, 470, 44],
      ]),
    );
    expect(alignment.status).toBe('ok');
    const alongTheRoof = [0.1, 0.3, 0.5, 0.7, 0.9].map((u) => [u, 0.65] as const);
    expect(errorPx(alignment, alongTheRoof)).toBeLessThan(1);
  });

  it('is refused when a straight roof line is all there is: the film could slide along it', () => {
    expect(['no-texture', 'too-few-matches', 'degenerate-geometry']).toContain(align(skyAbove([])).status);
  });

  it('is aligned or refused, and never wrong, when it is a plain portrait before a plain wall', () => {
    const alignment = align(portrait);
    const face = [0.35, 0.5, 0.65].map((u) => [u, 0.5] as const);
    if (alignment.status === 'ok') expect(errorPx(alignment, face)).toBeLessThan(3);
    else expect(['no-texture', 'too-few-matches']).toContain(alignment.status);
  });
});
