import { converter } from 'culori';
import { chromaAt, chromaColor, chromaHistogram, placeOfChroma } from '../../../src/app/look/chromaAxis';
import { CHROMA_POINTS } from '../../../src/app/look/lookEdits';
import { rgbImage } from '../../../src/engine/image/rgbImage';

const toOklch = converter('oklch');

describe('the axis of colorfulness', () => {
  it('goes from gray to the most vivid point, and back to chroma', () => {
    expect([CHROMA_POINTS[0], CHROMA_POINTS[CHROMA_POINTS.length - 1]].map(placeOfChroma)).toEqual([0, 1]);
    for (const chroma of CHROMA_POINTS) expect(chromaAt(placeOfChroma(chroma))).toBeCloseTo(chroma, 9);
  });

  it('has colors of the chroma that they stand for, all along', () => {
    const CODE8 = 0.003;
    for (const chroma of CHROMA_POINTS) {
      expect(Math.abs((toOklch(chromaColor(chroma))?.c ?? NaN) - chroma)).toBeLessThan(CODE8);
    }
  });
});

describe('how often a photo has each chroma', () => {
  it('is all at gray for a gray one, and where its color is for a colored one', () => {
    const gray = rgbImage(30, 30, 'srgb', new Float32Array(2700).fill(0.4));
    const half = rgbImage(
      30,
      30,
      'srgb',
      new Float32Array(2700).map((_, i) => [0.6, 0.4, 0.35][i % 3]),
    );
    const peak = (counts: Float32Array) => counts.indexOf(Math.max(...counts));
    expect(peak(chromaHistogram(gray))).toBe(0);
    const { c = NaN } = toOklch({ mode: 'rgb', r: 0.6, g: 0.4, b: 0.35 });
    expect(peak(chromaHistogram(half))).toBe(Math.floor(48 * placeOfChroma(c)));
  });
});
