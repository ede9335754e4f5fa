/** A Photoshop that renders otherwise than our model: it must be noticed, and mended where Curves can mend it. */
import { createPhotoshopHost } from '../../src/photoshop/createPhotoshopHost';
import type { AdjustmentStack } from '../../src/engine/adjustments';
import type { AppliedGroup } from '../../src/photoshop/photoshopHost';
import { rgbImage, type RgbImage } from '../../src/engine/image/rgbImage';
import { measureDifference } from '../../src/engine/metrics/measureDifference';
import { renderStack, renderStack8 } from '../../src/engine/render/renderStack';
import type { Dialect } from '../../src/simulator/dialect';
import type { Simulator } from '../../src/simulator/createSimulator';
import { classicStack } from '../support/classicStack';
import { installSimulator } from '../support/hostModules/installedSimulator';
import { testPicture8 } from '../support/testPicture';

const COLORS = testPicture8(48, 48);
const WIDTH = 32;
/** All 256 neutrals. */
const NEUTRALS = Uint8Array.from({ length: 768 }, (_, i) => Math.floor(i / 3));
const CODES = Uint8Array.from([...NEUTRALS, ...COLORS]);

interface Gap {
  /** Largest difference on the 256 neutrals, in levels. */
  readonly neutralLevels: number;
  /** On 2304 colors. */
  readonly meanDeltaE: number;
}

type Bits = 8 | 16;

/** Eighth parts of a 16-bit step are noise of single precision. */
const toLevels = (difference: number): number => (255 * Math.round(difference * 8 * 32768)) / (8 * 32768);

const unit = (codes: Uint8Array): Float32Array => Float32Array.from(codes, (code) => code / 255);

/** What the host shows, in [0, 1]. */
function rendered(simulator: Simulator, id: number): Float32Array {
  const { data } = simulator.compositeOf(id);
  const max = data instanceof Uint8Array ? 255 : 32768;
  return Float32Array.from(
    data.filter((_, i) => i % 4 !== 3),
    (value) => value / max,
  );
}

function predicted(codes: Uint8Array, bits: Bits): Float32Array {
  if (bits === 8) return unit(renderStack8(codes, 3, classicStack()));
  return renderStack(rgbImage(codes.length / 3, 1, 'srgb', unit(codes)), classicStack()).data;
}

/** How far the host's composite is from the prediction. */
function gapOf(simulator: Simulator, id: number, bits: Bits): Gap {
  const shown = rendered(simulator, id);
  const wished = predicted(CODES, bits);
  const split = NEUTRALS.length;
  const errors = Array.from(shown.slice(0, split), (value, i) => toLevels(Math.abs(value - wished[i])));
  const colors = (data: Float32Array): RgbImage =>
    rgbImage((data.length - split) / 3, 1, 'srgb', data.slice(split));
  return {
    neutralLevels: Math.max(...errors),
    meanDeltaE: measureDifference(colors(shown), colors(wished)).mean,
  };
}

const asFile = (codes: Uint8Array, bits: Bits): Uint8Array | Uint16Array =>
  bits === 8 ? codes : Uint16Array.from(codes, (code) => code * 257);

/** The stack applied to all neutrals and to colors: how far the host is off now, and how far it would be without mending. */
async function applyOn(
  dialect: Dialect,
  bits: Bits = 8,
): Promise<{ applied: AppliedGroup; mended: Gap; untouched: Gap }> {
  const simulator = installSimulator({ dialect });
  const documentId = simulator.openDocument({
    name: 'neutrals and colors',
    width: WIDTH,
    height: CODES.length / 3 / WIDTH,
    bitsPerChannel: bits,
    pixels: asFile(CODES, bits),
  });
  const applied = await createPhotoshopHost().applyStack({
    documentId,
    stack: classicStack(),
    styleText: '{}',
    existing: 'replace',
    maskFromSelection: false,
  });
  const mended = gapOf(simulator, documentId, bits);
  const closing = simulator.layersOf(documentId).find(({ name }) => name === 'Finish');
  simulator.editLayer(documentId, closing?.id ?? 0, { adjustment: await originalClosing() });
  return { applied, mended, untouched: gapOf(simulator, documentId, bits) };
}

