import { resizeArea } from '../../../src/engine/image/resizeArea';
import { orientRaster } from '../../../src/formats/image/orientation';
import type { Orientation, Raster } from '../../../src/formats/image/raster';
import { rasterToRgbImage, uprightSize } from '../../../src/formats/image/rasterToRgbImage';
import { createRandom } from '../../support/createRandom';
import { FLOAT32 } from '../../support/tolerances';

function raster(width: number, height: number, overrides: Partial<Raster> = {}): Raster {
  const random = createRandom(5);
  const data = Uint8Array.from({ length: 3 * width * height }, () => Math.floor(256 * random()));
  return { width, height, channels: 3, bitDepth: 8, data, orientation: 1, fileType: 'tiff', ...overrides };
}

describe('rasterToRgbImage', () => {
  it('scales by the mean over the area, as resizeArea does on floats', () => {
    const source = raster(101, 67);
    const whole = rasterToRgbImage(source, { space: 'srgb' });
    const scaled = rasterToRgbImage(source, { space: 'srgb', longEdgePx: 40 });
    const expected = resizeArea(whole, 40, 27);
    expect([scaled.width, scaled.height]).toEqual([40, 27]);
    const largest = Math.max(...scaled.data.map((value, i) => Math.abs(value - expected.data[i])));
    expect(largest).toBeLessThan(FLOAT32);
  });

  it('never enlarges', () => {
    expect(rasterToRgbImage(raster(10, 8), { space: 'srgb', longEdgePx: 1200 }).width).toBe(10);
  });

  it('reads 16-bit values on the same scale as 8-bit ones', () => {
    const source = raster(6, 4);
    const data = Uint16Array.from(source.data, (value) => 257 * value);
    const deep = rasterToRgbImage({ ...source, bitDepth: 16, data }, { space: 'srgb' });
    expect(deep.data).toEqual(rasterToRgbImage(source, { space: 'srgb' }).data);
  });

  it('leaves alpha out and repeats gray', () => {
    const data = Uint8Array.of(255, 0, 51, 255);
    const gray = rasterToRgbImage(raster(2, 1, { channels: 2, data }), { space: 'srgb' });
    expect([...gray.data].map((value) => Math.round(255 * value))).toEqual([255, 255, 255, 51, 51, 51]);
  });

  // The letters as EXIF 3.0 defines them: what stands in row 0, column 0 of the stored picture, and where it is seen.
  it.each([
    [1, ['AB', 'CD', 'EF']],
    [2, ['BA', 'DC', 'FE']],
    [3, ['FE', 'DC', 'BA']],
    [4, ['EF', 'CD', 'AB']],
    [5, ['ACE', 'BDF']],
    [6, ['ECA', 'FDB']],
    [7, ['FDB', 'ECA']],
    [8, ['BDF', 'ACE']],
  ] as const)('turns orientation %d upright', (orientation, rows) => {
    const letters = 'ABCDEF';
    const data = Uint8Array.from({ length: 18 }, (_, i) => letters.charCodeAt(Math.floor(i / 3)));
    const stored = raster(2, 3, { data, orientation: orientation as Orientation });
    const text = (values: ArrayLike<number>, width: number): string[] => {
      const all = Array.from({ length: 6 }, (_, i) => String.fromCharCode(Math.round(values[3 * i]))).join(
        '',
      );
      return Array.from({ length: 6 / width }, (_, row) => all.slice(row * width, (row + 1) * width));
    };
    const seen = rasterToRgbImage(stored, { space: 'srgb' });
    expect(
      text(
        seen.data.map((value) => 255 * value),
        seen.width,
      ),
    ).toEqual(rows);
    const upright = orientRaster(stored);
    expect(text(upright.data, upright.width)).toEqual(rows);
    expect(upright.orientation).toBe(1);
    expect(uprightSize(stored)).toEqual({ width: seen.width, height: seen.height });
  });
});
