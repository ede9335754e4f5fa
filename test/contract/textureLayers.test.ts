/** Grain and halation as pixel layers in the group. */
import { createPhotoshopHost } from '../../src/photoshop/createPhotoshopHost';
import type { ApplyOptions, TextureLayer } from '../../src/photoshop/photoshopHost';
import { renderStack8 } from '../../src/engine/render/renderStack';
import type { Simulator } from '../../src/simulator/createSimulator';
import { classicStack } from '../support/classicStack';
import { installSimulator } from '../support/hostModules/installedSimulator';
import { testPicture16, testPicture8 } from '../support/testPicture';

const WIDTH = 20;
const HEIGHT = 14;

const texture = (fields: Partial<TextureLayer> = {}, value = 0.5): TextureLayer => ({
  name: 'Grain',
  place: 'top',
  blendMode: 'linearLight',
  opacity: 100,
  widthPx: WIDTH,
  heightPx: HEIGHT,
  rows: (top, bottom) => new Float32Array(3 * WIDTH * (bottom - top)).fill(value),
  ...fields,
});

const options = (documentId: number, ...textures: readonly TextureLayer[]): ApplyOptions => ({
  documentId,
  stack: classicStack(),
  styleText: '{}',
  existing: 'replace',
  maskFromSelection: false,
  textures,
});

const open = (simulator: Simulator): number =>
  simulator.openDocument({ name: 'a', width: WIDTH, height: HEIGHT, pixels: testPicture8(WIDTH, HEIGHT) });

const rgbOf = (simulator: Simulator, id: number): number[] =>
  Array.from(simulator.compositeOf(id).data).filter((_, i) => i % 4 !== 3);

const LOOK = Array.from(renderStack8(testPicture8(WIDTH, HEIGHT), 3, classicStack()));

