import { inspectScan } from '../../src/app/filmScan';
import { alignmentQuality } from '../../src/app/alignmentQuality';
import { ACCEPTED_CONFIDENCE, HAND_CONFIDENCE } from '../../src/engine/align/verdict';
import { rgbImage, type RgbImage } from '../../src/engine/image/rgbImage';
import { createRandom } from '../support/createRandom';
import { fakePair } from '../support/fakeCompute';

const [WIDTH, HEIGHT] = [320, 240];

/** Muted patches in a border, through a color that lies over everything. */
function scan(borderPx: number, mask: readonly number[] = [1, 1, 1]): RgbImage {
  const random = createRandom(7);
  const image = rgbImage(WIDTH, HEIGHT, 'srgb');
  const patches = new Map<string, number[]>();
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const isBorder = Math.min(x, y, WIDTH - 1 - x, HEIGHT - 1 - y) < borderPx;
      const key = `${x >> 4}/${y >> 4}`;
      const gray = 0.2 + 0.5 * random();
      const patch = patches.get(key) ?? [gray, gray, gray].map((tone) => tone + 0.1 * random());
      patches.set(key, patch);
      for (let c = 0; c < 3; c++) {
        image.data[3 * (y * WIDTH + x) + c] = (isBorder ? 0.03 : patch[c]) * mask[c];
      }
    }
  }
  return image;
}

describe('what a scan tells by itself', () => {
  it('is where the picture lies inside its border', () => {
    const { crop } = inspectScan(scan(24));
    const xs = crop?.map(([x]) => x * WIDTH) ?? [];
    const ys = crop?.map(([, y]) => y * HEIGHT) ?? [];
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(24);
    expect(Math.min(...xs)).toBeLessThan(32);
    expect(Math.max(...ys)).toBeLessThanOrEqual(HEIGHT - 24);
  });

  it('is no crop for a scan without border', () => {
    expect(inspectScan(scan(0)).crop).toBeNull();
  });

  it('is an orange mask where there is one', () => {
    expect(inspectScan(scan(0)).isMasked).toBe(false);
    expect(inspectScan(scan(0, [1, 0.55, 0.3])).isMasked).toBe(true);
  });
});

describe('the words for an alignment', () => {
  const grade = (confidence: number, errorPx = 0.1) =>
    alignmentQuality({ ...fakePair().alignment, confidence, errorPx }, 1000);

  it('are good for whatever is accepted as sure, and fair for points by hand alone', () => {
    expect(grade(0.99)).toBe('excellent');
    expect(grade(ACCEPTED_CONFIDENCE)).toBe('good');
    expect(grade(HAND_CONFIDENCE)).toBe('fair');
    expect(grade(HAND_CONFIDENCE - 0.1)).toBe('poor');
  });

  it('are no better than its error', () => {
    expect([0.5, 1.5, 5, 9].map((px) => grade(0.99, px))).toEqual(['excellent', 'good', 'fair', 'poor']);
  });
});
