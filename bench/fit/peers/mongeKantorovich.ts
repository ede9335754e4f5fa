/** Linear Monge–Kantorovich color transfer (Pitié and Kokaram 2007): the affine map between two Gaussians. */
import type { Matrix } from 'ml-matrix';
import { pooled, type ColorMap, type Peer } from './peer';
import { covarianceOf, meanOf, powerOf } from './symmetric3';

export function linearTransport(digital: Float32Array, film: Float32Array, count: number): ColorMap {
  const from = meanOf(digital, count);
  const to = meanOf(film, count);
  const root = powerOf(covarianceOf(digital, count, from), 0.5);
  const inverse = powerOf(covarianceOf(digital, count, from), -0.5);
  const middle = powerOf(root.mmul(covarianceOf(film, count, to)).mmul(root), 0.5);
  const t: Matrix = inverse.mmul(middle).mmul(inverse);
  return (source, target, n) => {
    for (let i = 0; i < 3 * n; i += 3) {
      const d = [source[i] - from[0], source[i + 1] - from[1], source[i + 2] - from[2]];
      for (let c = 0; c < 3; c++) {
        target[i + c] = to[c] + t.get(c, 0) * d[0] + t.get(c, 1) * d[1] + t.get(c, 2) * d[2];
      }
    }
  };
}

export const mongeKantorovich: Peer = {
  name: 'MKL',
  fit(pairs) {
    const { digital, film, count } = pooled(pairs);
    return linearTransport(digital, film, count);
  },
};
