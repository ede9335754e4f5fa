import { converter } from 'culori';
import { createRgbConverter } from '../../../src/engine/color/convertRgb';
import { createRandom } from '../../support/createRandom';
import { CODE8 } from '../../support/tolerances';

describe('createRgbConverter', () => {
  const MODES = { 'adobe-rgb': 'a98', 'display-p3': 'p3', prophoto: 'prophoto', rec2020: 'rec2020' } as const;

  it.each(Object.entries(MODES))('converts sRGB to %s as culori does', (space, mode) => {
    const random = createRandom(6);
    const source = Float32Array.from({ length: 300 }, random);
    const found = new Float32Array(source.length);
    createRgbConverter('srgb', space as keyof typeof MODES)(source, found, 100);
    const convert = converter(mode);
    // Tables and rounded published matrices: a tenth of an 8-bit code.
    for (let i = 0; i < 300; i += 3) {
      const expected = convert({ mode: 'rgb', r: source[i], g: source[i + 1], b: source[i + 2] });
      expect(Math.abs(found[i] - expected.r)).toBeLessThan(CODE8 / 10);
      expect(Math.abs(found[i + 1] - expected.g)).toBeLessThan(CODE8 / 10);
      expect(Math.abs(found[i + 2] - expected.b)).toBeLessThan(CODE8 / 10);
    }
  });

  it('gives back colors that go there and back inside both gamuts', () => {
    const source = Float32Array.from({ length: 300 }, createRandom(8));
    const there = new Float32Array(source.length);
    createRgbConverter('srgb', 'prophoto')(source, there, 100);
    createRgbConverter('prophoto', 'srgb')(there, there, 100);
    expect(Math.max(...there.map((value, i) => Math.abs(value - source[i])))).toBeLessThan(CODE8 / 20);
  });

  it('copies when both spaces are the same', () => {
    const source = Float32Array.of(0.1, 1.2, -0.3);
    const target = new Float32Array(3);
    createRgbConverter('srgb', 'srgb')(source, target, 1);
    expect(target).toEqual(source);
  });
});
