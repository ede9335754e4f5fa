/** Pictures that no photographer means to give, through the whole recipe: a clear end, or a style of real numbers. */
import { estimate } from '../../src/engine/estimate';
import type { Estimation } from '../../src/engine/estimation';
import { rgbImage, type RgbImage } from '../../src/engine/image/rgbImage';
import { createLookMapper } from '../../src/engine/render/renderLook';
import { runToEnd } from '../../src/engine/task';
import { loadSamplePair } from '../support/samplePair';

jest.setTimeout(120_000);

const { film, digital } = loadSamplePair(360);

function changed(source: RgbImage, change: (rgb: Float32Array, x: number, y: number) => void): RgbImage {
  const result = rgbImage(source.width, source.height, source.space, source.data.slice());
  for (let i = 0; i < source.width * source.height; i++) {
    const rgb = result.data.subarray(3 * i, 3 * i + 3);
    change(rgb, i % source.width, Math.floor(i / source.width));
  }
  return result;
}

const estimateOf = (filmPicture: RgbImage, digitalPicture = digital): Estimation =>
  runToEnd(
    estimate({
      pairs: [{ film: filmPicture, digital: digitalPicture }],
      name: 'odd',
      negative: 'no',
      grain: false,
      halation: false,
    }),
  );

/** Every number of a value, however deep. */
function numbersOf(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array);
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersOf);
}

function styleOf(estimation: Estimation): Extract<Estimation, { status: 'ok' }> {
  if (estimation.status !== 'ok') throw new Error(`Expected a style, got ${estimation.status}.`);
  const { look, stack } = estimation;
  expect(numbersOf({ look, stack }).filter((value) => !Number.isFinite(value))).toEqual([]);
  return estimation;
}

describe('the recipe', () => {
  it('takes pictures of two scenes for what they are', () => {
    const other = changed(film, (rgb, x, y) => rgb.fill((((x >> 4) * 7 + (y >> 4) * 13) % 5) / 5));
    expect(estimateOf(other).status).toBe('unaligned');
  });

  it('says that a picture of one color has nothing to go by', () => {
    const flat = changed(film, (rgb) => rgb.fill(0.4));
    expect(estimateOf(flat)).toMatchObject({ status: 'unaligned', alignment: { status: 'no-texture' } });
  });

  it('learns from a scan that is clipped at both ends', () => {
    const clipped = changed(film, (rgb) => {
      for (let c = 0; c < 3; c++) rgb[c] = Math.max(0, Math.min(1, 1.6 * rgb[c] - 0.3));
    });
    const { pairs } = styleOf(estimateOf(clipped));
    expect(pairs[0].look.mean).toBeLessThan(pairs[0].before.mean);
  });

  it('passes over pixels that are not numbers', () => {
    const torn = changed(film, (rgb, x, y) => {
      if ((x * 31 + y * 17) % 997 === 0 || (x > 40 && x < 60 && y > 30 && y < 50)) rgb.fill(NaN);
    });
    const { pairs } = styleOf(estimateOf(torn));
    expect(pairs[0].look.mean).toBeLessThan(pairs[0].before.mean);
  });

  it('gives gray film a gray look', () => {
    const gray = changed(film, (rgb) => rgb.fill(0.3 * rgb[0] + 0.6 * rgb[1] + 0.1 * rgb[2]));
    const { look } = styleOf(estimateOf(gray));
    const rendered = new Float32Array(6);
    createLookMapper(look)(Float32Array.of(0.7, 0.4, 0.3, 0.3, 0.45, 0.7), rendered, 2);
    for (const [r, g, b] of [rendered.subarray(0, 3), rendered.subarray(3)]) {
      expect(Math.max(r, g, b) - Math.min(r, g, b)).toBeLessThan(0.02);
    }
  });
});
