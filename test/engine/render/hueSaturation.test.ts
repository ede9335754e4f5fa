import { converter } from 'culori';
import fc from 'fast-check';
import {
  DEFAULT_HUE_RANGES,
  NO_SHIFT,
  type HueSaturationAdjustment,
  type HueSaturationShift,
} from '../../../src/engine/adjustments';
import {
  createHueSaturationMapper,
  createHueSaturationMapper8,
} from '../../../src/engine/render/hueSaturation';
import { CODE8, FLOAT32 } from '../../support/tolerances';
import { renderedCodes } from './renderedCodes';
import { referenceCases } from './photoshopReference';

const SEED = 20260122;
const withMaster = (master: Partial<HueSaturationShift>): HueSaturationAdjustment => ({
  kind: 'hueSaturation',
  colorize: false,
  master: { ...NO_SHIFT, ...master },
  ranges: DEFAULT_HUE_RANGES,
});
const code = fc.integer({ min: 0, max: 255 });
const shift = fc.record({
  hue: fc.integer({ min: -180, max: 180 }),
  saturation: fc.integer({ min: -100, max: 100 }),
  lightness: fc.integer({ min: -100, max: 100 }),
});
const anyRanges = fc
  .record({ reds: shift, yellows: shift, greens: shift, cyans: shift, blues: shift, magentas: shift })
  .map((shifts) => ({
    reds: { ...DEFAULT_HUE_RANGES.reds, ...shifts.reds },
    yellows: { ...DEFAULT_HUE_RANGES.yellows, ...shifts.yellows },
    greens: { ...DEFAULT_HUE_RANGES.greens, ...shifts.greens },
    cyans: { ...DEFAULT_HUE_RANGES.cyans, ...shifts.cyans },
    blues: { ...DEFAULT_HUE_RANGES.blues, ...shifts.blues },
    magentas: { ...DEFAULT_HUE_RANGES.magentas, ...shifts.magentas },
  }));

describe('Hue/Saturation in 8 bits', () => {
  it.each(referenceCases<HueSaturationAdjustment>('hueSaturation'))(
    'gives the codes of Photoshop ($name)',
    ({ adjustment, input, output }) => {
      const mapper = createHueSaturationMapper8(adjustment);
      expect(renderedCodes(mapper, input)).toEqual(output);
    },
  );

  it('leaves neutrals neutral, and alone as long as master lightness is 0', () => {
    fc.assert(
      fc.property(shift, anyRanges, code, (master, ranges, gray) => {
        const adjustment = { ...withMaster({ ...master, lightness: 0 }), ranges };
        expect(renderedCodes(createHueSaturationMapper8(adjustment), [[gray, gray, gray]])).toEqual([
          [gray, gray, gray],
        ]);
      }),
      { seed: SEED },
    );
  });

  it('gives white at lightness 100 and black at lightness −100', () => {
    const color = [[12, 200, 99]];
    expect(renderedCodes(createHueSaturationMapper8(withMaster({ lightness: 100 })), color)).toEqual([
      [255, 255, 255],
    ]);
    expect(renderedCodes(createHueSaturationMapper8(withMaster({ lightness: -100 })), color)).toEqual([
      [0, 0, 0],
    ]);
  });

  it('gives the mean of the largest and smallest value at saturation −100', () => {
    const gray = renderedCodes(createHueSaturationMapper8(withMaster({ saturation: -100 })), [[10, 100, 40]]);
    expect(gray).toEqual([[55, 55, 55]]);
  });

  it('does not touch a color outside the range that moves', () => {
    const ranges = { ...DEFAULT_HUE_RANGES, reds: { ...DEFAULT_HUE_RANGES.reds, hue: 90, saturation: 50 } };
    const green = [[0, 255, 0]];
    expect(renderedCodes(createHueSaturationMapper8({ ...withMaster({}), ranges }), green)).toEqual(green);
  });

  it.each(referenceCases<HueSaturationAdjustment>('colorize'))(
    'colorizes within one level of Photoshop ($name)',
    ({ adjustment, input, output }) => {
      const codes = renderedCodes(createHueSaturationMapper8(adjustment), input);
      codes.forEach((color, i) =>
        color.forEach((value, c) => expect(Math.abs(value - output[i][c])).toBeLessThanOrEqual(1)),
      );
    },
  );
});

describe('Hue/Saturation without roundings', () => {
  const render = (adjustment: HueSaturationAdjustment, color: readonly number[]): number[] => {
    const values = Float32Array.from(color);
    createHueSaturationMapper(adjustment)(values, values, 1);
    return [...values];
  };
  // Steps of 1/1000: culori's HSL is not defined for chromas near the smallest numbers.
  const unit = fc.integer({ min: 0, max: 1000 }).map((part) => part / 1000);

  it('turns hues as HSL does (culori)', () => {
    const toHsl = converter('hsl');
    const toRgb = converter('rgb');
    fc.assert(
      fc.property(fc.tuple(unit, unit, unit), fc.integer({ min: -180, max: 180 }), ([r, g, b], hue) => {
        const hsl = toHsl({ mode: 'rgb', r, g, b });
        const turned = toRgb({ ...hsl, h: ((hsl.h ?? 0) + hue + 360) % 360 });
        const ours = render(withMaster({ hue }), [r, g, b]);
        [turned.r, turned.g, turned.b].forEach((value, c) =>
          expect(Math.abs(ours[c] - value)).toBeLessThan(4 * FLOAT32),
        );
      }),
      { seed: SEED },
    );
  });

  it('does nothing with all sliders at 0', () => {
    fc.assert(
      fc.property(fc.tuple(unit, unit, unit), (color) => {
        render(withMaster({}), color).forEach((value, c) =>
          expect(Math.abs(value - color[c])).toBeLessThan(2 * FLOAT32),
        );
      }),
      { seed: SEED },
    );
  });

  it('stays within a few levels of the 8-bit form for moderate sliders', () => {
    // Rounding of chroma, hue code and rebuilding; saturation +50 doubles what rounding did to the chroma.
    const tolerance = 4 * CODE8;
    const moderate = fc.record({
      hue: fc.integer({ min: -60, max: 60 }),
      saturation: fc.integer({ min: -60, max: 50 }),
      lightness: fc.integer({ min: -30, max: 30 }),
    });
    fc.assert(
      fc.property(moderate, fc.tuple(code, code, code), (master, color) => {
        const [exact] = renderedCodes(createHueSaturationMapper8(withMaster(master)), [color]);
        const smooth = render(
          withMaster(master),
          color.map((value) => value / 255),
        );
        smooth.forEach((value, c) => expect(Math.abs(value - exact[c] / 255)).toBeLessThanOrEqual(tolerance));
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
