/** Commands of the simulated Photoshop: where layers land, what reads back, and what is refused. */
import { createSimulator, type Simulator } from '../../src/simulator/createSimulator';
import type { Descriptor } from '../../src/simulator/batchPlay/descriptor';
import type { SimulatorOptions } from '../../src/simulator/simulatorOptions';
import { encodeBase64 } from '../../src/formats/base64';
import { formatDeviceLink } from '../../src/formats/icc/deviceLink';
import { inModal } from '../support/modal';
import { testPicture8 } from '../support/testPicture';

const TARGET = { _ref: 'adjustmentLayer', _enum: 'ordinal', _value: 'targetEnum' };
const make = (type: object): Descriptor => ({
  _obj: 'make',
  _target: [{ _ref: 'adjustmentLayer' }],
  using: { _obj: 'adjustmentLayer', type },
});
const set = (to: object): Descriptor => ({ _obj: 'set', _target: [TARGET], to });
const GET = {
  _obj: 'get',
  _target: [{ _property: 'adjustment' }, { _ref: 'layer', _enum: 'ordinal', _value: 'targetEnum' }],
};

function open(options: SimulatorOptions = {}): { simulator: Simulator; id: number } {
  const simulator = createSimulator(options);
  const id = simulator.openDocument({ name: 'a', width: 8, height: 6, pixels: testPicture8(8, 6) });
  return { simulator, id };
}

const play = (simulator: Simulator, ...commands: readonly unknown[]): Promise<Descriptor[]> =>
  inModal(simulator, () => simulator.photoshop.action.batchPlay(commands));

const curve = (value: string, ...points: readonly (readonly [number, number])[]) => ({
  _obj: 'curvesAdjustment',
  channel: { _ref: 'channel', _enum: 'channel', _value: value },
  curve: points.map(([horizontal, vertical]) => ({ _obj: 'point', horizontal, vertical })),
});

describe('make adjustmentLayer', () => {
  it('puts the layer above the active one, inside its group', async () => {
    const { simulator, id } = open();
    await play(simulator, make({ _obj: 'curves' }), {
      _obj: 'make',
      _target: [{ _ref: 'layerSection' }],
      from: { _ref: 'layer', _enum: 'ordinal', _value: 'targetEnum' },
    });
    const [group] = simulator.stateOf(id).layers;
    simulator.selectLayers(id, [group.children[0].id]);
    await play(simulator, make({ _obj: 'levels' }));
    expect(simulator.stateOf(id).layers[0].children.map(({ name }) => name)).toEqual([
      'Levels 1',
      'Curves 1',
    ]);
  });

  it('puts the layer on top when no layer is active', async () => {
    const { simulator, id } = open();
    await play(simulator, make({ _obj: 'curves' }));
    simulator.selectLayers(id, []);
    await play(simulator, make({ _obj: 'levels' }));
    expect(simulator.stateOf(id).layers.map(({ name }) => name)).toEqual([
      'Levels 1',
      'Curves 1',
      'Background',
    ]);
  });

  it('acts on the active document and refuses to act on another', async () => {
    const { simulator, id } = open();
    const active = simulator.openDocument({ name: 'b', width: 1, height: 1, pixels: new Uint8Array(3) });
    await play(simulator, make({ _obj: 'curves' }));
    expect(simulator.stateOf(active).layers).toHaveLength(2);
    const [reply] = await play(simulator, {
      ...make({ _obj: 'curves' }),
      _target: [{ _ref: 'adjustmentLayer' }, { _ref: 'document', _id: id }],
    });
    expect(reply._obj).toBe('error');
    expect(simulator.stateOf(id).layers).toHaveLength(1);
  });

  it('turns an active selection into the mask of the layer, and uses it up', async () => {
    const { simulator, id } = open();
    simulator.selectArea(id, { left: 1, top: 1, right: 3, bottom: 3 });
    const { selection } = simulator.stateOf(id);
    await play(simulator, make({ _obj: 'curves' }));
    expect(simulator.stateOf(id).layers[0].mask).toEqual(selection);
    expect(simulator.stateOf(id).selection).toBeNull();
  });

  it.each([
    ['Color Balance with a preset', { _obj: 'colorBalance', presetKind: {} }],
    ['an unknown kind', { _obj: 'magic' }],
  ])('refuses %s, as an item of the answer', async (_, type) => {
    const { simulator, id } = open();
    const replies = await play(simulator, make(type), make({ _obj: 'curves' }));
    expect(replies).toEqual([expect.objectContaining({ _obj: 'error' })]);
    expect(simulator.stateOf(id).layers).toHaveLength(1);
  });

  it('is not available without a document, or in 32 bits', async () => {
    const empty = createSimulator();
    expect((await play(empty, make({ _obj: 'curves' })))[0]._obj).toBe('error');
    empty.openDocument({ name: 'hdr', width: 1, height: 1, bitsPerChannel: 32, pixels: new Uint8Array(3) });
    expect((await play(empty, make({ _obj: 'curves' })))[0]._obj).toBe('error');
  });

  it('ignores values, unless told that this Photoshop takes them', async () => {
    const values = {
      _obj: 'colorBalance',
      shadowLevels: [9, 0, 0],
      midtoneLevels: [0, 0, 0],
      highlightLevels: [0, 0, 0],
    };
    for (const makeTakesValues of [false, true]) {
      const { simulator } = open({ makeTakesValues });
      const replies = await play(simulator, make(values), GET);
      expect(replies[1].adjustment).toEqual([
        expect.objectContaining({ shadowLevels: makeTakesValues ? [9, 0, 0] : [0, 0, 0] }),
      ]);
    }
  });
});

