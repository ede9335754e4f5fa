/**
 * Points of one Curves channel for which all neutrals are expected to come within a level of what is wished. Iterated
 * local search (Lourenço, Martin and Stützle, Iterated local search, 2003): points move by small steps, go where they
 * are of least use and come where too much is missing; where that ends, some are dropped by chance and it begins anew.
 * All of it is calculation on an expectation of the host; nothing is rendered.
 */
import { CURVE_LIMITS, type CurvePoint, type CurvePoints } from '../engine/adjustments';
import type { Expectation } from './hostCurve';

const { maxPoints, minInputGap } = CURVE_LIMITS;
// Looked up once: inside the virtual machines of test runners every mention of a global costs a search.
const { abs, imul, max, min, round } = Math;

/** One 8-bit level. */
const TOLERATED_LEVELS = 1;
/** How much levels beyond what is bearable count against all others. */
const EXCESS_WEIGHT = 1000;
/** Candidates that are tried at most; each takes some microseconds. */
const BUDGET = 40_000;
/** Levels that are given a point of their own in one sweep. */
const NEW_POINTS = 4;

const MOVES: readonly CurvePoint[] = [
  { input: 0, output: 1 },
  { input: 0, output: -1 },
  { input: 1, output: 0 },
  { input: -1, output: 0 },
  { input: 1, output: 1 },
  { input: -1, output: -1 },
  { input: 4, output: 0 },
  { input: -4, output: 0 },
  { input: 4, output: 4 },
  { input: -4, output: -4 },
];

/** What one channel is about: the level of each neutral at the layer, and the one that it should leave with. */
export interface ChannelTask {
  readonly arriving: readonly number[];
  readonly wished: readonly number[];
  /** Between two values that the host can hold, in levels. */
  readonly step: number;
  /** The largest difference that is as good as none. */
  readonly toleratedLevels: number;
}

interface Candidate {
  readonly points: CurvePoints;
  readonly cost: number;
}

/**
 * @param seed of what is dropped by chance: the same seed finds the same curve.
 * @returns the best points that were found from `start` on, in whole levels and at distances that Curves allows.
 */
export function searchKnots(
  start: CurvePoints,
  task: ChannelTask,
  expect: Expectation,
  seed: number,
): CurvePoints {
  const random = congruential(seed);
  let tried = 0;
  const rate = (points: CurvePoints): Candidate => {
    tried++;
    return { points, cost: costOf(task, expect(points)) };
  };
  let best = descend(rate(start), task, expect, rate);
  while (tried < BUDGET && tooFar(task, expect(best.points)).length > 0) {
    const last = best.points.length - 1;
    const kept = best.points.filter((_, i) => i === 0 || i === last || random() > 0.15);
    best = better(best, descend(rate(kept), task, expect, rate));
  }
  return best.points;
}

/** The linear congruential generator of Numerical Recipes. */
function congruential(seed: number): () => number {
  let state = seed;
  return () => {
    state = (imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * The least difference that can be asked for: where neutrals arrive together and are wished apart, no curve brings them
 * nearer than half their distance.
 */
export function toleratedLevels({ arriving, wished, step }: Omit<ChannelTask, 'toleratedLevels'>): number {
  const ranges = new Map<number, readonly [least: number, most: number]>();
  arriving.forEach((level, v) => {
    const at = round(level / step);
    const [least, most] = ranges.get(at) ?? [Infinity, -Infinity];
    ranges.set(at, [min(least, wished[v]), max(most, wished[v])]);
  });
  let tolerated = TOLERATED_LEVELS;
  for (const [least, most] of ranges.values()) tolerated = max(tolerated, (most - least) / 2);
  return tolerated;
}

/** Half a step less a hair, since ties may round either way. */
const bearable = (task: ChannelTask): number => task.toleratedLevels + 0.48 * task.step;

function costOf(task: ChannelTask, expected: Float64Array): number {
  const { wished } = task;
  const limit = bearable(task);
  let cost = 0;
  for (let v = 0; v < wished.length; v++) {
    const difference = wished[v] - expected[v];
    const error = difference < 0 ? -difference : difference;
    cost += error * error;
    if (error > limit) cost += 0.1 * EXCESS_WEIGHT + EXCESS_WEIGHT * (error - limit) ** 2;
  }
  return cost;
}

/** Levels that arrive where more than is bearable would be missing, the worst first. */
function tooFar(task: ChannelTask, expected: Float64Array): number[] {
  const { arriving, wished } = task;
  const error = (v: number): number => abs(wished[v] - expected[v]);
  return [...arriving.keys()]
    .filter((v) => error(v) > bearable(task))
    .sort((a, b) => error(b) - error(a))
    .map((v) => arriving[v]);
}

const better = (a: Candidate, b: Candidate): Candidate => (b.cost < a.cost ? b : a);

type Rate = (points: CurvePoints) => Candidate;

function descend(start: Candidate, task: ChannelTask, expect: Expectation, rate: Rate): Candidate {
  let best = moveSingly(start, rate);
  for (let before = Infinity; best.cost < before;) {
    before = best.cost;
    for (const level of tooFar(task, expect(best.points)).slice(0, NEW_POINTS)) {
      const grown = withPointAt(best.points, level, task, rate);
      if (grown) best = better(best, moveSingly(grown, rate));
    }
  }
  return best;
}

function moveSingly(start: Candidate, rate: Rate): Candidate {
  let best = start;
  for (let i = 0; i < best.points.length; i++) {
    for (const move of MOVES) {
      for (;;) {
        const moved = shifted(best.points, i, move);
        const candidate = moved && rate(moved);
        if (!candidate || candidate.cost >= best.cost) break;
        best = candidate;
      }
    }
  }
  return best;
}

/** null where the grid and the neighbours leave no room. */
function shifted(points: CurvePoints, index: number, move: CurvePoint): CurvePoints | null {
  const input = points[index].input + move.input;
  const output = points[index].output + move.output;
  const before = points[index - 1]?.input ?? -minInputGap;
  const after = points[index + 1]?.input ?? 255 + minInputGap;
  if (input - before < minInputGap || after - input < minInputGap || output < 0 || output > 255) return null;
  return points.map((point, i) => (i === index ? { input, output } : point));
}

/** One point more near a level. When there are as many as can be, the one that is missed least goes for it. */
function withPointAt(points: CurvePoints, level: number, task: ChannelTask, rate: Rate): Candidate | null {
  const rests =
    points.length < maxPoints
      ? [points]
      : points.slice(1, -1).map((point) => points.filter((other) => other !== point));
  let best: Candidate | null = null;
  for (const rest of rests) {
    for (let shift = -minInputGap; shift <= minInputGap; shift++) {
      const input = min(255, max(0, round(level) + shift));
      if (rest.some((point) => abs(point.input - input) < minInputGap)) continue;
      const point = { input, output: wishedFor(input, task) };
      const candidate = rate([...rest, point].sort((a, b) => a.input - b.input));
      best = best ? better(best, candidate) : candidate;
    }
  }
  return best;
}

/** Whole level that is wished for what arrives nearest to `input`. */
export function wishedFor(input: number, { arriving, wished }: ChannelTask): number {
  let nearest = 0;
  for (let v = 1; v < arriving.length; v++) {
    if (abs(arriving[v] - input) < abs(arriving[nearest] - input)) nearest = v;
  }
  return min(255, max(0, round(wished[nearest])));
}
