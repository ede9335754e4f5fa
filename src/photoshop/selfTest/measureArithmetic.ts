/** Every kind of layer over the color chart, as this Photoshop renders it, against the engine's model. */
import type { ExecutionContext } from 'photoshop';
import { makeAdjustmentLayer } from '../adjustmentLayers';
import { createColorChart, NEUTRALS } from '../colorChart';
import { compareWithPrediction, predict } from '../compareWithPrediction';
import { deleteLayer, selectNoLayers } from '../layerGroups';
import { readPixels, type HostPixels } from '../readPixels';
import { withTemporaryDocument } from '../temporaryDocument';
import { ARITHMETIC_CASES } from './arithmeticCases';
import type { Recorder } from './recorder';
import type { ArithmeticRow, ColorDifference } from './selfTestReport';

const WORST_COLORS = 12;

export async function measureArithmetic(
  context: ExecutionContext,
  recorder: Recorder,
): Promise<ArithmeticRow[]> {
  const rows: ArithmeticRow[] = [];
  for (const bits of [8, 16] as const) {
    const chart = createColorChart(bits);
    await withTemporaryDocument(context, chart, '', async (document) => {
      const read = (): Promise<HostPixels> => readPixels({ documentID: document.id, componentSize: bits });
      const unchanged = await read();
      await recorder.check(`${bits}-bit pixels come back as they were put`, () => {
        const difference = compareWithPrediction([chart], [unchanged]);
        if (difference?.maxLevels !== 0)
          throw new Error(`off by ${difference?.maxLevels ?? 'an unknown number of'} levels`);
      });
      for (const { layer, adjustment } of ARITHMETIC_CASES) {
        await recorder.check(`${layer} in ${bits} bits keeps its values`, async () => {
          await selectNoLayers();
          const name = `Filmfit check: ${layer}`;
          const id = await makeAdjustmentLayer({ name, adjustment, opacity: 100 });
          const stack = { name, opacity: 100, layers: [{ name, adjustment, opacity: 100 }] };
          const [predicted] = predict([unchanged], stack);
          const rendered = await read();
          await deleteLayer(id);
          const difference = compareWithPrediction([predicted], [rendered]);
          if (!difference) throw new Error('the picture came back in another size');
          rows.push({
            layer,
            bits,
            exactPercent: exactPercent(predicted, rendered),
            ...rounded(difference),
            neutrals: tableOf(rendered),
            worst: worstColors(unchanged, predicted, rendered),
          });
        });
      }
    });
  }
  return rows;
}

function exactPercent({ data }: HostPixels, rendered: HostPixels): number {
  let exact = 0;
  for (let i = 0; i < data.length; i++) if (data[i] === rendered.data[i]) exact++;
  return Math.round((1e4 * exact) / data.length) / 100;
}

/** The rule behind an unknown can be read off its table; the difference alone would only say that there is one. */
const tableOf = ({ data }: HostPixels): number[][] =>
  [0, 1, 2].map((c) => Array.from({ length: NEUTRALS }, (_, v) => data[3 * v + c]));

function worstColors(before: HostPixels, predicted: HostPixels, rendered: HostPixels): ColorDifference[] {
  const colorOf = ({ data }: HostPixels, p: number): number[] => Array.from(data.subarray(3 * p, 3 * p + 3));
  return Array.from({ length: before.data.length / 3 }, (_, p) => {
    const [expected, found] = [colorOf(predicted, p), colorOf(rendered, p)];
    const error = Math.max(...expected.map((value, c) => Math.abs(value - found[c])));
    return { error, color: colorOf(before, p), predicted: expected, rendered: found };
  })
    .filter(({ error }) => error > 0)
    .sort((a, b) => b.error - a.error)
    .slice(0, WORST_COLORS)
    .map(({ error: _error, ...difference }) => difference);
}

const rounded = ({ maxLevels, meanLevels }: { maxLevels: number; meanLevels: number }) => ({
  meanLevels: Math.round(1e4 * meanLevels) / 1e4,
  maxLevels: Math.round(1e3 * maxLevels) / 1e3,
});
