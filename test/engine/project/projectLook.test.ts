import fc from 'fast-check';
import {
  CURVE_LIMITS,
  DEFAULT_HUE_RANGES,
  IDENTITY_CURVE,
  NO_SHIFT,
  type AdjustmentKind,
  type AdjustmentStack,
  type CurvePoints,
} from '../../../src/engine/adjustments';
import { neutralLook, type Look } from '../../../src/engine/look';
import { curveTable8 } from '../../../src/engine/render/curves';
import { createLookMapper as lookMap } from '../../../src/engine/render/renderLook';
import { createStackMapper } from '../../../src/engine/render/renderStack';
import { validateStack } from '../../../src/engine/render/validateStack';
import { projectLook } from '../../../src/engine/project/projectLook';
import { runToEnd } from '../../../src/engine/task';
import { JND } from '../../support/tolerances';
import { lookFromStack } from './lookFromStack';

const kinds = (stack: AdjustmentStack): AdjustmentKind[] =>
  stack.layers.map((layer) => layer.adjustment.kind);

/** Some of what fitted looks are made of, from a few numbers. */
function lookOf(n: { gamma: number; redEv: number; blueEv: number; hue: number; chroma: number }): Look {
  const neutral = neutralLook('srgb', 'random');
  return {
    ...neutral,
    whiteBalance: { exposureEv: 0, redEv: n.redEv, blueEv: n.blueEv },
    tone: neutral.tone.map((value) => value ** n.gamma),
    hueBands: neutral.hueBands.map((band, i) => ({
      ...band,
      shiftDeg: i % 3 === 0 ? n.hue : 0,
      chroma: n.chroma,
    })),
  };
}

const anyLook = fc
  .record({
    gamma: fc.double({ min: 0.6, max: 1.6, noNaN: true }),
    redEv: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
    blueEv: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
    hue: fc.double({ min: -20, max: 20, noNaN: true }),
    chroma: fc.double({ min: 0, max: 1.5, noNaN: true }),
  })
  .map(lookOf);

const SEED = 20260729;

function curvesOf(stack: AdjustmentStack): CurvePoints[] {
  return stack.layers.flatMap(({ adjustment }) =>
    adjustment.kind === 'curves'
      ? [adjustment.red, adjustment.green, adjustment.blue, adjustment.composite]
      : [],
  );
}

