/**
 * The last levels of a refitted curve: knots are moved by single steps, every fourth one at a time so that their
 * effects do not mix, and a move stays when the neutrals around it come closer to what is wished. Only what the host
 * renders counts. The three channels are searched at once, since they do not meet in the layer.
 */
import { CURVE_LIMITS, type CurvePoint, type CurvePoints } from '../engine/adjustments';

export type Channels<T> = readonly [red: T, green: T, blue: T];

/** For every neutral 0…255, a level a channel. */
export type NeutralLevels = Channels<readonly number[]>;

const TOLERATED_LEVELS = 1;
/** How much more a level beyond what is tolerated counts than one below. */
const EXCESS_WEIGHT = 1000;
const STRIDE = 4;
/** Sweep by sweep: first up and down and wide to the sides, then in single steps. */
const SWEEPS: readonly (readonly CurvePoint[])[] = [
  [
    { input: 0, output: 1 },
    { input: 0, output: -1 },
    { input: 3, output: 0 },
    { input: -3, output: 0 },
  ],
  [
    { input: 0, output: 1 },
    { input: 0, output: -1 },
    { input: 1, output: 0 },
    { input: -1, output: 0 },
    { input: 1, output: 1 },
    { input: -1, output: -1 },
  ],
];

/** Cost of the neutrals that arrive in [from, to]. */
function costOf(
  arriving: readonly number[],
  wished: readonly number[],
  leaving: readonly number[],
  from = 0,
  to = 255,
): number {
  let cost = 0;
  for (let v = 0; v < wished.length; v++) {
    if (arriving[v] < from || arriving[v] > to) continue;
    const error = Math.abs(wished[v] - leaving[v]);
    const excess = Math.max(0, error - TOLERATED_LEVELS);
    cost += error * error + EXCESS_WEIGHT * excess * excess;
  }
  return cost;
}

/** One channel on its way: the knots, what they render, and the best that has been seen. */
export interface ChannelSearch {
  readonly arriving: readonly number[];
  readonly wished: readonly number[];
  points: CurvePoints;
  leaving: readonly number[];
  best: CurvePoints;
  bestCost: number;
}

/** @param leaving what the host renders with `points`. */
export function startSearch(
  arriving: readonly number[],
  wished: readonly number[],
  points: CurvePoints,
  leaving: readonly number[],
): ChannelSearch {
  return { arriving, wished, points, leaving, best: points, bestCost: costOf(arriving, wished, leaving) };
}

/** Takes what the host has rendered with `points`; remembers them when nothing better was seen. */
export function noteRendered(search: ChannelSearch, points: CurvePoints, leaving: readonly number[]): void {
  search.points = points;
  search.leaving = leaving;
  const cost = costOf(search.arriving, search.wished, leaving);
  if (cost < search.bestCost) {
    search.best = points;
    search.bestCost = cost;
  }
}

const isGoodEnough = ({ wished, leaving }: ChannelSearch): boolean =>
  wished.every((level, v) => Math.abs(level - leaving[v]) <= TOLERATED_LEVELS);

/** @param render what the host makes of the neutrals with these curves in the layer. */
export async function polishKnots(
  searches: Channels<ChannelSearch>,
  render: (points: Channels<CurvePoints>) => Promise<NeutralLevels>,
): Promise<void> {
  const renderAll = async (): Promise<void> => {
    const points = triple(searches, ({ points: own }) => own);
    const leaving = await render(points);
    searches.forEach((search, c) => noteRendered(search, points[c], leaving[c]));
  };
  for (const search of searches) search.points = search.best;
  await renderAll();
  for (const moves of SWEEPS) {
    for (const move of moves) {
      for (let phase = 0; phase < STRIDE; phase++) {
        if (searches.every(isGoodEnough)) return;
        const proposed = triple(searches, (search) =>
          isGoodEnough(search) ? search.points : shifted(search.points, move, phase),
        );
        const leaving = await render(proposed);
        searches.forEach((search, c) => keepWhatHelped(search, proposed[c], leaving[c]));
      }
    }
    await renderAll();
  }
}

const triple = <T, U>(values: Channels<T>, map: (value: T, c: number) => U): Channels<U> => [
  map(values[0], 0),
  map(values[1], 1),
  map(values[2], 2),
];

/** Moves every fourth knot from `phase` on, where the grid and the neighbours leave room. */
function shifted(points: CurvePoints, move: CurvePoint, phase: number): CurvePoints {
  return points.map((point, i) => {
    if (i % STRIDE !== phase) return point;
    const input = point.input + move.input;
    const output = point.output + move.output;
    const before = points[i - 1]?.input ?? -Infinity;
    const after = points[i + 1]?.input ?? Infinity;
    const isEnd = i === 0 || i === points.length - 1;
    const fits = input - before >= CURVE_LIMITS.minInputGap && after - input >= CURVE_LIMITS.minInputGap;
    return (isEnd && move.input !== 0) || !fits || output < 0 || output > 255 ? point : { input, output };
  });
}

/** Takes over each move around which the cost has fallen. */
function keepWhatHelped(search: ChannelSearch, proposed: CurvePoints, leaving: readonly number[]): void {
  const { arriving, wished, points } = search;
  if (costOf(arriving, wished, leaving) < search.bestCost) {
    search.best = proposed;
    search.bestCost = costOf(arriving, wished, leaving);
  }
  const merged = [...search.leaving];
  search.points = points.map((point, i) => {
    if (proposed[i] === point) return point;
    const from = i < 2 ? 0 : points[i - 2].input;
    const to = i + 2 >= points.length ? 255 : points[i + 2].input;
    if (costOf(arriving, wished, leaving, from, to) >= costOf(arriving, wished, search.leaving, from, to))
      return point;
    arriving.forEach((level, v) => {
      if (level >= from && level <= to) merged[v] = leaving[v];
    });
    return proposed[i];
  });
  search.leaving = merged;
}
