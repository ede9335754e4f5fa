import fc from 'fast-check';
import {
  createFilmMapping,
  dyeDensity,
  exposeNegative,
  MEDIUM_GRAY,
  type Triple,
} from '../../../scripts/sample/film/filmModel';
import { SAMPLE_STOCK } from '../../../scripts/sample/film/sampleStock';
import { FLOAT32 } from '../../support/tolerances';

const map = createFilmMapping(SAMPLE_STOCK, 0.7);
const gray = (value: number): Triple => map([value, value, value]);

describe('the film model', () => {
  it('prints a medium gray at the reflectance of the stock, neutral, however much the film was exposed', () => {
    for (const exposureEv of [-1, 0, 0.7, 2]) {
      const print = createFilmMapping(SAMPLE_STOCK, exposureEv)([MEDIUM_GRAY, MEDIUM_GRAY, MEDIUM_GRAY]);
      for (const channel of print) expect(Math.abs(channel - SAMPLE_STOCK.gray)).toBeLessThan(FLOAT32);
    }
  });

  it('prints brighter grays brighter in every channel', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 8, noNaN: true }), (value) => {
        const [dark, light] = [gray(value), gray(1.1 * value)];
        return light.every((channel, c) => channel > dark[c]);
      }),
      { seed: 3 },
    );
  });

  it('holds a highlight four stops over gray below the white of the paper', () => {
    const [r, g, b] = gray(16 * MEDIUM_GRAY);
    const white = 10 ** -SAMPLE_STOCK.paper[0].minimum;
    expect(Math.max(r, g, b)).toBeLessThan(white);
    expect(r).toBeGreaterThan(0.7 * white);
  });

  it('makes highlights warmer and shadows cooler than the gray between them', () => {
    const warmth = ([r, , b]: Triple) => Math.log(r / b);
    expect(warmth(gray(0.9))).toBeGreaterThan(warmth(gray(MEDIUM_GRAY)) + 0.02);
    expect(warmth(gray(0.01))).toBeLessThan(warmth(gray(MEDIUM_GRAY)) - 0.02);
  });

  it('keeps hues in their order: a red stays red, a green green, a blue blue', () => {
    const dominant = (color: Triple) => color.indexOf(Math.max(...color));
    expect(dominant(map([0.4, 0.08, 0.06]))).toBe(0);
    expect(dominant(map([0.07, 0.3, 0.09]))).toBe(1);
    expect(dominant(map([0.05, 0.09, 0.35]))).toBe(2);
  });

  it('lets a dye absorb a little of the colors that are not its own', () => {
    const density = dyeDensity(SAMPLE_STOCK, [1, 0, 0], [0, 0, 0]);
    expect(density[0]).toBe(1);
    expect(density[1]).toBeGreaterThan(0);
    expect(density[2]).toBeGreaterThan(0);
  });

  it('inhibits the other layers where one is exposed alone', () => {
    const dark = exposeNegative(SAMPLE_STOCK, [0, 0, 0], [0, 0, 0]);
    const red = exposeNegative(SAMPLE_STOCK, [0.8, 0.005, 0.005], [0, 0, 0]);
    const withoutInhibition = exposeNegative(
      { ...SAMPLE_STOCK, inhibition: [1, 0, 0, 0, 1, 0, 0, 0, 1] },
      [0.8, 0.005, 0.005],
      [0, 0, 0],
    );
    expect(red[0]).toBeGreaterThan(dark[0]);
    expect(red[1]).toBeLessThan(withoutInhibition[1]);
  });

  it('has matrices of sensitivity and inhibition whose rows add up to one', () => {
    for (const matrix of [SAMPLE_STOCK.sensitivity, SAMPLE_STOCK.inhibition]) {
      for (const row of [0, 3, 6]) {
        expect(Math.abs(matrix[row] + matrix[row + 1] + matrix[row + 2] - 1)).toBeLessThan(FLOAT32);
      }
    }
  });
});
