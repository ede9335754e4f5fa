import fs from 'node:fs';
import path from 'node:path';
import jpeg from 'jpeg-js';
import { mapPoint } from '../../../scripts/sample/picture/viewpoint';
import { patchCenter } from '../../../scripts/sample/props/colorChart';
import { photographPair, sampleSizes, type SampleTruth } from '../../../scripts/sample/samplePair';

const DIRECTORY = path.resolve(__dirname, '../../../sample');
const truth: SampleTruth = JSON.parse(fs.readFileSync(path.join(DIRECTORY, 'truth.json'), 'utf8'));
const film = read('film.jpg');
const digital = read('digital.jpg');

interface Picture {
  width: number;
  height: number;
  data: Uint8Array;
}

function read(name: string): Picture {
  return jpeg.decode(fs.readFileSync(path.join(DIRECTORY, name)), { useTArray: true });
}

/** Mean of the green channel over a square about a pixel: enough to tell structure by. */
function green({ width, data }: Picture, x: number, y: number, radius: number): number {
  // The test's globals are slow to reach: one rounding outside of the loops.
  const middle = 4 * (Math.round(y) * width + Math.round(x)) + 1;
  let sum = 0;
  for (let j = -radius; j <= radius; j++) {
    for (let i = -radius; i <= radius; i++) sum += data[middle + 4 * (j * width + i)];
  }
  return sum / (2 * radius + 1) ** 2;
}

/** Correlation of local contrast in both pictures, the digital one read `shift` pixels off where the truth says. */
function correlationAt(shiftX: number, shiftY: number): number {
  let [ab, aa, bb] = [0, 0, 0];
  for (let y = 60; y < film.height - 60; y += 9) {
    for (let x = 60; x < film.width - 60; x += 9) {
      const [u, v] = mapPoint(truth.filmToDigital, x, y);
      if (u < 40 || v < 40 || u > digital.width - 40 || v > digital.height - 40) continue;
      const a = green(film, x, y, 1) - green(film, x, y, 5);
      const b = green(digital, u + shiftX, v + shiftY, 1) - green(digital, u + shiftX, v + shiftY, 5);
      ab += a * b;
      aa += a * a;
      bb += b * b;
    }
  }
  return ab / Math.sqrt(aa * bb);
}

describe('the sample pair', () => {
  it.each(['film.jpg', 'digital.jpg'])('has %s light enough for every clone', (name) => {
    expect(fs.statSync(path.join(DIRECTORY, name)).size).toBeLessThanOrEqual(700 * 1024);
  });

  it('has pictures of the sizes that its truth tells', () => {
    expect([film.width, film.height]).toEqual([truth.film.width, truth.film.height]);
    expect([digital.width, digital.height]).toEqual([truth.digital.width, truth.digital.height]);
  });

  it('shows the same structure where the true homography takes film to digital, and less beside it', () => {
    const there = correlationAt(0, 0);
    expect(there).toBeGreaterThan(0.75);
    for (const [x, y] of [
      [4, 0],
      [-4, 0],
      [0, 4],
      [0, -4],
    ])
      expect(correlationAt(x, y)).toBeLessThan(there - 0.1);
  });

  it('shows the grays of the chart in falling order, in both pictures, where the truth says that the chart is', () => {
    const [a, b, c, d] = truth.colorChart;
    // The two lightest patches lie at the edge of the sun spot: their order is the light's, not the chart's.
    const grays = [19, 20, 21, 22, 23].map((patch) => {
      const [u, v] = patchCenter(patch);
      return [0, 1].map((k) => (1 - v) * ((1 - u) * a[k] + u * b[k]) + v * ((1 - u) * d[k] + u * c[k]));
    });
    const inDigital = grays.map(([x, y]) => green(digital, x, y, 6));
    const inFilm = grays.map((point) => {
      const [x, y] = filmPoint(point);
      return green(film, x, y, 6);
    });
    for (const levels of [inDigital, inFilm]) {
      for (let i = 1; i < levels.length; i++) expect(levels[i]).toBeLessThan(levels[i - 1]);
    }
  });

  it('shows the whole chart in both frames', () => {
    for (const corner of truth.colorChart) {
      const [x, y] = filmPoint(corner);
      expect(corner[0] > 0 && corner[0] < digital.width && corner[1] > 0 && corner[1] < digital.height).toBe(
        true,
      );
      expect(x > 0 && x < film.width && y > 0 && y < film.height).toBe(true);
    }
  });

  it('takes the same photographs of the same scene twice', () => {
    const sizes = sampleSizes(90);
    const { width, height } = sizes.master;
    const data = Float32Array.from({ length: 3 * width * height }, (_, i) => 0.2 + 0.15 * Math.sin(i / 7));
    const [one, two] = [
      photographPair({ width, height, data }, sizes),
      photographPair({ width, height, data }, sizes),
    ];
    expect(one.film).toEqual(two.film);
    expect(one.digital).toEqual(two.digital);
    expect(photographPair({ width, height, data }, sizes, 99).film).not.toEqual(one.film);
  });
});

/** Digital pixel to film pixel: Newton's method on the true homography, from the middle. */
function filmPoint([u, v]: readonly number[]): [number, number] {
  let [x, y] = [truth.film.width / 2, truth.film.height / 2];
  for (let step = 0; step < 20; step++) {
    const [mu, mv] = mapPoint(truth.filmToDigital, x, y);
    const [rightU, rightV] = mapPoint(truth.filmToDigital, x + 1, y);
    const [downU, downV] = mapPoint(truth.filmToDigital, x, y + 1);
    const [a, b, c, d] = [rightU - mu, downU - mu, rightV - mv, downV - mv];
    const determinant = a * d - b * c;
    x += (d * (u - mu) - b * (v - mv)) / determinant;
    y += (a * (v - mv) - c * (u - mu)) / determinant;
  }
  return [x, y];
}
