/**
 * Random forest (Breiman 2001) on the offsets from identity: every tree sees a bootstrap of the bins, every split a few
 * of six features (encoded RGB and OKLab), leaves hold mean offsets. What it says beyond the seen colors is what it
 * says at their border.
 */
import { createRgbToOklab } from '../../color/oklab';
import { seededRandom, type Random } from '../../math/random';
import type { ColorBins } from '../colorBins';
import type { ColorFunction, Regressor } from './regressor';

const TREES = 48;
const MAX_DEPTH = 12;
const MIN_LEAF = 3;
const FEATURES = 6;
const TRIED_FEATURES = 3;
const SEED = 2001;

interface Split {
  readonly feature: number;
  readonly threshold: number;
  readonly below: Node;
  readonly above: Node;
}
type Node = Split | { readonly offset: readonly number[] };

export const forest: Regressor = function* (bins) {
  const random = seededRandom(SEED);
  const features = featuresOf(bins.digital, bins);
  const trees: Node[] = [];
  for (let t = 0; t < TREES; t++) {
    const members = Int32Array.from({ length: bins.count }, () => Math.floor(random.uniform() * bins.count));
    trees.push(grow(bins, features, members, 0, random));
    yield { stage: 'fit', fraction: t / TREES };
  }
  const map: ColorFunction = (source, target, count) => {
    const own = featuresOf(source, { ...bins, count });
    for (let i = 0; i < count; i++) {
      for (let c = 0; c < 3; c++) target[3 * i + c] = source[3 * i + c];
      for (const tree of trees) {
        let node = tree;
        while ('feature' in node)
          node = own[FEATURES * i + node.feature] <= node.threshold ? node.below : node.above;
        for (let c = 0; c < 3; c++) target[3 * i + c] += node.offset[c] / TREES;
      }
    }
  };
  return map;
};

function featuresOf(
  colors: ArrayLike<number>,
  { count, space }: Pick<ColorBins, 'count' | 'space'>,
): Float64Array {
  const toOklab = createRgbToOklab(space);
  const result = new Float64Array(FEATURES * count);
  for (let i = 0; i < count; i++) {
    for (let c = 0; c < 3; c++) result[FEATURES * i + c] = colors[3 * i + c];
    toOklab(colors[3 * i], colors[3 * i + 1], colors[3 * i + 2], result, FEATURES * i + 3);
  }
  return result;
}

function grow(
  bins: ColorBins,
  features: Float64Array,
  members: Int32Array,
  depth: number,
  random: Random,
): Node {
  const split =
    depth < MAX_DEPTH && members.length >= 2 * MIN_LEAF ? bestSplit(bins, features, members, random) : null;
  if (!split) return { offset: meanOffset(bins, members) };
  const { feature, threshold } = split;
  const isBelow = (i: number): boolean => features[FEATURES * i + feature] <= threshold;
  return {
    feature,
    threshold,
    below: grow(bins, features, members.filter(isBelow), depth + 1, random),
    above: grow(
      bins,
      features,
      members.filter((i) => !isBelow(i)),
      depth + 1,
      random,
    ),
  };
}

function meanOffset({ digital, film, weight }: ColorBins, members: Int32Array): readonly number[] {
  const sum = [0, 0, 0];
  let total = 0;
  for (const i of members) {
    total += weight[i];
    for (let c = 0; c < 3; c++) sum[c] += weight[i] * (film[3 * i + c] - digital[3 * i + c]);
  }
  return sum.map((v) => (total > 0 ? v / total : 0));
}

/** The split that lowers the weighted variance of the three offsets most, over a random choice of features. */
function bestSplit(
  { digital, film, weight }: ColorBins,
  features: Float64Array,
  members: Int32Array,
  random: Random,
): { readonly feature: number; readonly threshold: number } | null {
  let best: { feature: number; threshold: number } | null = null;
  let bestGain = 1e-9;
  for (let tried = 0; tried < TRIED_FEATURES; tried++) {
    const feature = Math.floor(random.uniform() * FEATURES);
    const value = (i: number): number => features[FEATURES * i + feature];
    const order = members.slice().sort((i, j) => value(i) - value(j));
    const all = new Float64Array(4);
    const low = new Float64Array(4);
    const add = (sums: Float64Array, i: number): void => {
      sums[3] += weight[i];
      for (let c = 0; c < 3; c++) sums[c] += weight[i] * (film[3 * i + c] - digital[3 * i + c]);
    };
    for (const i of order) add(all, i);
    for (let k = 0; k < order.length - MIN_LEAF; k++) {
      add(low, order[k]);
      if (k + 1 < MIN_LEAF) continue;
      const here = value(order[k]);
      const next = value(order[k + 1]);
      const rest = all[3] - low[3];
      if (next <= here || !(low[3] > 0) || !(rest > 0)) continue;
      let gain = 0;
      for (let c = 0; c < 3; c++) {
        gain += low[c] ** 2 / low[3] + (all[c] - low[c]) ** 2 / rest - all[c] ** 2 / all[3];
      }
      if (gain <= bestGain) continue;
      bestGain = gain;
      best = { feature, threshold: (here + next) / 2 };
    }
  }
  return best;
}