describe('set', () => {
  it('takes green and point, and reads back grain and paint; straight channels are gone', async () => {
    const { simulator } = open();
    const replies = await play(
      simulator,
      make({ _obj: 'curves' }),
      set({
        _obj: 'curves',
        adjustment: [curve('green', [0, 0], [128, 100], [255, 255]), curve('red', [0, 0], [255, 255])],
      }),
      GET,
    );
    expect(replies[2].adjustment).toMatchObject([
      {
        _obj: 'curves',
        adjustment: [
          {
            channel: { _value: 'grain' },
            curve: [{ _obj: 'paint' }, { horizontal: 128 }, { vertical: 255 }],
          },
        ],
      },
    ]);
  });

  it.each([
    [
      'unsorted points',
      [
        [0, 0],
        [128, 100],
        [100, 128],
      ],
    ],
    ['a single point', [[0, 0]]],
    [
      'a point beyond 255',
      [
        [0, 0],
        [300, 255],
      ],
    ],
    [
      'no number',
      [
        [0, NaN],
        [255, 255],
      ],
    ],
    ['more than 19 points', Array.from({ length: 20 }, (_, i) => [12 * i, 12 * i])],
  ])('refuses a curve with %s and keeps the layer', async (_, points) => {
    const { simulator, id } = open();
    await play(simulator, make({ _obj: 'curves' }));
    const before = simulator.snapshot();
    const [reply] = await play(
      simulator,
      set({ _obj: 'curves', adjustment: [curve('red', ...(points as [number, number][]))] }),
    );
    expect(reply._obj).toBe('error');
    expect(simulator.snapshot()).toEqual(before);
    expect(simulator.historyOf(id).names).toHaveLength(2);
  });

  it('refuses values of another kind', async () => {
    const { simulator } = open();
    const replies = await play(simulator, make({ _obj: 'levels' }), set({ _obj: 'curves', adjustment: [] }));
    expect(replies[1]._obj).toBe('error');
  });

  it('makes rows of a channel mixer that are left out zero, and refuses the key green', async () => {
    const { simulator, id } = open();
    const unit = { _unit: 'percentUnit', _value: 100 };
    await play(
      simulator,
      make({ _obj: 'channelMixer' }),
      set({ _obj: 'channelMixer', red: { _obj: 'channelMatrix', red: unit } }),
    );
    const { data } = simulator.compositeOf(id);
    expect(Array.from(data.slice(1, 3))).toEqual([0, 0]);
    const [reply] = await play(simulator, set({ _obj: 'channelMixer', green: { _obj: 'channelMatrix' } }));
    expect(reply._obj).toBe('error');
  });

  it('answers without adjustment when Hue/Saturation changes nothing', async () => {
    const { simulator } = open();
    const nothing = { _obj: 'hueSatAdjustmentV2', hue: 0, saturation: 0, lightness: 0 };
    const replies = await play(
      simulator,
      make({ _obj: 'hueSaturation' }),
      set({ _obj: 'hueSaturation', colorize: false, adjustment: [nothing] }),
      GET,
    );
    expect(replies[2].adjustment).toEqual([expect.not.objectContaining({ adjustment: expect.anything() })]);
  });

  it('answers with more fields in later versions', async () => {
    const { simulator } = open({ hostVersion: '27.4.0' });
    const replies = await play(simulator, make({ _obj: 'curves' }), GET);
    expect(replies[1].adjustment).toEqual([expect.objectContaining({ transferFunction: 0 })]);
  });
});

describe('Color Lookup', () => {
  const inverse = formatDeviceLink(
    {
      size: 2,
      space: 'srgb',
      values: Float32Array.from({ length: 24 }, (_, i) => 1 - ((Math.floor(i / 3) >> (i % 3)) & 1)),
    },
    'inverse',
  );

  const render = async (fields: object): Promise<number[]> => {
    const simulator = createSimulator();
    const id = simulator.openDocument({
      name: 'a',
      width: 1,
      height: 1,
      pixels: Uint8Array.from([10, 100, 200]),
    });
    await play(
      simulator,
      make({ _obj: 'colorLookup' }),
      set({ _obj: 'colorLookup', dither: false, ...fields }),
    );
    return Array.from(simulator.compositeOf(id).data.slice(0, 3));
  };

  it('renders from the device link in the base64 wrapper', async () => {
    expect(await render({ profile: { _rawData: 'base64', _data: encodeBase64(inverse) } })).toEqual([
      245, 155, 55,
    ]);
  });

  it.each([
    ['without a profile', {}],
    ['with a bare buffer', { profile: inverse.buffer }],
    ['with a plain string', { profile: encodeBase64(inverse) }],
    ['with the text of a .cube file only', { LUT3DFileData: { _rawData: 'base64', _data: 'TFVU' } }],
    [
      'with a damaged profile',
      { profile: { _rawData: 'base64', _data: encodeBase64(inverse.slice(0, 300)) } },
    ],
  ])('does nothing %s', async (_, fields) => {
    expect(await render(fields)).toEqual([10, 100, 200]);
  });
});
