import { plane, rgbImage, type RgbImage } from '../../../src/engine/image/rgbImage';
import type { ColorSamples } from '../../../src/engine/sample/colorSamples';
import { sampleColors } from '../../../src/engine/sample/sampleColors';
import { runToEnd } from '../../../src/engine/task';
import { createRandom } from '../../support/createRandom';

const SIZE = 160;
const trusted = plane(SIZE, SIZE, new Float32Array(SIZE * SIZE).fill(1));

function picture(valueOf: (x: number, y: number) => number, size = SIZE): RgbImage {
  const image = rgbImage(size, size, 'srgb');
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) image.data.fill(valueOf(x, y), 3 * (y * size + x), 3 * (y * size + x) + 3);
  }
  return image;
}

const sample = (digital: RgbImage, film: RgbImage, reliability = trusted): ColorSamples =>
  runToEnd(sampleColors(digital, film, reliability));
/** Of the straight line through points of encoded values, by least squares. */
function slope(x: Float32Array, y: Float32Array): number {
  const mean = (values: Float32Array): number => values.reduce((sum, v) => sum + v, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  let xx = 0;
  let xy = 0;
  for (let i = 0; i < x.length; i++) {
    xx += (x[i] - mx) ** 2;
    xy += (x[i] - mx) * (y[i] - my);
  }
  return xy / xx;
}

const smooth = picture((x) => 0.2 + (0.5 * x) / SIZE);

describe('sampleColors', () => {
  it('passes over pixels that are NaN in either picture', () => {
    const broken = picture((x, y) => (x < 20 || y % 7 === 0 ? NaN : 0.3 + (0.4 * x) / SIZE));
    const { count, film, digital } = sample(smooth, broken);
    expect(count).toBeGreaterThan(100);
    expect([...film, ...digital].every(Number.isFinite)).toBe(true);
  });

  it('averages the noise of both pictures away, which would pull every fit toward gray', () => {
    const size = 4 * SIZE;
    const random = createRandom(8);
    const noisy = (gain: number): RgbImage =>
      picture((x) => 0.4 + gain * (0.2 * Math.sin(x / 40)) + 0.3 * (random() - 0.5), size);
    const everywhere = plane(size, size, new Float32Array(size * size).fill(1));
    const [photo, onFilm] = [noisy(1), noisy(1.5)];
    const { digital, film } = sample(photo, onFilm, everywhere);
    // Single pixels say less than 1.1 of the 1.5.
    expect(slope(photo.data, onFilm.data)).toBeLessThan(1.1);
    expect(slope(digital, film)).toBeGreaterThan(1.4);
  });

  it('leaves out what the alignment does not vouch for', () => {
    const left = plane(
      SIZE,
      SIZE,
      trusted.data.map((_, i) => (i % SIZE < SIZE / 2 ? 1 : 0)),
    );
    const { position } = sample(smooth, smooth, left);
    expect(position.filter((_, i) => i % 2 === 0).every((u) => u < 0)).toBe(true);
  });

  it('trusts clipped places less', () => {
    const bright = picture((x) => (x < SIZE / 2 ? 0.5 : 1));
    const { weight, position } = sample(
      picture(() => 0.5),
      bright,
    );
    const meanWeight = (isRight: boolean): number => {
      const own = weight.filter((_, i) => Math.abs(position[2 * i]) > 0.1 && position[2 * i] > 0 === isRight);
      return own.reduce((sum, w) => sum + w, 0) / own.length;
    };
    expect(meanWeight(true)).toBeLessThan(0.2 * meanWeight(false));
  });

  it('rejects blocks with structure, unless there is hardly anything else', () => {
    // Blocks of 4 pixels.
    const size = 4 * SIZE;
    const everywhere = plane(size, size, new Float32Array(size * size).fill(1));
    const calm = picture((x) => 0.2 + (0.5 * x) / size, size);
    const stripesAbove = (share: number): ColorSamples => {
      const film = picture((x, y) => (y < share * size ? 0.5 + (x % 2 === 0 ? 0.3 : -0.3) : 0.4), size);
      return sample(calm, film, everywhere);
    };
    const half = stripesAbove(0.5);
    expect(half.position.every((v, i) => i % 2 === 0 || v > 0)).toBe(true);
    expect(half.masked?.structure).toBeCloseTo(0.5, 1);
    expect(stripesAbove(0.9).position.some((v, i) => i % 2 === 1 && v < 0)).toBe(true);
  });

  it('trusts what is nearly black on film less', () => {
    const { weight, position } = sample(
      smooth,
      picture((x) => (x < SIZE / 2 ? 0.01 : 0.5)),
    );
    const isDark = (i: number): boolean => position[2 * i] < -0.1;
    const mean = (values: Float32Array): number => values.reduce((sum, w) => sum + w, 0) / values.length;
    expect(mean(weight.filter((_, i) => isDark(i)))).toBeLessThan(
      0.5 * mean(weight.filter((_, i) => position[2 * i] > 0.1)),
    );
  });

  it('finds mirrors of lamps, but not bright walls', () => {
    const lamps = picture((x, y) => (x % 40 < 2 && y % 40 < 2 ? 0.95 : 0.3));
    const wall = picture((x) => (x < SIZE / 2 ? 0.95 : 0.3));
    expect(sample(lamps, smooth).masked?.highlights).toBeGreaterThan(0);
    expect(sample(wall, smooth).masked?.highlights).toBe(0);
  });

  it('leaves the sky out where asked to: what is blue or white and hangs together with the top', () => {
    const landscape = rgbImage(SIZE, SIZE, 'srgb');
    for (let i = 0; i < SIZE * SIZE; i++) {
      const [x, y] = [i % SIZE, Math.floor(i / SIZE)];
      const isLake = x > 40 && x < 100 && y > 100 && y < 130;
      landscape.data.set(y < SIZE / 3 || isLake ? [0.45, 0.65, 0.9] : [0.3, 0.4, 0.15], 3 * i);
    }
    const masked = runToEnd(sampleColors(landscape, landscape, trusted, { sky: true }));
    expect(masked.masked?.sky).toBeCloseTo(1 / 3, 1);
    expect(masked.position.every((v, i) => i % 2 === 0 || v > -0.4)).toBe(true);
    const blues = masked.digital.filter((v, i) => i % 3 === 2 && v > 0.8).length;
    expect(blues).toBeGreaterThan(0);
    expect(sample(landscape, landscape).masked?.sky).toBeNull();
    expect(sample(landscape, landscape).position.some((v, i) => i % 2 === 1 && v < -0.9)).toBe(true);
  });

  it('says so when hardly anything is covered by both pictures', () => {
    expect(() => sample(smooth, smooth, plane(SIZE, SIZE))).toThrow('fit.too-few-samples');
  });
});
