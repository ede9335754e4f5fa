/** A scanned negative made positive from the panel, on the simulated Photoshop. */
import { RGB_SPACES } from '../../src/engine/color/rgbSpaces';
import { createSession } from '../../src/app/session';
import { formatCurrentStyle, parseStyleText } from '../../src/app/styleText';
import { DEFAULT_LAYER_OPTIONS } from '../../src/app/look/layerOptions';
import { NO_EDITS } from '../../src/app/look/lookEdits';
import { createInlineCompute } from '../../src/compute/inlineCompute';
import { flattenField } from '../../src/engine/negative/flattenField';
import { guessInversion } from '../../src/engine/negative/guessInversion';
import { neutralLook } from '../../src/engine/look';
import { createPhotoshopHost } from '../../src/photoshop/createPhotoshopHost';
import type { CurrentStyle } from '../../src/app/currentStyle';
import { classicStack } from '../support/classicStack';
import { installSimulator } from '../support/hostModules/installedSimulator';
import { rgbImage, type RgbImage } from '../../src/engine/image/rgbImage';
import { FILM_BASE, negativeScan, sceneColors } from '../support/simulatedNegative';

const SCAN = negativeScan(sceneColors(36, 8));
const INVERSION = { ...guessInversion(SCAN, { kind: 'color' }), origin: 'reference' } as const;
const STYLE: CurrentStyle = {
  fitted: neutralLook('srgb', 'Portra'),
  edits: NO_EDITS,
  look: neutralLook('srgb', 'Portra'),
  stack: classicStack(),
  metrics: null,
  projection: null,
  heldOutDeltaE2000: null,
  frame: null,
  inversion: INVERSION,
  origin: 'match',
};

const codesOf = ({ data }: RgbImage) => Uint8Array.from(data, (value) => Math.round(255 * value));

async function open(scan = SCAN, flat: RgbImage | null = null) {
  const simulator = installSimulator();
  const { width, height } = scan;
  const flatId = flat
    ? simulator.openDocument({ name: 'flat', width: flat.width, height: flat.height, pixels: codesOf(flat) })
    : null;
  const id = simulator.openDocument({ name: 'roll 7', width, height, pixels: codesOf(scan) });
  const session = createSession({ host: createPhotoshopHost(), compute: createInlineCompute() });
  await session.start();
  session.applying.chooseTarget(id);
  session.negatives.chooseFlat(flatId);
  const names = () => simulator.stateOf(id).layers.map(({ name }) => name);
  return { simulator, id, session, names, notice: () => session.store.get().notices.negative };
}

