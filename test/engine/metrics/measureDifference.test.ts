import { plane, rgbImage } from '../../../src/engine/image/rgbImage';
import { measureDifference } from '../../../src/engine/metrics/measureDifference';

const gray = (value: number) => rgbImage(40, 30, 'srgb', new Float32Array(3600).fill(value));

describe('measureDifference', () => {
  it('finds no difference between equal pictures', () => {
    expect(measureDifference(gray(0.4), gray(0.4))).toEqual({ mean: 0, median: 0, p95: 0, max: 0 });
  });

  it('measures only where the weight says so', () => {
    const other = gray(0.4);
    other.data.fill(1, 0, 300);
    const weight = plane(40, 30, new Float32Array(1200).fill(1));
    weight.data.fill(0, 0, 100);
    expect(measureDifference(gray(0.4), other).max).toBeGreaterThan(20);
    expect(measureDifference(gray(0.4), other, weight).max).toBe(0);
  });

  it('measures large pictures on a grid with the same outcome', () => {
    const a = rgbImage(300, 200, 'srgb');
    const b = rgbImage(300, 200, 'srgb');
    for (let i = 0; i < a.data.length; i++) {
      a.data[i] = 0.5 + 0.4 * Math.sin(i / 500);
      b.data[i] = 0.95 * a.data[i];
    }
    const all = measureDifference(a, b);
    const some = measureDifference(a, b, undefined, { maxPixels: 10_000 });
    expect(Math.abs(some.mean - all.mean) / all.mean).toBeLessThan(0.02);
  });

  it('refuses pictures of different sizes or spaces', () => {
    expect(() => measureDifference(gray(0), rgbImage(30, 40, 'srgb'))).toThrow(RangeError);
    expect(() => measureDifference(gray(0), rgbImage(40, 30, 'rec2020'))).toThrow(RangeError);
  });
});
