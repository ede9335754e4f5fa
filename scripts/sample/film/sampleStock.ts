/**
 * The stock of the sample pair: no maker's film, but of the family of portrait negatives. Its red layer is a little steeper than
 * its blue one, so that highlights turn warm; the paper's deepest black is bluer than neutral, so that shadows turn cool.
 */
import type { FilmStock } from './filmModel';

export const SAMPLE_STOCK: FilmStock = {
  name: 'Evening 400 (sample)',
  sensitivity: [0.91, 0.08, 0.01, 0.05, 0.89, 0.06, 0.01, 0.07, 0.92],
  negative: [
    { minimum: 0.2, gamma: 0.62, from: -1.45, to: 1.95, toe: 0.26, shoulder: 0.3 },
    { minimum: 0.55, gamma: 0.585, from: -1.55, to: 1.85, toe: 0.24, shoulder: 0.3 },
    { minimum: 0.85, gamma: 0.55, from: -1.62, to: 1.7, toe: 0.22, shoulder: 0.28 },
  ],
  inhibition: [1.22, -0.15, -0.07, -0.12, 1.26, -0.14, -0.06, -0.14, 1.2],
  dyes: [1, 0.06, 0.01, 0.12, 1, 0.05, 0.04, 0.13, 1],
  paper: [
    { minimum: 0.05, gamma: 1.86, from: -0.5, to: 0.62, toe: 0.17, shoulder: 0.14 },
    { minimum: 0.055, gamma: 1.86, from: -0.5, to: 0.52, toe: 0.17, shoulder: 0.14 },
    { minimum: 0.075, gamma: 1.83, from: -0.5, to: 0.43, toe: 0.18, shoulder: 0.15 },
  ],
  gray: 0.2,
  granularity: [0.017, 0.015, 0.022],
  halation: [0.12, 0.035, 0.004],
};
