/** Mean and deviation transfer in a Lab space (Reinhard et al. 2001), here OKLab. */
import { createOklabToRgb, createRgbToOklab } from '../../../src/engine/color/oklab';
import { pooled, type Peer } from './peer';

export const reinhard: Peer = {
  name: 'Reinhard mean/std',
  fit(pairs) {
    const { digital, film, count } = pooled(pairs);
    const toOklab = createRgbToOklab('srgb');
    const toRgb = createOklabToRgb('srgb');
    const moments = (colors: Float32Array): { mean: number[]; deviation: number[] } => {
      const lab = new Float64Array(3);
      const sum = [0, 0, 0];
      const squares = [0, 0, 0];
      for (let i = 0; i < count; i++) {
        toOklab(colors[3 * i], colors[3 * i + 1], colors[3 * i + 2], lab, 0);
        for (let c = 0; c < 3; c++) {
          sum[c] += lab[c];
          squares[c] += lab[c] ** 2;
        }
      }
      const mean = sum.map((s) => s / count);
      return { mean, deviation: squares.map((s, c) => Math.sqrt(Math.max(1e-9, s / count - mean[c] ** 2))) };
    };
    const from = moments(digital);
    const to = moments(film);
    const lab = new Float64Array(3);
    return (source, target, n) => {
      for (let i = 0; i < 3 * n; i += 3) {
        toOklab(source[i], source[i + 1], source[i + 2], lab, 0);
        for (let c = 0; c < 3; c++) {
          lab[c] = to.mean[c] + (to.deviation[c] / from.deviation[c]) * (lab[c] - from.mean[c]);
        }
        toRgb(lab[0], lab[1], lab[2], target, i);
      }
    };
  },
};
