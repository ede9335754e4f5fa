/**
 * One Curves channel brought closer to what is wished by looking at what the host renders: outputs of knots move by
 * what is missing around them, and where most is missing far from all knots, a new one comes. The host's own way of
 * joining points is never modelled.
 */
import { CURVE_LIMITS, type CurvePoints } from '../engine/adjustments';

const { maxPoints, minInputGap } = CURVE_LIMITS;
/** New knots a round: more at once would answer the same error twice. */
const NEW_KNOTS = 3;
/** Levels to both sides of a knot whose errors move it. */
const REACH = 3;

/** A point before it is rounded to whole levels. */
export interface Knot {
  readonly input: number;
  readonly output: number;
}

/** Evenly spread knots on a table of 256 outputs. */
export function initialKnots(table: ArrayLike<number>, count: number): Knot[] {
  return Array.from({ length: count }, (_, i) => {
    const input = Math.round((255 * i) / (count - 1));
    return { input, output: table[input] };
  });
}

export function toCurvePoints(knots: readonly Knot[]): CurvePoints {
  return knots.map(({ input, output }) => ({ input, output: Math.round(clip(output)) }));
}

const clip = (output: number): number => Math.min(255, Math.max(0, output));

/** All lists hold a level for each neutral: where it arrives at the layer, what it should turn into, what it does. */
export function improveKnots(
  knots: readonly Knot[],
  arriving: readonly number[],
  wished: readonly number[],
  leaving: readonly number[],
): Knot[] {
  const { rendered, missing } = byArrival(arriving, wished, leaving);
  const moved = knots.map(({ input, output }) => ({
    input,
    output: clip(output + around(rendered, missing, input)),
  }));
  for (let added = 0; added < NEW_KNOTS && moved.length < maxPoints; added++) {
    let worst = -1;
    let largest = 0.6;
    for (let level = 0; level < 256; level++) {
      const size = Math.abs(missing[level]);
      if (size > largest && moved.every(({ input }) => Math.abs(input - level) > 2 * minInputGap)) {
        largest = size;
        worst = level;
      }
    }
    if (worst < 0) break;
    moved.push({ input: worst, output: clip(rendered[worst] + missing[worst]) });
  }
  return moved.sort((a, b) => a.input - b.input);
}

interface LevelTables {
  /** What the host makes of each level, NaN where no neutral arrives. */
  readonly rendered: Float64Array;
  /** What should be added to it: the middle of what the neutrals that arrive there miss. */
  readonly missing: Float64Array;
}

function byArrival(
  arriving: readonly number[],
  wished: readonly number[],
  leaving: readonly number[],
): LevelTables {
  const rendered = new Float64Array(256).fill(NaN);
  const low = new Float64Array(256).fill(Infinity);
  const high = new Float64Array(256).fill(-Infinity);
  arriving.forEach((level, v) => {
    const at = Math.min(255, Math.max(0, Math.round(level)));
    rendered[at] = leaving[v];
    low[at] = Math.min(low[at], wished[v] - leaving[v]);
    high[at] = Math.max(high[at], wished[v] - leaving[v]);
  });
  const missing = low.map((least, level) => (least <= high[level] ? (least + high[level]) / 2 : 0));
  return { rendered, missing };
}

/** Mean of what is missing near a level, nearer levels counting more. */
function around(rendered: ArrayLike<number>, missing: ArrayLike<number>, center: number): number {
  let sum = 0;
  let total = 0;
  for (let level = Math.max(0, center - REACH); level <= Math.min(255, center + REACH); level++) {
    if (Number.isNaN(rendered[level])) continue;
    const weight = REACH + 1 - Math.abs(level - center);
    sum += weight * missing[level];
    total += weight;
  }
  return total === 0 ? 0 : sum / total;
}
