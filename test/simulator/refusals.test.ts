/** What Photoshop refuses because of the layer or the document that a command meets. */
import { createSimulator, type Simulator } from '../../src/simulator/createSimulator';
import type { Descriptor } from '../../src/simulator/batchPlay/descriptor';
import { inModal } from '../support/modal';
import { testPicture8 } from '../support/testPicture';

const LAYER = { _ref: 'layer', _enum: 'ordinal', _value: 'targetEnum' };
const MAKE_CURVES = {
  _obj: 'make',
  _target: [{ _ref: 'adjustmentLayer' }],
  using: { _obj: 'adjustmentLayer', type: { _obj: 'curves' } },
};
const INVERT = {
  _obj: 'curves',
  adjustment: [
    {
      _obj: 'curvesAdjustment',
      channel: { _ref: 'channel', _enum: 'channel', _value: 'composite' },
      curve: [
        { _obj: 'point', horizontal: 0, vertical: 255 },
        { _obj: 'point', horizontal: 255, vertical: 0 },
      ],
    },
  ],
};
const setTarget = (to: object): Descriptor => ({ _obj: 'set', _target: [LAYER], to });

const WIDTH = 8;
const HEIGHT = 6;

function open(): { simulator: Simulator; id: number } {
  const simulator = createSimulator();
  const pixels = testPicture8(WIDTH, HEIGHT);
  return { simulator, id: simulator.openDocument({ name: 'a', width: WIDTH, height: HEIGHT, pixels }) };
}

const play = (simulator: Simulator, ...commands: readonly unknown[]): Promise<Descriptor[]> =>
  inModal(simulator, () => simulator.photoshop.action.batchPlay(commands));

/** Plays a command that has to be refused, and change nothing. */
async function expectRefusal(simulator: Simulator, command: unknown): Promise<void> {
  const before = simulator.snapshot();
  const replies = await play(simulator, command);
  expect(replies).toEqual([expect.objectContaining({ _obj: 'error', message: expect.any(String) })]);
  expect(simulator.snapshot()).toEqual(before);
}

describe('the background layer', () => {
  it.each([
    ['takes no other name', setTarget({ _obj: 'layer', name: 'Mine' })],
    ['takes no opacity', setTarget({ _obj: 'layer', opacity: { _unit: 'percentUnit', _value: 50 } })],
    ['goes into no group', { _obj: 'make', _target: [{ _ref: 'layerSection' }], from: LAYER }],
    [
      'takes no mask',
      {
        _obj: 'make',
        new: { _class: 'channel' },
        at: { _ref: 'channel', _enum: 'channel', _value: 'mask' },
        using: { _enum: 'userMaskEnabled', _value: 'revealSelection' },
      },
    ],
  ])('%s', async (_, command) => {
    const { simulator, id } = open();
    simulator.selectArea(id, { left: 1, top: 1, right: 3, bottom: 3 });
    simulator.selectLayers(id, [simulator.stateOf(id).layers[0].id]);
    await expectRefusal(simulator, command);
  });

  it('cannot be moved, and nothing goes below it', async () => {
    const { simulator } = open();
    await play(simulator, MAKE_CURVES);
    await inModal(simulator, async () => {
      const [curves, background] = simulator.photoshop.app.documents[0].layers;
      expect(() => background.move(curves, 'placeBefore')).toThrow('cannot be moved');
      expect(() => curves.move(background, 'placeAfter')).toThrow('below the background');
    });
  });

  it('cannot be deleted while it is the only layer', async () => {
    const { simulator } = open();
    await inModal(simulator, async () => {
      const [background] = simulator.photoshop.app.documents[0].layers;
      expect(() => background.delete()).toThrow('cannot be deleted');
    });
  });
});

describe('a locked layer', () => {
  it.each([
    ['keeps its values', setTarget(INVERT)],
    ['keeps its opacity', setTarget({ _obj: 'layer', opacity: { _unit: 'percentUnit', _value: 50 } })],
  ])('%s', async (_, command) => {
    const { simulator, id } = open();
    await play(simulator, MAKE_CURVES);
    const [{ id: layerId }] = simulator.stateOf(id).layers;
    simulator.editLayer(id, layerId, { locked: true });
    await expectRefusal(simulator, command);
  });

  it('is neither moved nor deleted', async () => {
    const { simulator, id } = open();
    await play(simulator, MAKE_CURVES, MAKE_CURVES);
    simulator.editLayer(id, simulator.stateOf(id).layers[0].id, { locked: true });
    await inModal(simulator, async () => {
      const [top, next] = simulator.photoshop.app.documents[0].layers;
      expect(() => top.delete()).toThrow('cannot be deleted');
      expect(() => top.move(next, 'placeAfter')).toThrow('cannot be moved');
    });
  });
});

describe('a hidden layer', () => {
  it('is not seen, alone or in a hidden group, and can still be changed', async () => {
    const { simulator, id } = open();
    const seen = (): number[] => Array.from(simulator.compositeOf(id).data);
    const before = seen();
    await play(simulator, MAKE_CURVES);
    const [{ id: layerId }] = simulator.stateOf(id).layers;
    simulator.editLayer(id, layerId, { visible: false });
    const [reply] = await play(simulator, setTarget(INVERT));
    expect(reply._obj).toBe('set');
    expect(seen()).toEqual(before);
    simulator.editLayer(id, layerId, { visible: true });
    expect(seen()).not.toEqual(before);
    await play(simulator, { _obj: 'make', _target: [{ _ref: 'layerSection' }], from: LAYER });
    simulator.editLayer(id, simulator.stateOf(id).layers[0].id, { visible: false });
    expect(seen()).toEqual(before);
  });
});

describe('a document', () => {
  it.each([
    ['CMYKColorMode', 8],
    ['labColorMode', 8],
    ['grayscaleMode', 8],
    ['indexedColorMode', 8],
    ['RGBColorMode', 32],
  ] as const)('of %s with %i bits takes no adjustment layer', async (mode, bitsPerChannel) => {
    const simulator = createSimulator();
    const pixels = testPicture8(WIDTH, HEIGHT);
    simulator.openDocument({ name: 'odd', width: WIDTH, height: HEIGHT, mode, bitsPerChannel, pixels });
    await expectRefusal(simulator, MAKE_CURVES);
  });

  it('has to be open, for commands, pixels and the DOM alike', async () => {
    const { simulator, id } = open();
    const [document] = simulator.photoshop.app.documents;
    simulator.closeDocument(id);
    expect(simulator.photoshop.app.activeDocument).toBeNull();
    expect(() => document.layers).toThrow('not open');
    const { imaging } = simulator.photoshop;
    await inModal(simulator, async () => {
      await expect(imaging.getPixels({ documentID: id })).rejects.toThrow('not open');
      await expect(imaging.getPixels({})).rejects.toThrow('no open document');
    });
    await expectRefusal(simulator, MAKE_CURVES);
  });

  it('that is closed in the middle of a modal scope is gone for the rest of it', async () => {
    const { simulator, id } = open();
    await inModal(simulator, async (context) => {
      await context.hostControl.suspendHistory({ documentID: id, name: 'Half' });
      await simulator.photoshop.action.batchPlay([MAKE_CURVES]);
      simulator.closeDocument(id);
      const [reply] = await simulator.photoshop.action.batchPlay([MAKE_CURVES]);
      expect(reply._obj).toBe('error');
    });
    expect(simulator.photoshop.app.documents).toHaveLength(0);
    expect(simulator.isModal).toBe(false);
  });
});
