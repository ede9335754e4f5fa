/** Per-channel histogram matching: each channel's quantiles of the digital photo onto those of the film. */
import { linearTransport } from './mongeKantorovich';
import { pooled, type ColorMap, type Peer } from './peer';

const QUANTILES = 256;

function quantiles(colors: Float32Array, channel: number): Float64Array {
  const values = Float64Array.from({ length: colors.length / 3 }, (_, i) => colors[3 * i + channel]).sort();
  return Float64Array.from(
    { length: QUANTILES + 1 },
    (_, q) => values[Math.round((q / QUANTILES) * (values.length - 1))],
  );
}

export function matchHistograms(from: Float32Array, to: Float32Array): ColorMap {
  const xs = [0, 1, 2].map((c) => quantiles(from, c));
  const ys = [0, 1, 2].map((c) => quantiles(to, c));
  const read = (c: number, v: number): number => {
    const x = xs[c];
    if (v <= x[0]) return ys[c][0] + (v - x[0]);
    if (v >= x[QUANTILES]) return ys[c][QUANTILES] + (v - x[QUANTILES]);
    let low = 0;
    let high = QUANTILES;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (x[middle] <= v) low = middle;
      else high = middle;
    }
    const span = x[high] - x[low];
    return ys[c][low] + (span > 0 ? (v - x[low]) / span : 0) * (ys[c][high] - ys[c][low]);
  };
  return (source, target, count) => {
    for (let i = 0; i < 3 * count; i++) target[i] = read(i % 3, source[i]);
  };
}

export const histogramMatching: Peer = {
  name: 'histogram matching',
  fit(pairs) {
    const { digital, film } = pooled(pairs);
    return matchHistograms(digital, film);
  },
};

/** Histogram matching, Monge–Kantorovich, histogram matching (Hahne and Aggoun 2021). */
export const compoundMatching: Peer = {
  name: 'HM-MKL-HM',
  fit(pairs) {
    const { digital, film, count } = pooled(pairs);
    const moved = new Float32Array(digital.length);
    const first = matchHistograms(digital, film);
    first(digital, moved, count);
    const second = linearTransport(moved, film, count);
    const again = new Float32Array(digital.length);
    second(moved, again, count);
    const third = matchHistograms(again, film);
    return (source, target, n) => {
      first(source, target, n);
      second(target, target, n);
      third(target, target, n);
    };
  },
};
