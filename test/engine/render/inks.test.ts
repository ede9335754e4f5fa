import fc from 'fast-check';
import {
  SELECTIVE_COLOR_NAMES,
  type ChannelMixerAdjustment,
  type InkShift,
  type SelectiveColorAdjustment,
  type SelectiveColorName,
} from '../../../src/engine/adjustments';
import { createChannelMixerMapper, createChannelMixerMapper8 } from '../../../src/engine/render/channelMixer';
import type { Mapper, Mapper8 } from '../../../src/engine/render/mapper';
import {
  createSelectiveColorMapper,
  createSelectiveColorMapper8,
} from '../../../src/engine/render/selectiveColor';
import { CODE8 } from '../../support/tolerances';
import { renderedCodes } from './renderedCodes';

const SEED = 20260122;
const IDENTITY: ChannelMixerAdjustment = {
  kind: 'channelMixer',
  monochrome: false,
  red: { red: 100, green: 0, blue: 0, constant: 0 },
  green: { red: 0, green: 100, blue: 0, constant: 0 },
  blue: { red: 0, green: 0, blue: 100, constant: 0 },
};
const NO_INK: InkShift = { cyan: 0, magenta: 0, yellow: 0, black: 0 };
const inks = (
  colors: Partial<Record<SelectiveColorName, Partial<InkShift>>>,
  method: 'relative' | 'absolute' = 'absolute',
): SelectiveColorAdjustment => ({
  kind: 'selectiveColor',
  method,
  colors: Object.fromEntries(
    SELECTIVE_COLOR_NAMES.map((name) => [name, { ...NO_INK, ...colors[name] }]),
  ) as SelectiveColorAdjustment['colors'],
});
const code = fc.integer({ min: 0, max: 255 });
const color = fc.tuple(code, code, code);
const percent = fc.integer({ min: -100, max: 100 });

function expectForms(mapper: Mapper, mapper8: Mapper8, rgb: readonly number[], tolerance: number): void {
  const smooth = Float32Array.from(rgb, (value) => value / 255);
  mapper(smooth, smooth, 1);
  const [exact] = renderedCodes(mapper8, [rgb]);
  smooth.forEach((value, c) => expect(Math.abs(value - exact[c] / 255)).toBeLessThanOrEqual(tolerance));
}

describe('Channel Mixer', () => {
  it('mixes each channel from the three channels and a constant, in percent', () => {
    const green = { red: 20, green: 70, blue: -10, constant: 4 };
    // 0.2 · 100 + 0.7 · 150 − 0.1 · 200 + 0.04 · 255 = 115.2
    expect(renderedCodes(createChannelMixerMapper8({ ...IDENTITY, green }), [[100, 150, 200]])).toEqual([
      [100, 115, 200],
    ]);
  });

  it('makes all channels from the first row when it is monochrome', () => {
    const adjustment = { ...IDENTITY, monochrome: true, red: { red: 0, green: 100, blue: 0, constant: 0 } };
    expect(renderedCodes(createChannelMixerMapper8(adjustment), [[1, 2, 3]])).toEqual([[2, 2, 2]]);
  });

  it('keeps neutrals when every row sums to 100', () => {
    const adjustment = { ...IDENTITY, red: { red: 130, green: -20, blue: -10, constant: 0 } };
    fc.assert(
      fc.property(code, (gray) => {
        expect(renderedCodes(createChannelMixerMapper8(adjustment), [[gray, gray, gray]])).toEqual([
          [gray, gray, gray],
        ]);
      }),
      { seed: SEED },
    );
  });

  it('is within half a level of its form without roundings', () => {
    const row = fc.record({ red: percent, green: percent, blue: percent, constant: percent });
    fc.assert(
      fc.property(row, color, (red, rgb) => {
        const adjustment = { ...IDENTITY, red };
        expectForms(
          createChannelMixerMapper(adjustment),
          createChannelMixerMapper8(adjustment),
          rgb,
          0.501 * CODE8,
        );
      }),
      { seed: SEED },
    );
  });
});

describe('Selective Color', () => {
  it('does nothing without shifts', () => {
    fc.assert(
      fc.property(color, (rgb) => {
        expect(renderedCodes(createSelectiveColorMapper8(inks({})), [rgb])).toEqual([rgb]);
      }),
      { seed: SEED },
    );
  });

  it('gives the color that Photoshop gives: the one measured with sliders that do something', () => {
    const adjustment = inks({ reds: { cyan: 15, magenta: -14, yellow: 33, black: 6 } });
    expect(renderedCodes(createSelectiveColorMapper8(adjustment), [[255, 124, 0]])).toEqual([[226, 136, 0]]);
  });

  it('takes the named ink out of a pure color: absolute −50 % magenta in reds lifts green by half', () => {
    const result = renderedCodes(createSelectiveColorMapper8(inks({ reds: { magenta: -50 } })), [
      [255, 0, 0],
    ]);
    expect(result).toEqual([[255, 128, 0]]);
  });

  it('scales with the ink that is there when it is relative', () => {
    // A red of (255, 128, 128): the ink of green is 127 / 255, the weight of reds too: 128 + 0.5 · 127 · 127 / 255 = 159.6.
    const adjustment = inks({ reds: { magenta: -50 } }, 'relative');
    expect(renderedCodes(createSelectiveColorMapper8(adjustment), [[255, 128, 128]])).toEqual([
      [255, 160, 128],
    ]);
  });

  it('leaves other groups alone', () => {
    const adjustment = inks({ reds: { cyan: 50, black: 20 }, yellows: { black: 30 }, magentas: { cyan: 9 } });
    expect(renderedCodes(createSelectiveColorMapper8(adjustment), [[0, 255, 255]])).toEqual([[0, 255, 255]]);
  });

  it('shifts middle gray by neutrals alone', () => {
    const adjustment = inks({
      neutrals: { black: 100 },
      whites: { black: 50 },
      blacks: { black: 50 },
      reds: { cyan: 50 },
    });
    const [[red, green, blue]] = renderedCodes(createSelectiveColorMapper8(adjustment), [[127, 127, 127]]);
    expect([red, green, blue]).toEqual([red, red, red]);
    expect(red).toBeLessThan(3);
  });

  it('is within half a level of its form without roundings', () => {
    const ink = fc.record({ cyan: percent, magenta: percent, yellow: percent, black: percent });
    const method = fc.constantFrom('relative' as const, 'absolute' as const);
    fc.assert(
      fc.property(ink, ink, ink, method, color, (reds, cyans, neutrals, how, rgb) => {
        const adjustment = inks({ reds, cyans, neutrals }, how);
        expectForms(
          createSelectiveColorMapper(adjustment),
          createSelectiveColorMapper8(adjustment),
          rgb,
          0.501 * CODE8,
        );
      }),
      { seed: SEED },
    );
  });
});
