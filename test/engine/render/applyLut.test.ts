import fc from 'fast-check';
import { rgbImage } from '../../../src/engine/image/rgbImage';
import { applyLut } from '../../../src/engine/render/applyLut';
import type { Lut3d } from '../../../src/engine/render/lut3d';
import { FLOAT32 } from '../../support/tolerances';

const SEED = 20260122;

function lutOf(size: number, color: (r: number, g: number, b: number) => readonly number[]): Lut3d {
  const values = new Float32Array(3 * size ** 3);
  for (let i = 0; i < size ** 3; i++) {
    const at = (axis: number): number => (Math.floor(i / size ** axis) % size) / (size - 1);
    values.set(color(at(0), at(1), at(2)), 3 * i);
  }
  return { size, values, space: 'srgb' };
}

const lookUp = (lut: Lut3d, color: readonly number[]): number[] => [
  ...applyLut(rgbImage(1, 1, 'srgb', Float32Array.from(color)), lut).data,
];

const unit = fc.float({ min: 0, max: 1, noNaN: true });
const color = fc.tuple(unit, unit, unit);

describe('a 3D table', () => {
  it('keeps red, green and blue apart: red varies fastest', () => {
    const lut = lutOf(2, (r, g, b) => [r / 2, g / 4, b / 8]);
    lookUp(lut, [1, 1, 1]).forEach((value, c) => expect(value).toBeCloseTo([0.5, 0.25, 0.125][c], 6));
    expect(lookUp(lut, [1, 0, 0])).toEqual([0.5, 0, 0]);
  });

  it('reproduces every affine map exactly, whatever its size', () => {
    const affine = (r: number, g: number, b: number): number[] => [
      0.1 + 0.5 * r + 0.2 * g - 0.1 * b,
      0.3 * r + 0.4 * g + 0.2 * b,
      0.8 - 0.6 * b,
    ];
    const luts = [2, 5, 33].map((size) => lutOf(size, affine));
    fc.assert(
      fc.property(color, ([r, g, b]) => {
        for (const lut of luts) {
          lookUp(lut, [r, g, b]).forEach((value, c) =>
            expect(Math.abs(value - affine(r, g, b)[c])).toBeLessThan(4 * FLOAT32),
          );
        }
      }),
      { seed: SEED },
    );
  });

  it('is tetrahedral: the product of the three axes is their minimum inside one cell', () => {
    // The corner (1, 1, 1) alone is 1: along the diagonal tetrahedra its weight is the smallest fraction, and trilinear
    // interpolation would give the product instead.
    const lut = lutOf(2, (r, g, b) => [r * g * b, 0, 0]);
    fc.assert(
      fc.property(color, ([r, g, b]) => {
        expect(Math.abs(lookUp(lut, [r, g, b])[0] - Math.min(r, g, b))).toBeLessThan(2 * FLOAT32);
      }),
      { seed: SEED },
    );
  });

  it('clips values outside [0, 1] before it looks them up', () => {
    const lut = lutOf(3, (r, g, b) => [r, g, b]);
    expect(lookUp(lut, [-1, 2, 0.5])).toEqual([0, 1, 0.5]);
  });

  it('refuses a picture in another space', () => {
    expect(() =>
      applyLut(
        rgbImage(1, 1, 'prophoto'),
        lutOf(2, () => [0, 0, 0]),
      ),
    ).toThrow(RangeError);
  });
});
