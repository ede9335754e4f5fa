import { binAtMost, binSamples } from '../../../src/engine/fit/binSamples';
import { colorSamples } from '../../support/colorSamples';
import { createRandom } from '../../support/createRandom';

const WALL = [0.62, 0.6, 0.56] as const;
const FLOWER = [0.7, 0.2, 0.3] as const;

describe('binSamples', () => {
  it('does not let a large wall outvote a small flower', () => {
    // 99 parts of wall, one of flower.
    const around = Array.from({ length: 100 }, (_, i) => (i === 0 ? FLOWER : WALL));
    const { count, digital, weight } = binSamples([colorSamples({ around, count: 10_000, noise: 0.002 })]);
    const weightOf = (isFlower: boolean): number =>
      weight.reduce((sum, w, i) => {
        return digital[3 * i] - digital[3 * i + 1] > 0.3 === isFlower ? sum + w : sum;
      }, 0);
    expect(count).toBeLessThan(10);
    expect(weightOf(false) / weightOf(true)).toBeLessThan(25);
    expect(weightOf(false)).toBeGreaterThan(weightOf(true));
  });

  it('leaves out what is far from the other film colors of a cell: dust, and what moved', () => {
    const { film, ...rest } = colorSamples({ around: [WALL], count: 200, noise: 0, shift: 0.1 });
    const dusty = film.map((value, i) => (i < 3 * 30 ? 1 : value));
    const bins = binSamples([{ ...rest, film: dusty }]);
    expect(bins.count).toBe(1);
    for (let c = 0; c < 3; c++) expect(bins.film[c]).toBeCloseTo(WALL[c] + 0.1, 5);
  });

  it('keeps pairs apart', () => {
    const samples = colorSamples({ around: [WALL], count: 50, noise: 0 });
    expect(Array.from(binSamples([samples, samples]).pair)).toEqual([0, 1]);
    expect(() => binSamples([samples, { ...samples, space: 'prophoto' }])).toThrow(RangeError);
  });
});

describe('binAtMost', () => {
  it('makes cells larger until there are few enough, and loses no weight by it', () => {
    const random = createRandom(5);
    const around = Array.from({ length: 3000 }, () => [random(), random(), random()] as const);
    const samples = colorSamples({ around, count: 3000, noise: 0 });
    expect(binSamples([samples]).count).toBeGreaterThan(400);
    const { count } = binAtMost([samples], 400);
    expect(count).toBeLessThanOrEqual(400);
    expect(count).toBeGreaterThan(200);
  });
});
