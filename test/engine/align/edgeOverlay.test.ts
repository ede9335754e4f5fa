import { DIGITAL_EDGE_COLOR, edgeOverlay, FILM_EDGE_COLOR } from '../../../src/engine/align/edgeOverlay';
import { plane, rgbImage } from '../../../src/engine/image/rgbImage';
import type { RgbImage } from '../../../src/engine/image/rgbImage';
import { runToEnd } from '../../../src/engine/task';

const WIDTH = 60;
const HEIGHT = 40;
const trusted = plane(WIDTH, HEIGHT, new Float32Array(WIDTH * HEIGHT).fill(1));

/** Dark to the left of column `edge`, light from there on. */
function step(edge: number, dark = 0.2, light = 0.8): RgbImage {
  const image = rgbImage(WIDTH, HEIGHT, 'srgb');
  for (let i = 0; i < WIDTH * HEIGHT; i++) image.data.fill(i % WIDTH < edge ? dark : light, 3 * i, 3 * i + 3);
  return image;
}

/** The strongest color that the overlay's middle row has among some columns. */
function peak(overlay: RgbImage, from: number, to: number): number[] {
  const colors = Array.from({ length: to - from }, (_, k) => {
    const i = 3 * ((HEIGHT / 2) * WIDTH + from + k);
    return [...overlay.data.subarray(i, i + 3)];
  });
  return colors.sort((a, b) => Math.max(...b) - Math.max(...a))[0];
}

const overlayOf = (film: RgbImage, digital: RgbImage, trust = trusted) =>
  runToEnd(edgeOverlay(film, digital, trust));

describe('the edge overlay', () => {
  it('is white where the edges coincide, whatever their polarity', () => {
    for (const film of [step(30), step(30, 0.9, 0.1)]) {
      for (const value of peak(overlayOf(film, step(30)), 26, 34)) expect(value).toBeGreaterThan(0.9);
    }
  });

  it('is orange at edges of the film alone and blue at edges of the photo alone', () => {
    const overlay = overlayOf(step(15), step(45));
    peak(overlay, 10, 20).forEach((value, c) => expect(value).toBeCloseTo(FILM_EDGE_COLOR[c], 1));
    peak(overlay, 40, 50).forEach((value, c) => expect(value).toBeCloseTo(DIGITAL_EDGE_COLOR[c], 1));
  });

  it('is dark where neither has an edge, and hatched where the alignment is not trusted', () => {
    const trust = plane(WIDTH, HEIGHT);
    const hatched = overlayOf(step(15), step(15), trust);
    const plain = overlayOf(step(15), step(15));
    expect(Math.max(...peak(plain, 0, 10))).toBeLessThan(0.1);
    expect(Math.max(...peak(hatched, 0, 10))).toBeGreaterThan(0.15);
  });

  it('shows no edges of the film outside of its frame', () => {
    const overlay = overlayOf(step(15), step(45), plane(WIDTH, HEIGHT));
    expect(Math.max(...peak(overlay, 10, 20))).toBeLessThan(0.3);
  });
});