/** The classic stack with master lightness and half a closing layer (which is then not refitted): no field is without effect. */
function stackOfEveryField(): AdjustmentStack {
  const [tone, color, cast, closing] = classicStack().layers;
  if (color.adjustment.kind !== 'hueSaturation') throw new TypeError('The second layer is Hue/Saturation.');
  const { master } = color.adjustment;
  const brighter = { ...color.adjustment, master: { ...master, lightness: 12 } };
  return classicStack({
    layers: [tone, { ...color, adjustment: brighter }, cast, { ...closing, opacity: 60 }],
  });
}

/** What the closing layer holds on a host that needs no mending. */
async function originalClosing() {
  const { createSimulator } = await import('../../src/simulator/createSimulator');
  const { DESCRIPTORS } = await import('../../src/photoshop/descriptors/descriptorOf');
  const simulator = createSimulator();
  const id = simulator.openDocument({ name: 'one', width: 1, height: 1, pixels: new Uint8Array(3) });
  const closing = classicStack().layers[3].adjustment;
  if (closing.kind !== 'curves') throw new TypeError('The classic stack ends with Curves.');
  await simulator.photoshop.core.executeAsModal(
    () =>
      simulator.photoshop.action.batchPlay([
        {
          _obj: 'make',
          _target: [{ _ref: 'adjustmentLayer' }],
          using: { _obj: 'adjustmentLayer', type: { _obj: 'curves' } },
        },
        {
          _obj: 'set',
          _target: [{ _ref: 'adjustmentLayer', _enum: 'ordinal', _value: 'targetEnum' }],
          to: DESCRIPTORS.curves.build(closing),
        },
      ]),
    { commandName: 'reference' },
  );
  return simulator.stateOf(id).layers[0].adjustment;
}

