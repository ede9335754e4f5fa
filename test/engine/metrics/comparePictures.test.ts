import { plane, rgbImage, type RgbImage } from '../../../src/engine/image/rgbImage';
import { comparePictures } from '../../../src/engine/metrics/comparePictures';
import { createRandom } from '../../support/createRandom';

const WIDTH = 40;
const HEIGHT = 30;
const trust = plane(WIDTH, HEIGHT, new Float32Array(WIDTH * HEIGHT).fill(1));

function picture(): RgbImage {
  const random = createRandom(5);
  return rgbImage(WIDTH, HEIGHT, 'srgb', Float32Array.from({ length: 3 * WIDTH * HEIGHT }, random));
}

describe('comparePictures', () => {
  it('finds nothing between equal pictures', () => {
    const same = comparePictures(picture(), picture(), trust);
    for (const summary of [same.deltaE76, same.deltaE2000, same.deltaEOk]) expect(summary.max).toBe(0);
    expect(same).toMatchObject({ emd: { L: 0, a: 0, b: 0 }, toneCurve: 0 });
    expect(same.ssim).toBeCloseTo(1, 9);
  });

  it('measures a brightening of gray as what it is', () => {
    const gray = (value: number) => rgbImage(WIDTH, HEIGHT, 'srgb', new Float32Array(3600).fill(value));
    // sRGB 119/255 and 144/255 are CIELAB lightness 50.034 and 59.789 (by the formulas of IEC 61966-2-1 and CIE 15).
    const { deltaE76, toneCurve, emd } = comparePictures(gray(119 / 255), gray(144 / 255), trust);
    for (const value of [deltaE76.mean, toneCurve, emd.L]) expect(value).toBeCloseTo(9.754, 2);
  });

  it('tells the regions of a picture and how far each is off', () => {
    const reference = rgbImage(WIDTH, HEIGHT, 'srgb');
    // Foliage and blue sky of the ColorChecker, half and half.
    for (let i = 0; i < WIDTH * HEIGHT; i++) {
      reference.data.set(i < 600 ? [87, 108, 67] : [98, 122, 157], 3 * i);
    }
    for (let i = 0; i < reference.data.length; i++) reference.data[i] /= 255;
    const other = { ...reference, data: reference.data.map((v, i) => (i < 1800 ? v : v + 0.05)) };
    const { regions } = comparePictures(other, reference, trust);
    expect(regions.map(({ region, share }) => [region, share])).toEqual([
      ['foliage', 0.5],
      ['sky', 0.5],
    ]);
    expect(regions[0].deltaE2000.max).toBe(0);
    expect(regions[1].deltaE2000.mean).toBeGreaterThan(1);
  });
});
