import jpeg from 'jpeg-js';
import { encodeJpeg } from '../../src/simulator/pixels/encodeJpeg';

describe('encodeJpeg', () => {
  it.each([
    [40, 24],
    [33, 19],
    [1, 1],
  ])('writes %i × %i pixels that another decoder reads back within a few levels', (width, height) => {
    const codes = Uint8Array.from({ length: 3 * width * height }, (_, i) => {
      const pixel = Math.floor(i / 3);
      return [(pixel % width) * 6, Math.floor(pixel / width) * 9, 128][i % 3] % 256;
    });
    const decoded = jpeg.decode(encodeJpeg(codes, 3, width, height), {
      useTArray: true,
      formatAsRGBA: false,
    });
    expect([decoded.width, decoded.height]).toEqual([width, height]);
    const errors = Array.from(codes, (value, i) => Math.abs(value - decoded.data[i]));
    expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(2);
  });

  it('survives noise, whose blocks use every kind of code', () => {
    const codes = Uint8Array.from({ length: 3 * 32 * 32 }, (_, i) => (i * 7919) % 256);
    const decoded = jpeg.decode(encodeJpeg(codes, 3, 32, 32), { useTArray: true, formatAsRGBA: false });
    const errors = Array.from(codes, (value, i) => Math.abs(value - decoded.data[i]));
    expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(20);
  });
});