describe('the closed loop', () => {
  const MENDABLE: readonly (readonly [string, Dialect])[] = [
    ['joins curve points by straight lines', { curves: 'linear' }],
    ['joins curve points by a monotone cubic', { curves: 'monotone' }],
    ['joins curve points by a spline that the search knows nothing of', { curves: 'catmullRom' }],
    ['has another Color Balance', { colorBalance: 'additive' }],
  ];

  describe.each([8, 16] as const)('in %i bits', (bits) => {
    it.each(MENDABLE)('brings all neutrals back within one level where Photoshop %s', async (_, dialect) => {
      const { applied, mended, untouched } = await applyOn(dialect, bits);
      expect(untouched.neutralLevels).toBeGreaterThan(1.5);
      expect(applied.verification.beforeRefit?.maxLevels).toBeGreaterThan(1.5);
      expect(mended.neutralLevels).toBeLessThanOrEqual(1);
      expect(mended.meanDeltaE).toBeLessThan(untouched.meanDeltaE);
    });
  });

  it('puts Curves on top, in the group, where the stack ends with another kind', async () => {
    const simulator = installSimulator({ dialect: { colorBalance: 'additive' } });
    const documentId = simulator.openDocument({
      name: 'neutrals and colors',
      width: WIDTH,
      height: CODES.length / 3 / WIDTH,
      pixels: CODES,
    });
    const { layers } = classicStack();
    const { layerNames, verification } = await createPhotoshopHost().applyStack({
      documentId,
      stack: classicStack({ layers: [layers[0], layers[1], layers[3], layers[2]] }),
      styleText: '{}',
      existing: 'replace',
      maskFromSelection: false,
    });
    expect(layerNames.at(-1)).toBe('Correction for this Photoshop');
    const [group, top, below] = simulator.layersOf(documentId);
    expect([group.kind, top.name, below.name]).toEqual([
      'group',
      'Correction for this Photoshop',
      'Color cast',
    ]);
    expect(verification.beforeRefit?.maxLevels).toBeGreaterThan(1.5);
    expect(verification.meanLevels).toBeLessThan(verification.beforeRefit?.meanLevels ?? 0);
  });

  it.each(['hueRanges', 'lightness', 'compositeCurve', 'layerOpacity'] as const)(
    'notices that Photoshop stores %s but ignores it',
    async (ignored) => {
      const simulator = installSimulator({ dialect: { ignored } });
      const documentId = simulator.openDocument({ name: 'colors', width: 48, height: 48, pixels: COLORS });
      const { verification } = await createPhotoshopHost().applyStack({
        documentId,
        stack: stackOfEveryField(),
        styleText: '{}',
        existing: 'replace',
        maskFromSelection: false,
      });
      expect(verification.verdict).toBe('differs');
      expect(verification.maxLevels).toBeGreaterThan(1);
    },
  );

  it('takes roundings of one level for what they are', async () => {
    const simulator = installSimulator({ dialect: { rounding: 'plusMinusOne' } });
    const documentId = simulator.openDocument({ name: 'colors', width: 48, height: 48, pixels: COLORS });
    const stack = classicStack();
    const { verification } = await createPhotoshopHost().applyStack({
      documentId,
      stack: { ...stack, layers: stack.layers.slice(3) },
      styleText: '{}',
      existing: 'replace',
      maskFromSelection: false,
    });
    expect(verification).toMatchObject({ verdict: 'verified', maxLevels: 1 });
  });

  it('leaves no temporary document, and one entry in the history', async () => {
    const simulator = installSimulator({ dialect: { colorBalance: 'additive' } });
    const documentId = simulator.openDocument({ name: 'colors', width: 48, height: 48, pixels: COLORS });
    const before = simulator.snapshot();
    await createPhotoshopHost().applyStack({
      documentId,
      stack: classicStack(),
      styleText: '{}',
      existing: 'replace',
      maskFromSelection: false,
    });
    expect(simulator.activeDocumentId).toBe(documentId);
    expect(simulator.historyOf(documentId).names).toEqual(['Open', 'Filmfit: Portra 400']);
    simulator.undo(documentId);
    expect(simulator.snapshot()).toEqual(before);
    expect(simulator.undisposedImageData).toBe(0);
  });

  it('leaves everything as it was when the user cancels while the curve is searched', async () => {
    const simulator = installSimulator({ dialect: { colorBalance: 'additive' } });
    const documentId = simulator.openDocument({ name: 'colors', width: 48, height: 48, pixels: COLORS });
    const before = simulator.snapshot();
    const apply = (): Promise<AppliedGroup> =>
      createPhotoshopHost().applyStack({
        documentId,
        stack: classicStack(),
        styleText: '{}',
        existing: 'replace',
        maskFromSelection: false,
      });
    await apply();
    const calls = simulator.callsOfLastModal;
    simulator.undo(documentId);
    for (let n = Math.floor(calls / 4); n <= calls; n += 3) {
      simulator.cancelAtCall(n);
      await expect(apply()).rejects.toMatchObject({ name: 'AbortError' });
      expect(simulator.snapshot()).toEqual(before);
      expect(simulator.undisposedImageData).toBe(0);
    }
  });

  it('rolls everything back when that was asked for and the difference stays', async () => {
    const simulator = installSimulator({ dialect: { ignored: 'hueRanges' } });
    const documentId = simulator.openDocument({ name: 'colors', width: 48, height: 48, pixels: COLORS });
    const before = simulator.snapshot();
    const applying = createPhotoshopHost().applyStack({
      documentId,
      stack: classicStack(),
      styleText: '{}',
      existing: 'replace',
      maskFromSelection: false,
      ifDifferent: 'rollBack',
    });
    await expect(applying).rejects.toMatchObject({ code: 'apply-differs' });
    expect(simulator.snapshot()).toEqual(before);
  });
});
