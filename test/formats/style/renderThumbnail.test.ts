import { decode } from 'fast-png';
import { rgbImage } from '../../../src/engine/image/rgbImage';
import { createLookMapper } from '../../../src/engine/render/renderLook';
import { formatStyle } from '../../../src/formats/style/formatStyle';
import { parseStyle } from '../../../src/formats/style/parseStyle';
import { renderThumbnail } from '../../../src/formats/style/renderThumbnail';
import { classicStack } from '../../support/classicStack';
import { createRandom } from '../../support/createRandom';
import { CODE8 } from '../../support/tolerances';
import { warmLook } from '../../support/warmLook';

const LOOK = warmLook();

function pngOf(url: string) {
  expect(url).toMatch(/^data:image\/png;base64,/);
  return decode(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
}

describe('the thumbnail of a style', () => {
  it('is the picture with the look on it, small', () => {
    const color = [0.6, 0.4, 0.3];
    const picture = rgbImage(
      300,
      200,
      'srgb',
      Float32Array.from({ length: 180_000 }, (_, i) => color[i % 3]),
    );
    const { width, height, data, channels } = pngOf(renderThumbnail(LOOK, picture));
    expect([width, height, channels]).toEqual([128, 85, 3]);
    const wanted = new Float32Array(3);
    createLookMapper(LOOK)(Float32Array.from(color), wanted, 1);
    wanted.forEach((value, c) => expect(Math.abs(data[c] / 255 - value)).toBeLessThanOrEqual(CODE8));
  });

  it('is sRGB whatever space the look works in', () => {
    const inAdobeRgb = { ...LOOK, space: 'adobe-rgb' as const, residual: null };
    const gray = rgbImage(2, 2, 'srgb', new Float32Array(12).fill(0.5));
    const inSrgb = pngOf(renderThumbnail({ ...LOOK, residual: null }, gray)).data;
    const converted = pngOf(renderThumbnail(inAdobeRgb, gray)).data;
    // The look is another one on other numbers; both are a warm middle gray.
    expect(Math.abs(inSrgb[0] - converted[0])).toBeLessThan(12);
    expect(converted[0]).toBeGreaterThan(converted[2]);
  });

  it('shows a chart where there is no picture', () => {
    const { width, height, data } = pngOf(renderThumbnail(LOOK));
    expect([width, height]).toEqual([128, 85]);
    expect(new Set(data).size).toBeGreaterThan(100);
  });

  it('fits into a style, however little it can be compressed', () => {
    const random = createRandom(5);
    const noise = rgbImage(
      128,
      128,
      'srgb',
      Float32Array.from({ length: 3 * 128 ** 2 }, () => random()),
    );
    const thumbnail = renderThumbnail(LOOK, noise);
    expect(parseStyle(formatStyle({ look: LOOK, stack: classicStack(), thumbnail })).thumbnail).toBe(
      thumbnail,
    );
  });
});
