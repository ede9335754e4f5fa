/** A Photoshop that renders otherwise than our model: it must be noticed, and mended where Curves can mend it. */
import { createPhotoshopHost } from '../../src/photoshop/createPhotoshopHost';
import type { AppliedGroup } from '../../src/photoshop/photoshopHost';
import { rgbImage, type RgbImage } from '../../src/engine/image/rgbImage';
import { measureDifference } from '../../src/engine/metrics/measureDifference';
import { renderStack8 } from '../../src/engine/render/renderStack';
import type { Dialect } from '../../src/simulator/dialect';
import type { Simulator } from '../../src/simulator/createSimulator';
import { classicStack } from '../support/classicStack';
import { installSimulator } from '../support/hostModules/installedSimulator';
import { testPicture8 } from '../support/testPicture';

const COLORS = testPicture8(48, 48);
/** All 256 neutrals. */
const NEUTRALS = Uint8Array.from({ length: 768 }, (_, i) => Math.floor(i / 3));

interface Gap {
  readonly neutralLevels: number;
  readonly meanDeltaE: number;
}

/** How far the host's composite is from the prediction. */
function gapOf(simulator: Simulator, neutralsId: number, colorsId: number): Gap {
  const rendered = (id: number): number[] =>
    Array.from(simulator.compositeOf(id).data).filter((_, i) => i % 4 !== 3);
  const stack = classicStack();
  const neutrals = rendered(neutralsId);
  const wishedNeutrals = renderStack8(NEUTRALS, 3, stack);
  const colors = rendered(colorsId);
  const wishedColors = renderStack8(COLORS, 3, stack);
  const image = (codes: readonly number[]): RgbImage =>
    rgbImage(
      48,
      48,
      'srgb',
      Float32Array.from(codes, (code) => code / 255),
    );
  return {
    neutralLevels: Math.max(...neutrals.map((value, i) => Math.abs(value - wishedNeutrals[i]))),
    meanDeltaE: measureDifference(image(colors), image(Array.from(wishedColors))).mean,
  };
}

/** The same stack on the neutrals and on colors; with a host that shows what the stack alone would have given, too. */
async function applyOn(dialect: Dialect): Promise<{ applied: AppliedGroup; mended: Gap; untouched: Gap }> {
  const simulator = installSimulator({ dialect });
  const neutrals = simulator.openDocument({ name: 'neutrals', width: 16, height: 16, pixels: NEUTRALS });
  const colors = simulator.openDocument({ name: 'colors', width: 48, height: 48, pixels: COLORS });
  const host = createPhotoshopHost();
  const options = {
    stack: classicStack(),
    styleText: '{}',
    existing: 'replace',
    maskFromSelection: false,
  } as const;
  const applied = await host.applyStack({ ...options, documentId: colors });
  await host.applyStack({ ...options, documentId: neutrals });
  const mended = gapOf(simulator, neutrals, colors);
  for (const id of [neutrals, colors]) {
    const closing = simulator.layersOf(id).find(({ name }) => name === 'Finish');
    const reference = await originalClosing();
    simulator.editLayer(id, closing?.id ?? 0, { adjustment: reference });
  }
  return { applied, mended, untouched: gapOf(simulator, neutrals, colors) };
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
  it.each<[string, Dialect]>([
    ['joins curve points by straight lines', { curves: 'linear' }],
    ['joins curve points by another spline', { curves: 'monotone' }],
    ['has another Color Balance', { colorBalance: 'additive' }],
    ['ignores composite curves', { ignored: 'compositeCurve' }],
  ])('brings neutrals back within one level and lowers ΔE where Photoshop %s', async (_, dialect) => {
    const { applied, mended, untouched } = await applyOn(dialect);
    expect(untouched.neutralLevels).toBeGreaterThan(1);
    expect(applied.verification.beforeRefit?.maxLevels).toBeGreaterThan(1);
    process.stdout.write(
      `${JSON.stringify(dialect)}: ${JSON.stringify({ untouched, mended, v: applied.verification })}\n`,
    );
    expect(mended.neutralLevels).toBeLessThanOrEqual(1);
    expect(mended.meanDeltaE).toBeLessThan(untouched.meanDeltaE);
  });

  it('notices a field that Photoshop stores but ignores', async () => {
    const { applied } = await applyOn({ ignored: 'hueRanges' });
    expect(applied.verification.verdict).toBe('differs');
    expect(applied.verification.maxLevels).toBeGreaterThan(1);
  });

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
    const simulator = installSimulator({ dialect: { curves: 'linear' } });
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
