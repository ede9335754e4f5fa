import fc from 'fast-check';
import { fitLongEdge, resizeArea, resizePlane } from '../../../src/engine/image/resizeArea';
import { plane, rgbImage } from '../../../src/engine/image/rgbImage';
import { FLOAT32 } from '../../support/tolerances';

describe('resizing by area', () => {
  it('averages whole blocks', () => {
    const picture = plane(4, 2, Float32Array.from([0, 1, 2, 3, 4, 5, 6, 7]));
    expect(Array.from(resizePlane(picture, 2, 1).data)).toEqual([2.5, 4.5]);
  });

  it('counts pixels that are cut by the share that is covered', () => {
    const picture = plane(3, 1, Float32Array.from([0, 3, 6]));
    // The first target pixel covers source pixel 0 and half of 1: (0 + 3/2) / 1.5.
    const [left, right] = resizePlane(picture, 2, 1).data;
    expect(left).toBeCloseTo(1, 6);
    expect(right).toBeCloseTo(5, 6);
  });

  it('keeps the mean of any picture that it shrinks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 30 }),
        fc.integer({ min: 2, max: 30 }),
        fc.integer({ min: 1, max: 1000 }),
        (width, height, seed) => {
          const data = Float32Array.from(
            { length: width * height },
            (_, i) => ((i * 7919 + seed) % 101) / 101,
          );
          const small = resizePlane(plane(width, height, data), Math.ceil(width / 2), Math.ceil(height / 3));
          const mean = (values: Float32Array): number => values.reduce((a, b) => a + b, 0) / values.length;
          expect(Math.abs(mean(small.data) - mean(data))).toBeLessThan(10 * FLOAT32);
        },
      ),
      { seed: 1 },
    );
  });

  it.each([
    [37, 11],
    [37, 80],
  ])('puts a ramp of %i pixels where %i pixels have their centers', (from, to) => {
    const ramp = plane(
      from,
      1,
      Float32Array.from({ length: from }, (_, i) => i),
    );
    const resized = resizePlane(ramp, to, 1).data;
    // Away from the ends a linear ramp is reproduced at x = (i + 1/2)·from/to − 1/2.
    // Pixels are squares of one value: a boundary inside one leaves up to 1/24 of a step.
    for (let i = 3; i < to - 3; i++) expect(resized[i]).toBeCloseTo(((i + 0.5) * from) / to - 0.5, 1);
  });

  it('leaves the channels apart', () => {
    const image = rgbImage(2, 1, 'srgb', Float32Array.from([1, 0, 0, 0, 1, 0]));
    expect(Array.from(resizeArea(image, 1, 1).data)).toEqual([0.5, 0.5, 0]);
  });

  it('refuses sizes that are no picture', () => {
    expect(() => resizePlane(plane(2, 2), 0, 1)).toThrow(RangeError);
    expect(() => resizePlane(plane(2, 2), 1.5, 1)).toThrow(RangeError);
  });

  it('never enlarges to fit a long edge', () => {
    expect(fitLongEdge(6000, 4000, 1200)).toEqual({ width: 1200, height: 800 });
    expect(fitLongEdge(300, 200, 1200)).toEqual({ width: 300, height: 200 });
  });
});