describe('a scanned negative without a digital partner', () => {
  it('becomes positive with the numbers of the roll: one group, one undo step, verified', async () => {
    const { simulator, id, session, notice } = await open();
    session.store.set({ style: STYLE });
    const before = simulator.snapshot();
    await session.negatives.invert();
    expect(notice()).toMatchObject({ tone: 'positive' });
    expect(notice()?.details?.join(' ')).toMatch(/Verified/);
    expect(session.store.get().inverted?.inversion.origin).toBe('reference');
    const [group] = simulator.stateOf(id).layers;
    expect(group.children.map(({ name }) => name)).toEqual(['Print', 'Negative to density']);
    // The rebate, the brightest part of the scan, is the black of the print.
    const { data } = simulator.compositeOf(id);
    const rebate = 4 * (25 * SCAN.width + 60);
    expect(Math.max(...data.slice(rebate, rebate + 3))).toBeLessThan(40);
    simulator.undo(id);
    expect(simulator.snapshot()).toEqual(before);
  });

  it('is recognized by its mask, and said to be a guess when no roll is known', async () => {
    const { session, notice } = await open();
    await session.negatives.invert();
    expect(notice()?.remedy).toMatch(/guess/);
    expect(session.store.get().inverted?.inversion).toMatchObject({ kind: 'color', origin: 'blind' });
  });

  it('is what the user says it is', async () => {
    const { session, names, notice } = await open();
    session.negatives.choose('no');
    await session.negatives.invert();
    expect(notice()?.tone).toBe('negative');
    expect(names()).toEqual(['Background']);
    session.negatives.choose('black-and-white');
    await session.negatives.invert();
    expect(session.store.get().inverted?.inversion.kind).toBe('black-and-white');
  });

  it('is inverted below a look, and inverted anew in its place', async () => {
    const { session, names } = await open();
    session.store.set({ style: STYLE });
    await session.applying.apply();
    await session.negatives.invert();
    await session.negatives.invert();
    expect(names().map((name) => name.replace(/ .*/, ''))).toEqual(['Portra', 'Inversion', 'Background']);
    const { groups } = session.store.get();
    expect(groups.map(({ purpose }) => purpose)).toEqual(['look', 'inversion']);
  });

  it('is lighter when that is asked for, while the numbers of the roll stay', async () => {
    const { simulator, id, session } = await open();
    session.store.set({ style: STYLE });
    const middleOf = () => simulator.compositeOf(id).data[4 * (46 * SCAN.width + 46) + 1];
    await session.negatives.invert();
    const plain = middleOf();
    session.look.changeLayers({ inversionExposure: 100 });
    await session.negatives.invert();
    expect(middleOf()).toBeGreaterThan(plain + 8);
    expect(session.store.get().inverted?.inversion).toEqual(INVERSION);
  });

  it('is refused in another space than the roll, because its densities would be others', async () => {
    const { session, names, notice } = await open();
    session.store.set({ style: { ...STYLE, inversion: { ...INVERSION, space: 'prophoto' } } });
    await session.negatives.invert();
    expect(names()).toEqual(['Background']);
    expect(notice()?.title).toContain('roll 7');
  });

  it('has the base that is selected, and is told when nothing is', async () => {
    const { simulator, id, session, notice } = await open();
    session.negatives.chooseFilmBase('selection');
    await session.negatives.invert();
    expect(notice()?.title).toMatch(/Nothing is selected/);
    simulator.selectArea(id, { left: 18, top: 18, right: 36, bottom: 36 });
    await session.negatives.invert();
    session.store.get().inverted!.inversion.base.forEach((light, c) => {
      expect(Math.abs(light / FILM_BASE[c] - 1)).toBeLessThan(0.03);
    });
  });

  it('is read with the curve that the user knows of the scanner', async () => {
    const { session } = await open();
    session.negatives.chooseCurve('linear');
    session.negatives.choose('color');
    await session.negatives.invert();
    expect(session.store.get().inverted?.inversion.scanGamma).toBe(1);
  });

  it('keeps its numbers in the style', () => {
    const text = formatCurrentStyle({ style: STYLE, layerOptions: DEFAULT_LAYER_OPTIONS }, '2026-01-01');
    expect(parseStyleText(text, 'a').style.inversion?.gamma[0]).toBeCloseTo(INVERSION.gamma[0], 5);
  });
});

describe('a flat frame', () => {
  const { width, height } = SCAN;
  const lightAt = (i: number) => 1 - 0.3 * ((i % width) / width);
  const flat = rgbImage(width, height, 'srgb');
  const uneven = rgbImage(width, height, 'srgb');
  const { encode, decode } = RGB_SPACES.srgb;
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < 3; c++) {
      flat.data[3 * i + c] = encode(0.95 * lightAt(i));
      uneven.data[3 * i + c] = encode(lightAt(i) * decode(SCAN.data[3 * i + c]));
    }
  }

  it('evens the light out in a layer of its own below the inversion, as flattening the scan would', async () => {
    const { simulator, id, session } = await open(uneven, flat);
    await session.negatives.invert();
    const [group] = simulator.stateOf(id).layers;
    expect(group.children.map(({ name }) => name)).toEqual(['Print', 'Negative to density', 'Flat field']);
    for (const layer of group.children.slice(0, 2)) simulator.editLayer(id, layer.id, { visible: false });
    const seen = simulator.compositeOf(id).data;
    const expected = flattenField(uneven, flat, null).data;
    let worst = 0;
    for (let i = 0; i < width * height; i++)
      worst = Math.max(worst, Math.abs(seen[4 * i + 1] - 255 * expected[3 * i + 1]));
    expect(worst).toBeLessThan(3);
  });

  it('is refused when it is framed otherwise', async () => {
    const { session, notice } = await open(SCAN, rgbImage(40, 20, 'srgb'));
    await session.negatives.invert();
    expect(notice()?.title).toMatch(/another shape/);
  });
});
