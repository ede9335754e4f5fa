import type { AdjustmentStack } from '../../src/engine/adjustments';
import { renderStack8 } from '../../src/engine/render/renderStack';
import { createPhotoshopHost } from '../../src/photoshop/createPhotoshopHost';
import { ARITHMETIC_CASES } from '../../src/photoshop/selfTest/arithmeticCases';
import { UserError } from '../../src/engine/userError';
import type { ApplyOptions } from '../../src/photoshop/photoshopHost';
import type { Descriptor } from '../../src/simulator/batchPlay/descriptor';
import type { Simulator } from '../../src/simulator/createSimulator';
import { classicStack } from '../support/classicStack';
import { installSimulator } from '../support/hostModules/installedSimulator';
import { testPicture16, testPicture8 } from '../support/testPicture';

const WIDTH = 60;
const HEIGHT = 40;
const STYLE = '{"format":"filmfit-style","name":"Pörträ “400” <&> 写真"}';

const openPicture = (simulator: Simulator, name = 'digital.jpg', width = WIDTH, height = HEIGHT): number =>
  simulator.openDocument({ name, width, height, pixels: testPicture8(width, height) });

/** For what is tried at every call: rendering is not what these tests are about. */
const openSmallPicture = (simulator: Simulator): number => openPicture(simulator, 'digital.jpg', 12, 9);
const SMALL_AREA = { left: 2, top: 1, right: 9, bottom: 6 };

const options = (documentId: number, overrides: Partial<ApplyOptions> = {}): ApplyOptions => ({
  documentId,
  stack: classicStack(),
  styleText: STYLE,
  existing: 'replace',
  maskFromSelection: false,
  ...overrides,
});

const rgbOf = (simulator: Simulator, id: number): number[] =>
  Array.from(simulator.compositeOf(id).data).filter((_, i) => i % 4 !== 3);

const isMidtones = (to: unknown): to is Descriptor =>
  typeof to === 'object' && to !== null && 'midtoneLevels' in to;

