/**
 * Closed loop: where the host renders otherwise than predicted, the Curves on top of the stack are fitted anew to what
 * the host really does; where the stack ends with another kind, Curves are put on top of it. The stack is built in a
 * temporary document over a chart; with the Curves on top straight, the neutrals show what arrives there, and the
 * prediction says what must leave. The curve between them is set, rendered by the host, and corrected by what is still
 * missing, a few times; the best one counts.
 */
import type { ExecutionContext } from 'photoshop';
import {
  IDENTITY_CURVE,
  type AdjustmentLayer,
  type AdjustmentStack,
  type CurvePoints,
  type CurvesAdjustment,
} from '../engine/adjustments';
import { makeAdjustmentLayer, setAdjustment } from './adjustmentLayers';
import { createColorChart, neutralsOf } from './colorChart';
import { compareWithPrediction, predict } from './compareWithPrediction';
import { expectFrom } from './hostCurve';
import { maxValue, readPixels, type HostPixels } from './readPixels';
import { searchKnots, toleratedLevels, wishedFor, type ChannelTask } from './searchKnots';
import { withTemporaryDocument } from './temporaryDocument';

const MAX_ROUNDS = 8;
/** Rounds without any gain after which the search gives up. */
const ROUNDS_IN_VAIN = 3;
const INITIAL_KNOTS = 9;

type Channels<T> = readonly [red: T, green: T, blue: T];

const STRAIGHT: CurvesAdjustment = {
  kind: 'curves',
  composite: IDENTITY_CURVE,
  red: IDENTITY_CURVE,
  green: IDENTITY_CURVE,
  blue: IDENTITY_CURVE,
};

/** The layer on top whose curves may be fitted, straight where the stack has none; null when there is nothing to fit. */
export function closingCurves({ layers }: AdjustmentStack): AdjustmentLayer | null {
  const top = layers.at(-1);
  if (top?.adjustment.kind === 'curves') return top.opacity === 100 ? top : null;
  // A Color Lookup alone is to be what it is.
  if (!layers.some(({ adjustment }) => adjustment.kind === 'curves')) return null;
  return { name: 'Correction for this Photoshop', opacity: 100, adjustment: STRAIGHT };
}

/**
 * @returns the Curves that bring the host closest to the prediction, or null when there is no layer for them
 * (see `closingCurves`), or nothing better was found.
 */
export async function refitClosingCurves(
  context: ExecutionContext,
  stack: AdjustmentStack,
  bits: 8 | 16,
  profileName: string,
): Promise<CurvesAdjustment | null> {
  const closing = closingCurves(stack);
  if (closing?.adjustment.kind !== 'curves') return null;
  const below = stack.layers.filter((layer) => layer !== closing);
  const original = closing.adjustment;
  const chart = createColorChart(bits);
  const predicted = predict([chart], { ...stack, opacity: 100 });
  const wished = neutralsOf(predicted[0]);
  return withTemporaryDocument(context, chart, profileName, async (document) => {
    let closingId = 0;
    for (const layer of [...below, closing]) closingId = await makeAdjustmentLayer(layer);
    const render = async (curves: CurvesAdjustment): Promise<HostPixels> => {
      await setAdjustment(closingId, curves, closing.name);
      return readPixels({ documentID: document.id, componentSize: bits });
    };
    const rate = (rendered: HostPixels): number => {
      const colors = compareWithPrediction(predicted, [rendered])?.meanLevels ?? Infinity;
      const neutrals = neutralsOf(rendered);
      return Math.max(...eachChannel((c) => largestGap(wished[c], neutrals[c]))) + colors;
    };
    const ratingBefore = rate(await render(original));
    const arriving = neutralsOf(await render(STRAIGHT));
    const step = 255 / maxValue(bits);
    const tasks = eachChannel((c) => taskOf(arriving[c], wished[c], step));
    const points = await searchOnHost(tasks, async (tried) => neutralsOf(await render(asCurves(tried))));
    const refitted = asCurves(points);
    return rate(await render(refitted)) < ratingBefore ? refitted : null;
  });
}

function taskOf(arriving: readonly number[], wished: readonly number[], step: number): ChannelTask {
  const task = { arriving, wished, step };
  return { ...task, toleratedLevels: toleratedLevels(task) };
}

/** The three channels are searched at once, since they do not meet in the layer. */
async function searchOnHost(
  tasks: Channels<ChannelTask>,
  render: (points: Channels<CurvePoints>) => Promise<Channels<readonly number[]>>,
): Promise<Channels<CurvePoints>> {
  let points = eachChannel((c) => spreadPoints(tasks[c]));
  let best = points;
  let smallest: Channels<number> = [Infinity, Infinity, Infinity];
  for (let round = 1, inVain = 0; ; round++) {
    const [tried, bestBefore, smallestBefore] = [points, best, smallest];
    const leaving = await render(tried);
    const gaps = eachChannel((c) => largestGap(tasks[c].wished, leaving[c]));
    const isDone = (c: 0 | 1 | 2): boolean => gaps[c] <= tasks[c].toleratedLevels;
    best = eachChannel((c) => (gaps[c] < smallestBefore[c] ? tried[c] : bestBefore[c]));
    smallest = eachChannel((c) => Math.min(gaps[c], smallestBefore[c]));
    inVain = smallest.some((gap, c) => gap < smallestBefore[c]) ? 0 : inVain + 1;
    if (round > MAX_ROUNDS || inVain >= ROUNDS_IN_VAIN || eachChannel(isDone).every(Boolean)) return best;
    points = eachChannel((c) => {
      if (isDone(c)) return tried[c];
      const expect = expectFrom(tried[c], tasks[c].arriving, leaving[c], tasks[c].step);
      return searchKnots(tried[c], tasks[c], expect, round);
    });
  }
}

const eachChannel = <T>(value: (channel: 0 | 1 | 2) => T): Channels<T> => [value(0), value(1), value(2)];

function spreadPoints(task: ChannelTask): CurvePoints {
  return Array.from({ length: INITIAL_KNOTS }, (_, i) => {
    const input = Math.round((255 * i) / (INITIAL_KNOTS - 1));
    return { input, output: wishedFor(input, task) };
  });
}

const asCurves = ([red, green, blue]: Channels<CurvePoints>): CurvesAdjustment => ({
  kind: 'curves',
  composite: IDENTITY_CURVE,
  red,
  green,
  blue,
});

const largestGap = (wished: readonly number[], rendered: readonly number[]): number =>
  wished.reduce((largest, level, v) => Math.max(largest, Math.abs(level - rendered[v])), 0);