describe('textures', () => {
  it('keep in their metadata what their noise was made from', async () => {
    const simulator = installSimulator();
    const id = open(simulator);
    const glow = texture({ name: 'Halation', place: 'bottom' });
    await createPhotoshopHost().applyStack(options(id, glow, texture({ seed: 0xbeef })));
    const { children } = simulator.stateOf(id).layers[0];
    expect(children[0].xmp).toContain('filmfit:grainSeed="0000beef"');
    expect(children[children.length - 1].xmp).toBeNull();
  });

  it('stand in the group, at the top or the bottom, with their mode and opacity, in the one undo step', async () => {
    const simulator = installSimulator();
    const id = open(simulator);
    const before = simulator.snapshot();
    const applied = await createPhotoshopHost().applyStack(
      options(
        id,
        texture({ name: 'Halation', place: 'bottom', blendMode: 'screen', opacity: 35 }, 0),
        texture({ blendMode: 'softLight', opacity: 60 }),
      ),
    );
    const [group] = simulator.stateOf(id).layers;
    expect(
      group.children.map(({ name, kind, blendMode, opacity }) => [name, kind, blendMode, opacity]),
    ).toEqual([
      ['Grain', 'pixel', 'softLight', 60],
      ['Finish', 'adjustment', 'normal', 100],
      ['Color cast', 'adjustment', 'normal', 100],
      ['Color', 'adjustment', 'normal', 100],
      ['Tone and white balance', 'adjustment', 'normal', 100],
      ['Halation', 'pixel', 'screen', 35],
    ]);
    expect(applied.layerNames.slice(-2)).toEqual(['Halation', 'Grain']);
    expect(applied.verification).toMatchObject({ verdict: 'verified', maxLevels: 0 });
    expect(simulator.historyOf(id).names).toEqual(['Open', 'Filmfit: Portra 400']);
    expect(simulator.undisposedImageData).toBe(0);
    simulator.undo(id);
    expect(simulator.snapshot()).toEqual(before);
  });

  it('change nothing where they are neutral', async () => {
    const simulator = installSimulator();
    const id = open(simulator);
    await createPhotoshopHost().applyStack(options(id, texture({ blendMode: 'softLight' })));
    // Middle gray lies between the codes 127 and 128: a quarter of a level.
    const shown = rgbOf(simulator, id);
    expect(Math.max(...LOOK.map((code, i) => Math.abs(code - shown[i])))).toBeLessThanOrEqual(1);
  });

  it('are asked for in strips that cover the document once, downwards', async () => {
    const simulator = installSimulator();
    const width = 8192;
    const height = 300;
    const id = simulator.openDocument({
      name: 'wide',
      width,
      height,
      pixels: new Uint8Array(3 * width * height),
    });
    const strips: (readonly [number, number])[] = [];
    const rows = (top: number, bottom: number): Float32Array => {
      strips.push([top, bottom]);
      return new Float32Array(3 * width * (bottom - top)).fill(bottom === height ? 1 : 0.25);
    };
    const grain = texture({ widthPx: width, heightPx: height, rows });
    const stack = { name: 'grain', opacity: 100, layers: classicStack().layers.slice(0, 1) };
    await createPhotoshopHost().applyStack({ ...options(id, grain), stack });
    expect(strips).toEqual([
      [0, 128],
      [128, 256],
      [256, 300],
    ]);
    const layer = simulator.layersOf(id).find(({ name }) => name === 'Grain');
    expect(layer?.pixels?.box).toEqual({ left: 0, top: 0, right: width, bottom: height });
    const at = (row: number): number | undefined => layer?.pixels?.data[4 * width * row];
    expect([at(0), at(255), at(256), at(299)]).toEqual([64, 64, 255, 255]);
  });

  it.each([
    [8, 1],
    [16, 32768 / 255],
  ] as const)('add twice their distance from gray in Linear Light, in %i bits', async (bits, step) => {
    const simulator = installSimulator();
    const pixels = bits === 8 ? testPicture8(WIDTH, HEIGHT) : testPicture16(WIDTH, HEIGHT);
    const document = { name: 'a', width: WIDTH, height: HEIGHT, bitsPerChannel: bits, pixels } as const;
    const plain = simulator.openDocument(document);
    await createPhotoshopHost().applyStack(options(plain));
    const without = rgbOf(simulator, plain);
    const grained = simulator.openDocument(document);
    await createPhotoshopHost().applyStack(options(grained, texture({}, 0.5 + 10 / 255)));
    const shown = rgbOf(simulator, grained);
    const white = 255 * step;
    shown.forEach((value, i) => {
      expect(Math.abs(value - Math.min(white, without[i] + 20 * step))).toBeLessThanOrEqual(1.5 * step);
    });
  });

  it('fade out in the tones that Blend If leaves out', async () => {
    const simulator = installSimulator();
    const width = 256;
    const ramp = Uint8Array.from({ length: 3 * width }, (_, i) => Math.floor(i / 3));
    const id = simulator.openDocument({ name: 'ramp', width, height: 1, pixels: ramp });
    const blendIf = { blackFrom: 20, blackTo: 60, whiteFrom: 200, whiteTo: 240 };
    const glow = texture({
      name: 'Glow',
      blendMode: 'linearDodge',
      blendIf,
      widthPx: width,
      heightPx: 1,
      rows: () => new Float32Array(3 * width).fill(20 / 255),
    });
    const stack = { name: 'none', opacity: 100, layers: [{ ...classicStack().layers[0], opacity: 0 }] };
    await createPhotoshopHost().applyStack({ ...options(id, glow), stack });
    const shown = rgbOf(simulator, id);
    const added = (level: number): number => shown[3 * level] - level;
    expect([0, 10, 20, 40, 60, 128, 200, 220, 240].map(added)).toEqual([0, 0, 0, 10, 20, 20, 20, 10, 0]);
  });

  it('of another size than the document are refused before anything is touched', async () => {
    const simulator = installSimulator();
    const id = open(simulator);
    const before = simulator.snapshot();
    await expect(
      createPhotoshopHost().applyStack(options(id, texture({ widthPx: WIDTH + 1 }))),
    ).rejects.toMatchObject({ code: 'texture-size', values: { name: 'a' } });
    expect(simulator.snapshot()).toEqual(before);
    expect(simulator.modalScopes).toEqual([]);
  });

  it('leave the document as it was when one of their commands is refused, or the user cancels', async () => {
    const simulator = installSimulator();
    const id = open(simulator);
    const before = simulator.snapshot();
    const apply = () =>
      createPhotoshopHost().applyStack(options(id, texture({ place: 'bottom', blendMode: 'screen' })));
    simulator.refuseCommands((command) => (JSON.stringify(command).includes('"screen"') ? 'no' : null));
    await expect(apply()).rejects.toMatchObject({ code: 'host-refused' });
    expect(simulator.snapshot()).toEqual(before);
    simulator.refuseCommands(null);
    await apply();
    const calls = simulator.callsOfLastModal;
    simulator.undo(id);
    for (let n = calls - 14; n <= calls; n++) {
      simulator.cancelAtCall(n);
      await expect(apply()).rejects.toMatchObject({ name: 'AbortError' });
      expect(simulator.snapshot()).toEqual(before);
      expect(simulator.undisposedImageData).toBe(0);
    }
  });

  it('are made for the document without the look that they replace', async () => {
    const simulator = installSimulator();
    const id = open(simulator);
    const other = open(simulator);
    const host = createPhotoshopHost();
    const source = { documentId: id, layerId: null };
    const plain = { longEdgePx: 100, profileOfDocumentId: id };
    const untouched = await host.readPicture(source, plain);
    await host.applyStack(options(id));
    const before = simulator.snapshot();
    const without = await host.readPicture(source, { ...plain, withoutReplaced: 'look' });
    expect(without.data).toEqual(untouched.data);
    expect((await host.readPicture(source, plain)).data).not.toEqual(untouched.data);
    expect(simulator.snapshot()).toEqual(before);
    expect(simulator.activeDocumentId).toBe(other);
  });
});
