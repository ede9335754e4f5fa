/** Recovery of known displacements, and whether the certainty that is claimed is the certainty that there is. */
import { measureDrift } from '../../../src/engine/align/measureDrift';
import type { TileMeasurements } from '../../../src/engine/align/tileMeasurements';
import { runToEnd } from '../../../src/engine/task';
import { createRandom } from '../../support/createRandom';

const WIDTH = 360;
const HEIGHT = 260;
const SHIFT = { dx: 0.6, dy: -0.4 };

/** A smooth random picture of unit variance about: waves of 8 to 40 pixels. */
function texture(seed: number): (x: number, y: number) => number {
  const random = createRandom(seed);
  const waves = Array.from({ length: 24 }, () => {
    const length = 8 + 32 * random();
    const angle = 2 * Math.PI * random();
    return [
      (2 * Math.PI * Math.cos(angle)) / length,
      (2 * Math.PI * Math.sin(angle)) / length,
      2 * Math.PI * random(),
    ];
  });
  return (x, y) =>
    waves.reduce((sum, [u, v, phase]) => sum + Math.sin(u * x + v * y + phase), 0) / Math.sqrt(12);
}

/** The photo, and a film that shows `slope` of it, displaced by `SHIFT`, under grain; together of unit variance. */
function pictures(slope: number, seed: number, filmSeed = seed): [digital: Float32Array, film: Float32Array] {
  const shown = texture(seed);
  const onFilm = texture(filmSeed);
  const random = createRandom(seed + 1);
  const gauss = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const digital = new Float32Array(WIDTH * HEIGHT);
  const film = new Float32Array(WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      digital[y * WIDTH + x] = shown(x, y);
      film[y * WIDTH + x] =
        slope * onFilm(x - SHIFT.dx, y - SHIFT.dy) + Math.sqrt(1 - slope * slope) * gauss();
    }
  }
  return [digital, film];
}

function measure(
  [digital, film]: [Float32Array, Float32Array],
  accepts: (x: number, y: number) => boolean = () => true,
): TileMeasurements {
  return runToEnd(measureDrift(digital, film, WIDTH, HEIGHT, { radiusPx: 10, reachPx: 2, accepts }));
}

/** The displacement that all tiles together vote for, in pixels, and how sure they are of it. */
function together(found: TileMeasurements): { dx: number; dy: number; information: number } {
  let [xx, xy, yy, bx, by] = [0, 0, 0, 0, 0];
  for (let i = 0; i < found.count; i++) {
    const [a, b, c] = [found.infoXX[i], found.infoXY[i], found.infoYY[i]];
    xx += a;
    xy += b;
    yy += c;
    bx += a * found.dx[i] + b * found.dy[i];
    by += b * found.dx[i] + c * found.dy[i];
  }
  const det = xx * yy - xy * xy;
  return { dx: (yy * bx - xy * by) / det, dy: (xx * by - xy * bx) / det, information: xx + yy };
}

/** Mean squared error in units of what was claimed: 1 when the claims are honest. */
function surprise(found: TileMeasurements): number {
  let sum = 0;
  for (let i = 0; i < found.count; i++) {
    const x = found.dx[i] - SHIFT.dx;
    const y = found.dy[i] - SHIFT.dy;
    sum += (found.infoXX[i] * x * x + 2 * found.infoXY[i] * x * y + found.infoYY[i] * y * y) / 2;
  }
  return sum / found.count;
}

test('a displacement below a pixel is found where the film shows the photo clearly', () => {
  const { dx, dy } = together(measure(pictures(0.9, 1)));
  expect(Math.hypot(dx - SHIFT.dx, dy - SHIFT.dy)).toBeLessThan(0.03);
});

test.each([0.15, 0.3, 0.6])(
  'a film whose grain leaves %p of the photo is found displaced, by tiles that do not claim more than they know',
  (slope) => {
    const found = measure(pictures(slope, 2));
    const { dx, dy, information } = together(found);
    const claimedPx = Math.sqrt(2 / information);
    expect(Math.hypot(dx - SHIFT.dx, dy - SHIFT.dy)).toBeLessThan(3 * claimedPx + 0.03);
    expect(claimedPx).toBeLessThan(0.15);
    expect(surprise(found)).toBeGreaterThan(0.4);
    expect(surprise(found)).toBeLessThan(1.6);
  },
);

test('different pictures claim next to nothing', () => {
  const alike = together(measure(pictures(0.5, 3))).information;
  const different = together(measure(pictures(0.5, 3, 4))).information;
  expect(different).toBeLessThan(0.05 * alike);
});

test('only tiles that are accepted are measured, and their neighbours outside are not asked', () => {
  const [digital, film] = pictures(0.5, 5);
  const left = measure([digital, film], (x) => x < 180);
  for (let i = 0; i < left.count; i++) expect(left.x[i]).toBeLessThan(180);
  // What lies outside (rebate, dust) may be anything.
  const spoiled = film.map((value, i) => (i % WIDTH > 195 ? 50 : value));
  expect(measure([digital, spoiled], (x) => x < 180)).toEqual(left);
});