describe('applyStack', () => {
  it('makes a group named after the stock, with the layers from bottom to top, their opacity and a color', async () => {
    const simulator = installSimulator();
    const id = openPicture(simulator);
    const stack: AdjustmentStack = {
      ...classicStack({ opacity: 80 }),
      layers: classicStack().layers.map((layer, i) => ({ ...layer, opacity: 100 - 10 * i })),
    };
    const applied = await createPhotoshopHost().applyStack(options(id, { stack }));
    const [group, background] = simulator.stateOf(id).layers;
    expect(background.background).toBe(true);
    expect(group).toMatchObject({
      id: applied.groupId,
      name: 'Portra 400',
      kind: 'group',
      opacity: 80,
      color: 'orange',
    });
    expect(group.children.map(({ name, opacity }) => [name, opacity])).toEqual([
      ['Finish', 70],
      ['Color cast', 80],
      ['Color', 90],
      ['Tone and white balance', 100],
    ]);
    expect(simulator.undisposedImageData).toBe(0);
  });

  it('shows exactly what the engine predicts, and says so', async () => {
    const simulator = installSimulator();
    const id = openPicture(simulator);
    const { verification } = await createPhotoshopHost().applyStack(options(id));
    expect(verification).toEqual({ verdict: 'verified', maxLevels: 0, meanLevels: 0 });
    const expected = renderStack8(testPicture8(WIDTH, HEIGHT), 3, classicStack());
    expect(rgbOf(simulator, id)).toEqual(Array.from(expected));
  });

  it('is verified on 16-bit documents of any profile', async () => {
    const simulator = installSimulator();
    const id = simulator.openDocument({
      name: 'scan.tif',
      width: WIDTH,
      height: HEIGHT,
      bitsPerChannel: 16,
      profileName: 'My Monitor',
      pixels: testPicture16(WIDTH, HEIGHT),
    });
    const { verification } = await createPhotoshopHost().applyStack(options(id));
    expect(verification.verdict).toBe('verified');
  });

  it('is one entry in the history, and undo gives back every byte', async () => {
    const simulator = installSimulator();
    const id = openPicture(simulator);
    simulator.selectArea(id, { left: 5, top: 5, right: 40, bottom: 30 });
    const before = simulator.snapshot();
    const historyBefore = simulator.historyOf(id).names;
    await createPhotoshopHost().applyStack(options(id));
    expect(simulator.historyOf(id).names).toEqual([...historyBefore, 'Filmfit: Portra 400']);
    expect(simulator.snapshot()).not.toEqual(before);
    simulator.undo(id);
    expect(simulator.snapshot()).toEqual(before);
  });

  it('leaves the document as it was, wherever the user cancels', async () => {
    const simulator = installSimulator();
    const id = openSmallPicture(simulator);
    simulator.selectArea(id, SMALL_AREA);
    const before = simulator.snapshot();
    await createPhotoshopHost().applyStack(options(id, { maskFromSelection: true }));
    const calls = simulator.callsOfLastModal;
    expect(calls).toBeGreaterThan(20);
    simulator.undo(id);
    for (let n = 1; n <= calls; n++) {
      simulator.cancelAtCall(n);
      const applying = createPhotoshopHost().applyStack(options(id, { maskFromSelection: true }));
      await expect(applying).rejects.toMatchObject({ name: 'AbortError' });
      expect(simulator.snapshot()).toEqual(before);
      expect(simulator.undisposedImageData).toBe(0);
      expect(simulator.isModal).toBe(false);
    }
  });

  it('leaves the document as it was, whichever command Photoshop refuses', async () => {
    const simulator = installSimulator();
    const id = openSmallPicture(simulator);
    simulator.selectArea(id, SMALL_AREA);
    const before = simulator.snapshot();
    let commands = 0;
    simulator.refuseCommands(() => {
      commands++;
      return null;
    });
    await createPhotoshopHost().applyStack(options(id));
    simulator.undo(id);
    const total = commands;
    expect(total).toBeGreaterThan(15);
    for (let n = 1; n <= total; n++) {
      let count = 0;
      simulator.refuseCommands(() => (++count === n ? 'out of paint' : null));
      await expect(createPhotoshopHost().applyStack(options(id))).rejects.toMatchObject({
        code: 'host-refused',
        values: { detail: expect.stringContaining('out of paint') },
      });
      expect(simulator.snapshot()).toEqual(before);
    }
  });

  it('keeps the selection, and does not turn it into masks', async () => {
    const simulator = installSimulator();
    const id = openPicture(simulator);
    simulator.selectArea(id, { left: 5, top: 6, right: 40, bottom: 30, coverage: 128 });
    const { selection } = simulator.stateOf(id);
    await createPhotoshopHost().applyStack(options(id));
    expect(simulator.stateOf(id).selection).toEqual(selection);
    expect(simulator.stateOf(id).channels).toEqual([]);
    expect(simulator.layersOf(id).filter(({ mask }) => mask !== null)).toEqual([]);
  });

  it('uses the selection as the mask of the group when asked to, and keeps it too', async () => {
    const simulator = installSimulator();
    const id = openPicture(simulator);
    simulator.selectArea(id, { left: 5, top: 6, right: 40, bottom: 30 });
    const { selection } = simulator.stateOf(id);
    const before = rgbOf(simulator, id);
    const { groupId, verification } = await createPhotoshopHost().applyStack(
      options(id, { maskFromSelection: true }),
    );
    expect(
      simulator
        .layersOf(id)
        .filter(({ mask }) => mask !== null)
        .map((layer) => layer.id),
    ).toEqual([groupId]);
    expect(simulator.stateOf(id).selection).toEqual(selection);
    expect(verification.verdict).toBe('verified');
    const after = rgbOf(simulator, id);
    const outside = 3 * (2 * WIDTH + 50);
    expect(after.slice(outside, outside + 3)).toEqual(before.slice(outside, outside + 3));
    expect(after).not.toEqual(before);
  });

  it('replaces the group of before in its place, or adds another one', async () => {
    const simulator = installSimulator();
    const id = openPicture(simulator);
    const host = createPhotoshopHost();
    const first = await host.applyStack(options(id));
    const pasted = simulator.pasteLayer(id, {
      name: 'Retouch',
      left: 0,
      top: 0,
      width: 4,
      height: 4,
      pixels: new Uint8Array(64).fill(200),
    });
    const second = await host.applyStack(options(id, { stack: classicStack({ name: 'Ektar' }) }));
    const topLevel = (): number[] => simulator.stateOf(id).layers.map((layer) => layer.id);
    expect(topLevel().slice(0, 2)).toEqual([pasted, second.groupId]);
    expect(topLevel()).not.toContain(first.groupId);
    expect(second.verification.verdict).toBe('verified');
    const third = await host.applyStack(options(id, { existing: 'add' }));
    expect(topLevel().slice(0, 3)).toEqual([third.groupId, pasted, second.groupId]);
  });

  it('acts on the document that was asked for and returns to the one that was active', async () => {
    const simulator = installSimulator();
    const target = openPicture(simulator, 'target.jpg');
    const other = openPicture(simulator, 'other.jpg');
    const otherState = simulator.stateOf(other);
    await createPhotoshopHost().applyStack(options(target));
    expect(simulator.stateOf(target).layers).toHaveLength(2);
    expect(simulator.stateOf(other)).toBe(otherState);
    expect(simulator.activeDocumentId).toBe(other);
  });

  it('puts its group on top even when a locked or hidden layer inside a group is active', async () => {
    const simulator = installSimulator();
    const id = openPicture(simulator);
    const host = createPhotoshopHost();
    const { groupId } = await host.applyStack(options(id));
    const inside = simulator.layersOf(id).find(({ name }) => name === 'Color')?.id ?? 0;
    simulator.editLayer(id, inside, { locked: true, visible: false });
    simulator.selectLayers(id, [inside]);
    const added = await host.applyStack(options(id, { existing: 'add' }));
    expect(
      simulator
        .stateOf(id)
        .layers.map((layer) => layer.id)
        .slice(0, 2),
    ).toEqual([added.groupId, groupId]);
    expect(simulator.stateOf(id).layers[1].children).toHaveLength(4);
  });

  it.each([
    ['CMYKColorMode', 8, 'mode-not-rgb'],
    ['labColorMode', 8, 'mode-not-rgb'],
    ['grayscaleMode', 8, 'mode-not-rgb'],
    ['indexedColorMode', 8, 'mode-not-rgb'],
    ['RGBColorMode', 32, 'depth-32'],
  ] as const)('refuses a document of %s with %i bits: %s', async (mode, bitsPerChannel, code) => {
    const simulator = installSimulator();
    const id = simulator.openDocument({
      name: 'odd.psd',
      width: 4,
      height: 4,
      mode,
      bitsPerChannel,
      pixels: new Uint8Array(48),
    });
    const before = simulator.snapshot();
    await expect(createPhotoshopHost().applyStack(options(id))).rejects.toMatchObject({
      code,
      values: { name: 'odd.psd' },
    });
    expect(simulator.snapshot()).toEqual(before);
  });

  it('refuses values that Photoshop cannot hold before anything is touched', async () => {
    const simulator = installSimulator();
    const id = openPicture(simulator);
    const [first, ...rest] = classicStack().layers;
    const broken: AdjustmentStack = {
      ...classicStack(),
      layers: [{ ...first, opacity: NaN }, ...rest],
    };
    const before = simulator.snapshot();
    await expect(createPhotoshopHost().applyStack(options(id, { stack: broken }))).rejects.toMatchObject({
      code: 'adjustment.notANumber',
    });
    expect(simulator.snapshot()).toEqual(before);
    expect(simulator.modalScopes).toEqual([]);
  });

  it('says that the document has been closed', async () => {
    const simulator = installSimulator();
    const id = openPicture(simulator);
    simulator.closeDocument(id);
    await expect(createPhotoshopHost().applyStack(options(id))).rejects.toMatchObject({
      code: 'document-closed',
    });
  });

  it('ends with an error when the document is closed while the layers are made, and can be used again', async () => {
    const simulator = installSimulator();
    const id = openSmallPicture(simulator);
    const other = openSmallPicture(simulator);
    const before = simulator.stateOf(other);
    let commands = 0;
    simulator.refuseCommands(() => {
      if (++commands === 6) simulator.closeDocument(id);
      return null;
    });
    await expect(createPhotoshopHost().applyStack(options(id))).rejects.toBeInstanceOf(UserError);
    simulator.refuseCommands(null);
    expect(simulator.stateOf(other)).toBe(before);
    expect(simulator.isModal).toBe(false);
    await expect(createPhotoshopHost().applyStack(options(other))).resolves.toMatchObject({
      documentId: other,
    });
  });

  it.each([8, 16] as const)('verifies layers of every kind in %i bits', async (bitsPerChannel) => {
    const simulator = installSimulator();
    const id = simulator.openDocument({
      name: 'all',
      width: WIDTH,
      height: HEIGHT,
      bitsPerChannel,
      pixels: bitsPerChannel === 8 ? testPicture8(WIDTH, HEIGHT) : testPicture16(WIDTH, HEIGHT),
    });
    for (const { layer, adjustment } of ARITHMETIC_CASES) {
      const stack = { name: layer, opacity: 100, layers: [{ name: layer, adjustment, opacity: 70 }] };
      const { verification } = await createPhotoshopHost().applyStack(options(id, { stack }));
      expect([layer, verification.verdict]).toEqual([layer, 'verified']);
    }
    expect(simulator.stateOf(id).layers).toHaveLength(2);
  });

  it('says that Photoshop is busy', async () => {
    const simulator = installSimulator();
    const id = openPicture(simulator);
    const release = simulator.beBusy();
    await expect(createPhotoshopHost().applyStack(options(id))).rejects.toMatchObject({ code: 'host-busy' });
    release();
    await expect(createPhotoshopHost().applyStack(options(id))).resolves.toMatchObject({ documentId: id });
  });

  it('is rolled back when Photoshop keeps other values than those that were sent', async () => {
    const simulator = installSimulator();
    const id = openPicture(simulator);
    const before = simulator.snapshot();
    simulator.alterCommands((command) => ({
      ...command,
      ...(isMidtones(command.to) ? { to: { ...command.to, midtoneLevels: [6, 0, -4] } } : {}),
    }));
    await expect(createPhotoshopHost().applyStack(options(id))).rejects.toMatchObject({
      code: 'layer-values-differ',
      values: { name: 'Color cast' },
    });
    expect(simulator.snapshot()).toEqual(before);
  });
});
