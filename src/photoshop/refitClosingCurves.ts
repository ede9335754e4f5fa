/**
 * Closed loop: where the host renders otherwise than predicted, the last Curves layer is fitted anew to what the host
 * really does. The stack is built in a temporary document over a chart; with its last Curves layer straight, the
 * neutrals show what arrives there, and the prediction says what must leave. The curve between them is set, rendered
 * by the host, and corrected by what is still missing, a few times; the best one counts.
 */
import type { ExecutionContext } from 'photoshop';
import {
  IDENTITY_CURVE,
  type AdjustmentStack,
  type CurvePoints,
  type CurvesAdjustment,
} from '../engine/adjustments';
import { curvesTables8 } from '../engine/render/curves';
import { makeAdjustmentLayer, setAdjustment } from './adjustmentLayers';
import { createColorChart, neutralsOf, NEUTRALS } from './colorChart';
import { compareWithPrediction, predict } from './compareWithPrediction';
import { improveKnots, initialKnots, toCurvePoints, type Knot } from './improveKnots';
import {
  noteRendered,
  polishKnots,
  startSearch,
  type Channels,
  type ChannelSearch,
  type NeutralLevels,
} from './polishKnots';
import { readPixels, type HostPixels } from './readPixels';
import { withTemporaryDocument } from './temporaryDocument';

const ROUNDS = 6;
const INITIAL_KNOTS = 9;

const STRAIGHT: CurvesAdjustment = {
  kind: 'curves',
  composite: IDENTITY_CURVE,
  red: IDENTITY_CURVE,
  green: IDENTITY_CURVE,
  blue: IDENTITY_CURVE,
};

/**
 * @returns the Curves that bring the host closest to the prediction, or null when the topmost layer is no Curves at
 * full opacity, or nothing better was found.
 */
export async function refitClosingCurves(
  context: ExecutionContext,
  stack: AdjustmentStack,
  bits: 8 | 16,
  profileName: string,
): Promise<CurvesAdjustment | null> {
  const closing = stack.layers.at(-1);
  if (closing?.adjustment.kind !== 'curves' || closing.opacity !== 100) return null;
  const original = closing.adjustment;
  const chart = createColorChart(bits);
  const predicted = predict([chart], { ...stack, opacity: 100 });
  const wished = neutralsOf(predicted[0]);
  return withTemporaryDocument(context, chart, profileName, async (document) => {
    let closingId = 0;
    for (const layer of stack.layers) closingId = await makeAdjustmentLayer(layer);
    const render = async (curves: CurvesAdjustment): Promise<HostPixels> => {
      await setAdjustment(closingId, curves, closing.name);
      return readPixels({ documentID: document.id, componentSize: bits });
    };
    const rate = (rendered: HostPixels): number => {
      const colors = compareWithPrediction(predicted, [rendered])?.meanLevels ?? Infinity;
      return largestGap(wished, neutralsOf(rendered)) + colors;
    };
    const ratingBefore = rate(await render(original));
    const arriving = neutralsOf(await render(STRAIGHT));
    const renderNeutrals = async (points: Channels<CurvePoints>): Promise<NeutralLevels> =>
      neutralsOf(await render(asCurves(points)));

    const searches = await approach(renderNeutrals, original, arriving, wished);
    await polishKnots(searches, renderNeutrals);
    const [red, green, blue] = searches;
    const refitted = asCurves([red.best, green.best, blue.best]);
    return rate(await render(refitted)) < ratingBefore ? refitted : null;
  });
}

/** From evenly spread knots on the original curves to knots where this host needs them. */
async function approach(
  render: (points: Channels<CurvePoints>) => Promise<NeutralLevels>,
  original: CurvesAdjustment,
  arriving: NeutralLevels,
  wished: NeutralLevels,
): Promise<Channels<ChannelSearch>> {
  const { red, green, blue } = curvesTables8(original);
  let knots: Channels<Knot[]> = [spreadKnots(red), spreadKnots(green), spreadKnots(blue)];
  let points = toPoints(knots);
  let leaving = await render(points);
  const start = (c: 0 | 1 | 2): ChannelSearch => startSearch(arriving[c], wished[c], points[c], leaving[c]);
  const searches: Channels<ChannelSearch> = [start(0), start(1), start(2)];
  for (let round = 0; round < ROUNDS; round++) {
    const improve = (c: 0 | 1 | 2): Knot[] => improveKnots(knots[c], arriving[c], wished[c], leaving[c]);
    knots = [improve(0), improve(1), improve(2)];
    points = toPoints(knots);
    leaving = await render(points);
    searches.forEach((search, c) => noteRendered(search, points[c], leaving[c]));
  }
  return searches;
}

const spreadKnots = (table: Uint8Array): Knot[] => initialKnots(table, INITIAL_KNOTS);
const toPoints = ([red, green, blue]: Channels<Knot[]>): Channels<CurvePoints> => [
  toCurvePoints(red),
  toCurvePoints(green),
  toCurvePoints(blue),
];
const asCurves = ([red, green, blue]: Channels<CurvePoints>): CurvesAdjustment => ({
  kind: 'curves',
  composite: IDENTITY_CURVE,
  red,
  green,
  blue,
});

function largestGap(wished: NeutralLevels, rendered: NeutralLevels): number {
  let largest = 0;
  for (let c = 0; c < 3; c++) {
    for (let v = 0; v < NEUTRALS; v++) largest = Math.max(largest, Math.abs(wished[c][v] - rendered[c][v]));
  }
  return largest;
}
