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
import { compareWithPrediction, createPrediction } from './compareWithPrediction';
import { fitKnots } from './fitKnots';
import { readPixels, type HostPixels } from './readPixels';
import { withTemporaryDocument } from './temporaryDocument';

const ROUNDS = 5;

const STRAIGHT: CurvesAdjustment = {
  kind: 'curves',
  composite: IDENTITY_CURVE,
  red: IDENTITY_CURVE,
  green: IDENTITY_CURVE,
  blue: IDENTITY_CURVE,
};

type Channels<T> = readonly [red: T, green: T, blue: T];

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
  const full = { ...stack, opacity: 100 };
  const wished = neutralsOf(createPrediction(full)(chart));
  return withTemporaryDocument(context, chart, profileName, async (document) => {
    let closingId = 0;
    for (const layer of stack.layers) closingId = await makeAdjustmentLayer(layer);
    const render = async (curves: CurvesAdjustment): Promise<HostPixels> => {
      await setAdjustment(closingId, curves, closing.name);
      return readPixels({ documentID: document.id, componentSize: bits });
    };
    const rate = (rendered: HostPixels): number => {
      const colors = compareWithPrediction([chart], [rendered], full)?.meanLevels ?? Infinity;
      return largestGap(wished, neutralsOf(rendered)) + colors;
    };
    const initial = rate(await render(original));
    const arriving = neutralsOf(await render(STRAIGHT));
    const tables = wishedTables(original, arriving, wished);
    let best: CurvesAdjustment | null = null;
    let bestRating = initial;
    for (let round = 0; round < ROUNDS; round++) {
      const [red, green, blue] = tables.map(fitKnots) as unknown as Channels<CurvePoints>;
      const candidate: CurvesAdjustment = { kind: 'curves', composite: IDENTITY_CURVE, red, green, blue };
      const rendered = await render(candidate);
      const rating = rate(rendered);
      if (rating < bestRating) {
        best = candidate;
        bestRating = rating;
      }
      correctTables(tables, arriving, wished, neutralsOf(rendered));
    }
    return best;
  });
}

function largestGap(wished: Channels<number[]>, rendered: Channels<number[]>): number {
  let largest = 0;
  for (let c = 0; c < 3; c++) {
    for (let v = 0; v < NEUTRALS; v++) largest = Math.max(largest, Math.abs(wished[c][v] - rendered[c][v]));
  }
  return largest;
}

/** What each level that arrives at the layer should turn into. */
function wishedTables(
  original: CurvesAdjustment,
  arriving: Channels<number[]>,
  wished: Channels<number[]>,
): Channels<Float64Array> {
  const { red, green, blue } = curvesTables8(original);
  return [red, green, blue].map((table, c) => {
    const offsets = spread(arriving[c], (v) => wished[c][v] - table[Math.round(arriving[c][v])]);
    return Float64Array.from(table, (output, level) => output + offsets[level]);
  }) as unknown as Channels<Float64Array>;
}

function correctTables(
  tables: Channels<Float64Array>,
  arriving: Channels<number[]>,
  wished: Channels<number[]>,
  rendered: Channels<number[]>,
): void {
  for (let c = 0; c < 3; c++) {
    const missing = spread(arriving[c], (v) => wished[c][v] - rendered[c][v]);
    for (let level = 0; level < 256; level++) tables[c][level] += missing[level];
  }
}

/** Values known at the levels that neutrals arrive at: averaged there, interpolated between, continued beyond. */
function spread(levels: readonly number[], valueAt: (v: number) => number): Float64Array {
  const sums = new Float64Array(256);
  const counts = new Float64Array(256);
  levels.forEach((level, v) => {
    const at = Math.min(255, Math.max(0, Math.round(level)));
    sums[at] += valueAt(v);
    counts[at]++;
  });
  const known = Array.from(counts.keys()).filter((level) => counts[level] > 0);
  const result = new Float64Array(256);
  for (let level = 0, next = 0; level < 256; level++) {
    while (next < known.length && known[next] < level) next++;
    const after = known[Math.min(next, known.length - 1)];
    const before = known[Math.max(0, known[next] === level ? next : next - 1)];
    const share = after > before ? (level - before) / (after - before) : 0;
    const clipped = Math.min(1, Math.max(0, share));
    result[level] = (1 - clipped) * (sums[before] / counts[before]) + clipped * (sums[after] / counts[after]);
  }
  return result;
}
