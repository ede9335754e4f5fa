import fc from 'fast-check';
import type { ColorBalanceAdjustment } from '../../../src/engine/adjustments';
import { colorBalanceLevels, createColorBalanceMapper8 } from '../../../src/engine/render/colorBalance';
import { renderedCodes } from './renderedCodes';
import { referenceCases } from './photoshopReference';

const SEED = 20260122;
const slider = fc.integer({ min: -100, max: 100 });
const triple = fc.tuple(slider, slider, slider);
const adjustment = (
  shadows: readonly [number, number, number],
  midtones: readonly [number, number, number],
  highlights: readonly [number, number, number],
  preserveLuminosity: boolean,
): ColorBalanceAdjustment => ({ kind: 'colorBalance', shadows, midtones, highlights, preserveLuminosity });

describe('Color Balance', () => {
  it.each(referenceCases<ColorBalanceAdjustment>('colorBalance'))(
    'gives the codes of Photoshop ($name)',
    ({ adjustment: sliders, input, output }) => {
      expect(renderedCodes(createColorBalanceMapper8(sliders), input)).toEqual(output);
    },
  );

  it('does nothing with equal sliders when it preserves luminosity', () => {
    fc.assert(
      fc.property(slider, slider, slider, (s, m, h) => {
        for (const channel of colorBalanceLevels(adjustment([s, s, s], [m, m, m], [h, h, h], true))) {
          expect(channel).toEqual({
            inputBlack: 0,
            inputWhite: 255,
            gamma: 1,
            outputBlack: 0,
            outputWhite: 255,
          });
        }
      }),
      { seed: SEED },
    );
  });

  it('treats the channels apart: a channel does not depend on the other two', () => {
    fc.assert(
      fc.property(
        triple,
        triple,
        triple,
        fc.boolean(),
        fc.integer({ min: 0, max: 255 }),
        (s, m, h, luminosity, code) => {
          const mapper = createColorBalanceMapper8(adjustment(s, m, h, luminosity));
          const [a, b] = renderedCodes(mapper, [
            [code, 0, 255],
            [code, 200, 7],
          ]);
          expect(a[0]).toBe(b[0]);
        },
      ),
      { seed: SEED },
    );
  });

  it('never turns a brighter code into a darker one', () => {
    fc.assert(
      fc.property(triple, triple, triple, fc.boolean(), (s, m, h, luminosity) => {
        const mapper = createColorBalanceMapper8(adjustment(s, m, h, luminosity));
        const ramp = renderedCodes(
          mapper,
          Array.from({ length: 256 }, (_, code) => [code, code, code]),
        );
        for (let code = 1; code < 256; code++) {
          for (let c = 0; c < 3; c++) expect(ramp[code][c]).toBeGreaterThanOrEqual(ramp[code - 1][c]);
        }
      }),
      { seed: SEED, numRuns: 50 },
    );
  });
});
