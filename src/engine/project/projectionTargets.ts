/**
 * What a stack is fitted to: the look itself, read at colors that matter, never the noisy film samples.
 * Natural colors, a coarse lattice (so that no corner of the cube runs away), the gray axis, and the colors that the
 * pairs really hold.
 */
import type { RgbSpaceId } from '../color/rgbSpace';
import type { Mapper } from '../render/mapper';
import type { ColorSamples } from '../sample/colorSamples';
import { binSampleColors } from './binSampleColors';
import { localMetric, METRIC_STRIDE } from './localMetric';
import { naturalPalette, type WeightedColors } from './naturalPalette';

export interface ProjectionTargets {
  readonly space: RgbSpaceId;
  readonly count: number;
  /** 3 · count encoded values in [0, 1]: what comes in, and what the look makes of it. */
  readonly inputs: Float64Array;
  readonly targets: Float64Array;
  /** count weights that sum to 1. */
  readonly weights: Float64Array;
  /** See localMetric. */
  readonly metric: Float64Array;
}

/** Shares of the whole weight; the lattice and the axis, of what the colors of the pairs leave. */
const SHARES = { lattice: 0.03, grayAxis: 0.07, pairs: 0.3 } as const;

const LATTICE_NODES = 5;
const GRAY_STEPS = 24;

export function projectionTargets(
  look: Mapper,
  space: RgbSpaceId,
  samples: readonly ColorSamples[],
): ProjectionTargets {
  const pairs = binSampleColors(samples, space);
  const pairShare = pairs.weights.length > 0 ? SHARES.pairs : 0;
  const rest = 1 - pairShare;
  const parts: readonly (readonly [WeightedColors, number])[] = [
    [evened(naturalPalette(space)), rest * (1 - SHARES.lattice - SHARES.grayAxis)],
    [lattice(), rest * SHARES.lattice],
    [grayAxis(), rest * SHARES.grayAxis],
    [pairs, pairShare],
  ];
  const count = parts.reduce((sum, [part]) => sum + part.weights.length, 0);
  const colors = new Float32Array(3 * count);
  const weights = new Float64Array(count);
  let at = 0;
  for (const [part, share] of parts) {
    colors.set(part.colors, 3 * at);
    for (let i = 0; i < part.weights.length; i++) weights[at + i] = part.weights[i] * share;
    at += part.weights.length;
  }
  const mapped = new Float32Array(3 * count);
  look(colors, mapped, count);
  const targets = Float64Array.from(mapped, (v) => Math.min(Math.max(v, 0), 1));
  return {
    space,
    count,
    inputs: Float64Array.from(colors),
    targets,
    weights,
    metric: localMetric(targets, space),
  };
}

/** Every `step`-th color, for where few are enough. The order of the colors mixes lightnesses and hues. */
export function thinned(all: ProjectionTargets, step: number): ProjectionTargets {
  const count = Math.ceil(all.count / step);
  const pick = (values: Float64Array, width: number): Float64Array =>
    Float64Array.from({ length: width * count }, (_, i) => {
      return values[width * step * Math.floor(i / width) + (i % width)];
    });
  const weights = pick(all.weights, 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    space: all.space,
    count,
    inputs: pick(all.inputs, 3),
    targets: pick(all.targets, 3),
    weights: weights.map((weight) => weight / total),
    metric: pick(all.metric, METRIC_STRIDE),
  };
}

/** Weights by their root: rare colors are what photographers look at, and common ones are met anyway. */
function evened({ colors, weights }: WeightedColors): WeightedColors {
  const roots = weights.map(Math.sqrt);
  const total = roots.reduce((sum, root) => sum + root, 0);
  return { colors, weights: roots.map((root) => root / total) };
}

function lattice(): WeightedColors {
  const n = LATTICE_NODES;
  const colors = new Float32Array(3 * n * n * n);
  let i = 0;
  for (let b = 0; b < n; b++) {
    for (let g = 0; g < n; g++) {
      for (let r = 0; r < n; r++) {
        colors.set([r / (n - 1), g / (n - 1), b / (n - 1)], i);
        i += 3;
      }
    }
  }
  return equallyWeighted(colors);
}

function grayAxis(): WeightedColors {
  const colors = new Float32Array(3 * (GRAY_STEPS + 1));
  for (let i = 0; i <= GRAY_STEPS; i++) colors.fill(i / GRAY_STEPS, 3 * i, 3 * i + 3);
  return equallyWeighted(colors);
}

function equallyWeighted(colors: Float32Array): WeightedColors {
  const count = colors.length / 3;
  return { colors, weights: new Float64Array(count).fill(1 / count) };
}
