import fc from 'fast-check';
import { createRgbConverter } from '../../../src/engine/color/convertRgb';
import { RGB_SPACES } from '../../../src/engine/color/rgbSpaces';
import {
  createProfileConverters,
  spaceAround,
  type MatrixProfile,
} from '../../../src/formats/icc/createProfileConverters';
import { FLOAT32 } from '../../support/tolerances';

const gamma22 = (v: number): number => v ** 2.2;
const profileOf = (space: keyof typeof RGB_SPACES, decode = RGB_SPACES[space].decode): MatrixProfile => ({
  matrix: RGB_SPACES[space].toXyzD50,
  curves: [decode, decode, decode],
});
const TABLE_OF_4096_STEPS = 2e-4;
const channel = fc.double({ min: 0, max: 1, noNaN: true });
const color = fc.tuple(channel, channel, channel);

describe('the converters of a matrix profile', () => {
  it('do what the known space does when the profile is one', () => {
    const { toSpace } = createProfileConverters(profileOf('adobe-rgb'), 'prophoto');
    const known = createRgbConverter('adobe-rgb', 'prophoto');
    fc.assert(
      fc.property(color, (rgb) => {
        const source = Float32Array.from(rgb);
        const [found, wanted] = [new Float32Array(3), new Float32Array(3)];
        toSpace(source, found, 1);
        known(source, wanted, 1);
        for (let c = 0; c < 3; c++)
          expect(Math.abs(found[c] - wanted[c])).toBeLessThan(FLOAT32 + TABLE_OF_4096_STEPS);
      }),
      { numRuns: 200, seed: 3 },
    );
  });

  it('give colors back through a space that holds them', () => {
    const { toSpace, fromSpace } = createProfileConverters(profileOf('srgb', gamma22), 'prophoto');
    fc.assert(
      fc.property(color, (rgb) => {
        const source = Float32Array.from(rgb);
        const target = new Float32Array(3);
        toSpace(source, target, 1);
        fromSpace(target, target, 1);
        // Near black a table of linear light has few steps.
        for (let c = 0; c < 3; c++)
          if (source[c] > 0.1) expect(Math.abs(target[c] - source[c])).toBeLessThan(2e-3);
      }),
      { numRuns: 200, seed: 5 },
    );
  });

  it('leave gray gray', () => {
    const { toSpace } = createProfileConverters(profileOf('display-p3', gamma22), 'srgb');
    const gray = Float32Array.of(0.5, 0.5, 0.5);
    toSpace(gray, gray, 1);
    expect(Math.max(...gray) - Math.min(...gray)).toBeLessThan(1e-5);
  });

  it('work in the smallest space around the profile', () => {
    expect(spaceAround(profileOf('srgb', gamma22))).toBe('srgb');
    expect(spaceAround(profileOf('adobe-rgb', gamma22))).toBe('adobe-rgb');
    expect(spaceAround(profileOf('prophoto', gamma22))).toBe('prophoto');
  });
});
