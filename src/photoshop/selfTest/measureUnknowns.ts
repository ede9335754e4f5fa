/** Questions about Photoshop that no document answers, each with a small experiment on a temporary document. */
import { action, imaging, type ActionDescriptor, type ExecutionContext, type HostDocument } from 'photoshop';
import { IDENTITY_CURVE, type Adjustment, type CurvePoints } from '../../engine/adjustments';
import { createStackMapper } from '../../engine/render/renderStack';
import { activeLayerId, readAdjustment } from '../adjustmentLayers';
import { createColorChart } from '../colorChart';
import { buildDescriptor, isSameAdjustment } from '../descriptors/descriptorOf';
import { deleteLayer, selectNoLayers } from '../layerGroups';
import { playCommand } from '../playCommand';
import { layerWithId, property, SELECTION } from '../references';
import { maxValue, type HostPixels } from '../readPixels';
import { withTemporaryDocument } from '../temporaryDocument';
import { ARITHMETIC_CASES } from './arithmeticCases';
import type { Recorder } from './recorder';

export async function measureUnknowns(context: ExecutionContext, recorder: Recorder): Promise<void> {
  await withTemporaryDocument(context, createColorChart(8), '', async () => {
    await recorder.measure('makeTakesValues', makeTakesValues);
    await recorder.measure('fractionalCurvePoints', fractionalCurvePoints);
    await recorder.measure('closestCurvePoints', closestCurvePoints);
    await recorder.measure('mostCurvePoints', mostCurvePoints);
    await recorder.measure('greenReadsBackAs', greenReadsBackAs);
    await recorder.measure('colorBalanceTakesPresetKind', colorBalanceTakesPresetKind);
    await recorder.measure('selectionBecomesMask', selectionBecomesMask);
  });
  await withTemporaryDocument(context, oddPicture(), '', async (document) => {
    await recorder.measure('targetSizes', () => targetSizes(document));
  });
  await recorder.measure('engineMillisecondsPerMegapixel', engineSpeed);
}

async function makeBare(type: ActionDescriptor): Promise<number> {
  await selectNoLayers();
  await playCommand({
    _obj: 'make',
    _target: [{ _ref: 'adjustmentLayer' }],
    using: { _obj: 'adjustmentLayer', type },
  });
  return activeLayerId();
}

/** For every kind: whether values that stand in `make` are there afterwards. */
async function makeTakesValues(): Promise<Record<string, boolean | string>> {
  const answers: Record<string, boolean | string> = {};
  for (const kind of new Set(ARITHMETIC_CASES.map(({ adjustment }) => adjustment.kind))) {
    const adjustment = ARITHMETIC_CASES.find((row) => row.adjustment.kind === kind)?.adjustment as Adjustment;
    try {
      const id = await makeBare(buildDescriptor(adjustment));
      answers[kind] = isSameAdjustment(adjustment, await readAdjustment(id, kind));
      await deleteLayer(id);
    } catch (error) {
      answers[kind] = error instanceof Error ? error.message : String(error);
    }
  }
  return answers;
}

/** Sets these points on the red channel of a new layer. @returns what reads back. */
async function redCurveAfter(points: CurvePoints): Promise<CurvePoints> {
  const id = await makeBare({ _obj: 'curves' });
  const adjustment: Adjustment = {
    kind: 'curves',
    composite: IDENTITY_CURVE,
    red: points,
    green: IDENTITY_CURVE,
    blue: IDENTITY_CURVE,
  };
  await playCommand({
    _obj: 'set',
    _target: [{ _ref: 'adjustmentLayer', _id: id }],
    to: buildDescriptor(adjustment),
  });
  const read = await readAdjustment(id, 'curves');
  await deleteLayer(id);
  return read.kind === 'curves' ? read.red : [];
}

const ends = (...between: CurvePoints): CurvePoints => [
  { input: 0, output: 0 },
  ...between,
  { input: 255, output: 255 },
];

const fractionalCurvePoints = (): Promise<CurvePoints> =>
  redCurveAfter(ends({ input: 100.5, output: 90.25 }));

/** How near two points may be: for gaps of 1, 2, 3 and 4 levels, whether both are kept. */
async function closestCurvePoints(): Promise<Record<number, boolean | string>> {
  const answers: Record<number, boolean | string> = {};
  for (const gap of [1, 2, 3, 4]) {
    const points = ends({ input: 100, output: 90 }, { input: 100 + gap, output: 140 });
    try {
      answers[gap] = JSON.stringify(await redCurveAfter(points)) === JSON.stringify(points);
    } catch (error) {
      answers[gap] = error instanceof Error ? error.message : String(error);
    }
  }
  return answers;
}

