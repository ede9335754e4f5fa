import { plane, rgbImage, type RgbImage } from '../../../src/engine/image/rgbImage';
import type { ColorSamples } from '../../../src/engine/sample/colorSamples';
import { sampleColors } from '../../../src/engine/sample/sampleColors';
import { runToEnd } from '../../../src/engine/task';

const SIZE = 160;
const trusted = plane(SIZE, SIZE, new Float32Array(SIZE * SIZE).fill(1));

function picture(valueOf: (x: number, y: number) => number): RgbImage {
  const image = rgbImage(SIZE, SIZE, 'srgb');
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) image.data.fill(valueOf(x, y), 3 * (y * SIZE + x), 3 * (y * SIZE + x) + 3);
  }
  return image;
}

const sample = (digital: RgbImage, film: RgbImage, reliability = trusted): ColorSamples =>
  runToEnd(sampleColors(digital, film, reliability));
const smooth = picture((x) => 0.2 + (0.5 * x) / SIZE);

describe('sampleColors', () => {
  it('passes over pixels that are NaN in either picture', () => {
    const broken = picture((x, y) => (x < 20 || y % 7 === 0 ? NaN : 0.3 + (0.4 * x) / SIZE));
    const { count, film, digital } = sample(smooth, broken);
    expect(count).toBeGreaterThan(100);
    expect([...film, ...digital].every(Number.isFinite)).toBe(true);
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

  it('says so when hardly anything is covered by both pictures', () => {
    expect(() => sample(smooth, smooth, plane(SIZE, SIZE))).toThrow('fit.too-few-samples');
  });
});
