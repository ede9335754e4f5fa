/** A scanned negative made positive from the panel, on the simulated Photoshop. */
import { createSession } from '../../src/app/session';
import { formatCurrentStyle, parseStyleText } from '../../src/app/styleText';
import { DEFAULT_LAYER_OPTIONS } from '../../src/app/look/layerOptions';
import { createInlineCompute } from '../../src/compute/inlineCompute';
import { guessInversion } from '../../src/engine/negative/guessInversion';
import { neutralLook } from '../../src/engine/look';
import { createPhotoshopHost } from '../../src/photoshop/createPhotoshopHost';
import type { CurrentStyle } from '../../src/app/state';
import { classicStack } from '../support/classicStack';
import { installSimulator } from '../support/hostModules/installedSimulator';
import { negativeScan, sceneColors } from '../support/simulatedNegative';

const SCAN = negativeScan(sceneColors(100, 8));
const INVERSION = { ...guessInversion(SCAN, { kind: 'color' }), origin: 'reference' } as const;
const STYLE: CurrentStyle = {
  fitted: neutralLook('srgb', 'Portra'),
  look: neutralLook('srgb', 'Portra'),
  stack: classicStack(),
  metrics: null,
  projection: null,
  heldOutDeltaE2000: null,
  frame: null,
  inversion: INVERSION,
  origin: 'match',
};

async function open() {
  const simulator = installSimulator();
  const pixels = Uint8Array.from(SCAN.data, (value) => Math.round(255 * value));
  const id = simulator.openDocument({ name: 'roll 7', width: SCAN.width, height: SCAN.height, pixels });
  const session = createSession({ host: createPhotoshopHost(), compute: createInlineCompute() });
  await session.start();
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

  it('keeps its numbers in the style', () => {
    const text = formatCurrentStyle({ style: STYLE, layerOptions: DEFAULT_LAYER_OPTIONS }, '2026-01-01');
    expect(parseStyleText(text, 'a').style.inversion?.gamma[0]).toBeCloseTo(INVERSION.gamma[0], 5);
  });
});