/** The largest number of points, up to 20, that all come back. */
async function mostCurvePoints(): Promise<number> {
  let most = 0;
  for (const count of [14, 15, 16, 17, 18, 19, 20]) {
    const points = Array.from({ length: count }, (_, i) => {
      const input = Math.round((255 * i) / (count - 1));
      return { input, output: Math.round((input * input) / 255) };
    });
    try {
      if ((await redCurveAfter(points)).length === count) most = count;
    } catch {
      break;
    }
  }
  return most;
}

async function greenReadsBackAs(): Promise<unknown> {
  const id = await makeBare({ _obj: 'curves' });
  const point = (horizontal: number, vertical: number) => ({ _obj: 'paint', horizontal, vertical });
  const channel = { _ref: 'channel', _enum: 'channel', _value: 'green' };
  const curve = [point(0, 0), point(128, 100), point(255, 255)];
  await playCommand({
    _obj: 'set',
    _target: [{ _ref: 'adjustmentLayer', _id: id }],
    to: { _obj: 'curves', adjustment: [{ _obj: 'curvesAdjustment', channel, curve }] },
  });
  const reply = await playCommand({ _obj: 'get', _target: [property('adjustment'), layerWithId(id)] });
  await deleteLayer(id);
  return reply.adjustment;
}

async function colorBalanceTakesPresetKind(): Promise<boolean> {
  const preset = { _enum: 'presetKindType', _value: 'presetKindCustom' };
  await selectNoLayers();
  const [reply] = await action.batchPlay(
    [
      {
        _obj: 'make',
        _target: [{ _ref: 'adjustmentLayer' }],
        using: { _obj: 'adjustmentLayer', type: { _obj: 'colorBalance', presetKind: preset } },
      },
    ],
    {},
  );
  const refused = typeof reply === 'object' && reply !== null && '_obj' in reply && reply._obj === 'error';
  if (!refused) await deleteLayer(await activeLayerId());
  return !refused;
}

async function selectionBecomesMask(): Promise<boolean> {
  const px = (value: number) => ({ _unit: 'pixelsUnit', _value: value });
  await playCommand({
    _obj: 'set',
    _target: [SELECTION],
    to: { _obj: 'rectangle', left: px(2), top: px(2), right: px(9), bottom: px(9) },
  });
  const id = await makeBare({ _obj: 'curves' });
  const reply = await playCommand({ _obj: 'get', _target: [property('hasUserMask'), layerWithId(id)] });
  await deleteLayer(id);
  return reply.hasUserMask === true;
}

/** Sides that are no powers of two. */
const ODD = { width: 637, height: 411 } as const;

function oddPicture(): HostPixels {
  const { width, height } = ODD;
  const max = maxValue(8);
  const data = Uint8Array.from({ length: 3 * width * height }, (_, i) => (i * 7) % (max + 1));
  return { width, height, bits: 8, data };
}

/** What comes back when a smaller picture is asked for: its size, the level of the pyramid, and the box there. */
async function targetSizes(document: HostDocument): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (const width of [636, 500, 319, 318, 200, 160, 101, 64, 33]) {
    const { imageData, sourceBounds, level } = await imaging.getPixels({
      documentID: document.id,
      targetSize: { width },
    });
    rows.push({ asked: width, width: imageData.width, height: imageData.height, level, sourceBounds });
    imageData.dispose();
  }
  return rows;
}

/** Milliseconds that the engine takes for a stack of three layers on a megapixel; tells whether the host compiles JavaScript. */
function engineSpeed(): number {
  const layers = ARITHMETIC_CASES.filter(({ layer }) =>
    ['curves', 'hue/saturation, ranges', 'color balance, luminosity preserved'].includes(layer),
  ).map(({ layer, adjustment }) => ({ name: layer, adjustment, opacity: 100 }));
  const map = createStackMapper({ name: 'speed', opacity: 100, layers });
  const pixels = 1 << 18;
  const values = Float32Array.from({ length: 3 * pixels }, (_, i) => (i % 997) / 996);
  const start = Date.now();
  map(values, values, pixels);
  return Math.round((Date.now() - start) * (1e6 / pixels));
}
