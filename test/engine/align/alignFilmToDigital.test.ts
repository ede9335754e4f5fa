/** The sample pair has a known homography; every test holds the alignment against it. */
import { alignFilmToDigital } from '../../../src/engine/align/alignFilmToDigital';
import type { Alignment, Homography } from '../../../src/engine/align/alignment';
import { applyHomography, composeHomographies } from '../../../src/engine/align/homography';
import { digitalPosition } from '../../../src/engine/align/localWarp';
import { resizeArea } from '../../../src/engine/image/resizeArea';
import { rgbImage, type RgbImage } from '../../../src/engine/image/rgbImage';
import { runToEnd } from '../../../src/engine/task';
import { createRandom } from '../../support/createRandom';
import { loadSamplePair } from '../../support/samplePair';

/** Mean error that a photographer cannot see in an overlay: a third of a pixel. */
const UNSEEN_PX = 0.35;

jest.setTimeout(60_000);

const sample = loadSamplePair(600);
const { film, digital, filmToDigital } = sample;

/** A picture whose pixel (x, y) is `source`'s pixel `from(x, y)`, with every value changed by `tone`. */
function rearranged(
  source: RgbImage,
  width: number,
  height: number,
  from: (x: number, y: number) => readonly [number, number],
  tone: (value: number) => number = (value) => value,
): RgbImage {
  const result = rgbImage(width, height, source.space);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] = from(x, y);
      for (let c = 0; c < 3; c++) {
        result.data[3 * (y * width + x) + c] = tone(source.data[3 * (v * source.width + u) + c]);
      }
    }
  }
  return result;
}

/** Mean distance over the film frame between where the alignment and the truth put it. */
function meanErrorPx(alignment: Alignment, true_: Homography, width: number, height: number): number {
  let sum = 0;
  for (let i = 0; i < 49; i++) {
    const x = ((i % 7) / 6) * (width - 1);
    const y = (Math.floor(i / 7) / 6) * (height - 1);
    const [u, v] = digitalPosition(alignment, x, y);
    const [p, q] = applyHomography(true_, x, y);
    sum += Math.hypot(u - p, v - q) / 49;
  }
  return sum;
}

describe('aligning film to digital', () => {
  const { width, height } = film;

  it('finds the sample pair’s homography to a fraction of a pixel', () => {
    const alignment = runToEnd(alignFilmToDigital(sample));
    expect(alignment.status).toBe('ok');
    expect(meanErrorPx(alignment, filmToDigital, width, height)).toBeLessThan(UNSEEN_PX);
    expect(alignment.confidence).toBeGreaterThan(0.9);
    expect([alignment.negative, alignment.mirrored]).toEqual([false, false]);
  });

  it('lays a picture on itself without bending it', () => {
    const { digital: small } = loadSamplePair(280);
    const alignment = runToEnd(alignFilmToDigital({ film: small, digital: small }));
    expect(alignment.status).toBe('ok');
    for (let y = 0; y < small.height; y += 9) {
      for (let x = 0; x < small.width; x += 9) {
        const [u, v] = digitalPosition(alignment, x, y);
        expect(Math.hypot(u - x, v - y)).toBeLessThan(0.01);
      }
    }
  });

  it('gives the same result to the bit each time', () => {
    const once = () => runToEnd(alignFilmToDigital(sample));
    expect(once()).toEqual(once());
  });

  it('recognizes a negative that was scanned from the wrong side, upside down', () => {
    // Turned by 180° and mirrored left to right, the picture is upside down only.
    const scan = rearranged(
      film,
      width,
      height,
      (x, y) => [x, height - 1 - y],
      (value) => 0.9 - 0.7 * value,
    );
    const alignment = runToEnd(alignFilmToDigital({ film: scan, digital }));
    const flipped = composeHomographies(filmToDigital, [1, 0, 0, 0, -1, height - 1, 0, 0, 1]);
    expect(alignment.status).toBe('ok');
    expect([alignment.negative, alignment.mirrored]).toEqual([true, true]);
    expect(meanErrorPx(alignment, flipped, width, height)).toBeLessThan(UNSEEN_PX);
  });

  it('aligns a scan that stands on its side', () => {
    const scan = rearranged(film, height, width, (x, y) => [y, height - 1 - x]);
    const alignment = runToEnd(alignFilmToDigital({ film: scan, digital }));
    const turned = composeHomographies(filmToDigital, [0, 1, 0, -1, 0, height - 1, 0, 0, 1]);
    expect(alignment.status).toBe('ok');
    expect(meanErrorPx(alignment, turned, height, width)).toBeLessThan(UNSEEN_PX);
  });

  it('does not take pictures of different scenes for one', () => {
    const random = createRandom(11);
    const blocks = Float32Array.from({ length: 60 * 40 * 3 }, () => random());
    const other = resizeArea(rgbImage(60, 40, 'srgb', blocks), width, height);
    expect(runToEnd(alignFilmToDigital({ film: other, digital })).status).not.toBe('ok');
  });

  it('says that a picture of one color has no texture', () => {
    const flat = rgbImage(300, 200, 'srgb');
    flat.data.fill(0.4);
    expect(runToEnd(alignFilmToDigital({ film: flat, digital })).status).toBe('no-texture');
  });
});