describe('projectLook', () => {
  it('gives the neutral stack for the neutral look', () => {
    const { value, diagnostics } = runToEnd(projectLook(neutralLook('srgb', 'none'), []));
    expect(kinds(value)).toEqual(['curves', 'hueSaturation', 'curves', 'hueSaturation', 'colorBalance']);
    for (const curve of curvesOf(value)) expect(curve).toEqual(IDENTITY_CURVE);
    for (const index of [1, 3]) {
      expect(value.layers[index].adjustment).toEqual({
        kind: 'hueSaturation',
        colorize: false,
        master: NO_SHIFT,
        ranges: DEFAULT_HUE_RANGES,
      });
    }
    expect(value.layers[4].adjustment).toEqual({
      kind: 'colorBalance',
      shadows: [0, 0, 0],
      midtones: [0, 0, 0],
      highlights: [0, 0, 0],
      preserveLuminosity: true,
    });
    expect(diagnostics.palette.max).toBe(0);
  });

  it.each(['classic', 'extended'] as const)('writes what Photoshop can hold (%s)', (stack) => {
    fc.assert(
      fc.property(anyLook, (look) => {
        const { value, diagnostics } = runToEnd(projectLook(look, [], { stack }));
        expect(() => validateStack(value)).not.toThrow();
        expect(Number.isFinite(diagnostics.palette.max)).toBe(true);
        for (const curve of curvesOf(value)) {
          expect(curve.length).toBeLessThanOrEqual(8);
          expect(curve.length).toBeGreaterThanOrEqual(CURVE_LIMITS.minPoints);
          for (let i = 1; i < curve.length; i++) {
            expect(curve[i].input - curve[i - 1].input).toBeGreaterThanOrEqual(CURVE_LIMITS.minInputGap);
          }
          const table = curveTable8(curve);
          for (let level = 1; level < 256; level++)
            expect(table[level]).toBeGreaterThanOrEqual(table[level - 1]);
        }
      }),
      { seed: SEED, numRuns: 2 },
    );
  });

  it('gives the same stack every time', () => {
    const look = lookOf({ gamma: 1.3, redEv: 0.2, blueEv: -0.1, hue: 8, chroma: 1.1 });
    expect(runToEnd(projectLook(look, []))).toEqual(runToEnd(projectLook(look, [])));
  });

  it('finds a stack of its own kinds again through the look baked from it', () => {
    const known: AdjustmentStack = {
      name: 'known',
      opacity: 100,
      layers: [
        {
          name: 'Curves',
          opacity: 100,
          adjustment: {
            kind: 'curves',
            composite: IDENTITY_CURVE,
            red: [
              { input: 0, output: 12 },
              { input: 90, output: 84 },
              { input: 180, output: 196 },
              { input: 255, output: 250 },
            ],
            green: [
              { input: 0, output: 8 },
              { input: 128, output: 130 },
              { input: 255, output: 252 },
            ],
            blue: [
              { input: 0, output: 20 },
              { input: 120, output: 122 },
              { input: 255, output: 238 },
            ],
          },
        },
        {
          name: 'Hue/Saturation',
          opacity: 100,
          adjustment: {
            kind: 'hueSaturation',
            colorize: false,
            master: { hue: 0, saturation: -12, lightness: 0 },
            ranges: {
              ...DEFAULT_HUE_RANGES,
              reds: { ...DEFAULT_HUE_RANGES.reds, hue: 6, saturation: 10 },
              greens: { ...DEFAULT_HUE_RANGES.greens, hue: -14, saturation: -20 },
              blues: { ...DEFAULT_HUE_RANGES.blues, hue: -8, saturation: 5, lightness: -10 },
            },
          },
        },
        {
          name: 'Color Balance',
          opacity: 100,
          adjustment: {
            kind: 'colorBalance',
            shadows: [-6, 0, 4],
            midtones: [8, 0, -6],
            highlights: [2, 0, -5],
            preserveLuminosity: true,
          },
        },
      ],
    };
    const { diagnostics } = runToEnd(projectLook(lookFromStack(known), []));
    expect(diagnostics.palette.mean).toBeLessThan(0.3);
  });

  it('takes all color away for a black-and-white look', () => {
    const look = lookOf({ gamma: 1.2, redEv: 0, blueEv: 0, hue: 0, chroma: 0 });
    const { value, diagnostics } = runToEnd(projectLook(look, []));
    const layer = value.layers[1].adjustment;
    expect(layer.kind === 'hueSaturation' && layer.master.saturation).toBe(-100);
    expect(diagnostics.palette.mean).toBeLessThan(JND);
  });

  it('keeps the gray axis of a look', () => {
    const look = lookOf({ gamma: 1.4, redEv: 0.2, blueEv: -0.2, hue: 10, chroma: 1.2 });
    const { value } = runToEnd(projectLook(look, []));
    const grays = Float32Array.from({ length: 3 * 17 }, (_, i) => Math.floor(i / 3) / 16);
    const wanted = grays.slice();
    const got = grays.slice();
    lookMap(look)(grays, wanted, 17);
    createStackMapper(value)(grays, got, 17);
    for (let i = 0; i < grays.length; i++) expect(Math.abs(got[i] - wanted[i])).toBeLessThan(5 / 255);
  });

  it('holds the whole look in one Color Lookup when asked to be exact', () => {
    const look = lookOf({ gamma: 1.3, redEv: 0.2, blueEv: -0.2, hue: 10, chroma: 1.2 });
    const { value, diagnostics } = runToEnd(projectLook(look, [], { stack: 'exact' }));
    expect(kinds(value)).toEqual(['colorLookup']);
    expect(diagnostics.palette.mean).toBeLessThan(0.2);
  });

  it('measures itself over the colors of the pairs, too', () => {
    const look = lookOf({ gamma: 1.3, redEv: 0.1, blueEv: 0, hue: 0, chroma: 0.8 });
    const digital = Float32Array.from({ length: 300 }, (_, i) => ((i * 37) % 101) / 100);
    const samples = {
      count: 100,
      digital,
      film: digital,
      weight: new Float32Array(100).fill(1),
      position: new Float32Array(200),
      space: 'srgb' as const,
    };
    const { diagnostics } = runToEnd(projectLook(look, [samples]));
    expect(diagnostics.pairs?.mean).toBeLessThan(2 * JND);
    expect(() => runToEnd(projectLook(look, [{ ...samples, space: 'prophoto' }]))).toThrow(RangeError);
  });

  it('pauses often', () => {
    const look = lookOf({ gamma: 1.3, redEv: 0.1, blueEv: 0, hue: 5, chroma: 0.8 });
    let pauses = 0;
    const task = projectLook(look, []);
    while (!task.next().done) pauses++;
    expect(pauses).toBeGreaterThan(50);
  });
});
