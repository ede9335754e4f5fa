import type { LevelsAdjustment, LevelsChannel } from '../../../src/engine/adjustments';
import { createLevelsMapper, createLevelsMapper8, levelsTable8 } from '../../../src/engine/render/levels';
import { CODE8, FLOAT32 } from '../../support/tolerances';
import { referenceCases } from './photoshopReference';
import { renderedCodes } from './renderedCodes';

const IDENTITY: LevelsChannel = {
  inputBlack: 0,
  inputWhite: 255,
  gamma: 1,
  outputBlack: 0,
  outputWhite: 255,
};
const NO_LEVELS: LevelsAdjustment = {
  kind: 'levels',
  composite: IDENTITY,
  red: IDENTITY,
  green: IDENTITY,
  blue: IDENTITY,
};

describe('Levels', () => {
  it.each(referenceCases<LevelsAdjustment>('levels'))(
    'give the codes of Photoshop ($name)',
    ({ adjustment, input, output }) => {
      expect(renderedCodes(createLevelsMapper8(adjustment), input)).toEqual(output);
    },
  );

  it('leave every code alone by default', () => {
    expect([...levelsTable8(IDENTITY)]).toEqual(Array.from({ length: 256 }, (_, code) => code));
  });

  it('turn the picture into its negative with the output ends exchanged', () => {
    const table = levelsTable8({ ...IDENTITY, outputBlack: 255, outputWhite: 0 });
    expect([...table]).toEqual(Array.from({ length: 256 }, (_, code) => 255 - code));
  });

  it('follow the power law above the deepest shadows', () => {
    for (const gamma of [0.5, 1.3, 2]) {
      const table = levelsTable8({ ...IDENTITY, gamma });
      for (let code = 40; code < 256; code++) {
        expect(table[code]).toBe(Math.floor(255 * (code / 255) ** (1 / gamma) + 0.5));
      }
    }
  });

  it('rise slower than the power law in the deepest shadows: the table of gamma 1.62 begins 0, 3, 6, 9, 12', () => {
    expect([...levelsTable8({ ...IDENTITY, gamma: 1.62 }).subarray(0, 5)]).toEqual([0, 3, 6, 9, 12]);
  });

  it('never fall, whatever the gamma', () => {
    for (let gamma = 0.1; gamma < 10; gamma += 0.07) {
      const table = levelsTable8({ ...IDENTITY, gamma });
      for (let code = 1; code < 256; code++) expect(table[code]).toBeGreaterThanOrEqual(table[code - 1]);
    }
  });

  it('agree without roundings with a single 8-bit table to the rounding between its steps', () => {
    const red = { inputBlack: 20, inputWhite: 230, gamma: 0.8, outputBlack: 10, outputWhite: 240 };
    const table = levelsTable8(red);
    const mapper = createLevelsMapper({ ...NO_LEVELS, red });
    // Half a level from the stretch, times the steepest slope of the gamma (1 / 0.8), and half a level from each of two roundings.
    const tolerance = (0.5 / 0.8 + 1) * CODE8 + FLOAT32;
    for (let code = 0; code < 256; code++) {
      const values = Float32Array.of(code / 255, 0, 0);
      mapper(values, values, 1);
      expect(Math.abs(values[0] - table[code] / 255)).toBeLessThanOrEqual(tolerance);
    }
  });
});
