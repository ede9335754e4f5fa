import { estimateHalation } from '../../../src/engine/halation/estimateHalation';
import { halationProfile } from '../../../src/engine/halation/halationProfile';
import { renderHalation } from '../../../src/engine/halation/renderHalation';
import { plane, rgbImage, type RgbImage } from '../../../src/engine/image/rgbImage';
import { neutralLook, type HalationModel } from '../../../src/engine/look';
import { runToEnd } from '../../../src/engine/task';
import { createRandom } from '../../support/createRandom';
import { CODE8, FLOAT32, TRANSFER_TABLE } from '../../support/tolerances';

const TRUTH: HalationModel = { strength: 0.08, radius: 0.015, tint: [1, 0.3, 0] };
const WIDTH = 360;
const HEIGHT = 240;

/** Lamps before a dark wall, or the wall alone. */
function night(lamps: number): RgbImage {
  const random = createRandom(11);
  const image = rgbImage(WIDTH, HEIGHT, 'srgb');
  const places = Array.from({ length: lamps }, () => [WIDTH * random(), HEIGHT * random(), 4 + 6 * random()]);
  for (let i = 0; i < WIDTH * HEIGHT; i++) {
    const [x, y] = [i % WIDTH, Math.floor(i / WIDTH)];
    const isLit = places.some(([u, v, radius]) => Math.hypot(x - u, y - v) < radius);
    for (let c = 0; c < 3; c++)
      image.data[3 * i + c] = isLit ? 0.97 : 0.08 + 0.04 * ((x + y) / (WIDTH + HEIGHT));
  }
  return image;
}

function noisy(image: RgbImage, sigma: number): RgbImage {
  const random = createRandom(4);
  const data = image.data.map((v) => v + sigma * (random() + random() + random() - 1.5) * 2);
  return { ...image, data };
}

function inputOf(digital: RgbImage, film: RgbImage) {
  const reliability = plane(WIDTH, HEIGHT, new Float32Array(WIDTH * HEIGHT).fill(1));
  return { digital, film, reliability, look: neutralLook('srgb') };
}

describe('halation', () => {
  const digital = night(10);
  const film = noisy(renderHalation(digital, TRUTH), 2 / 255);
  const { value } = runToEnd(estimateHalation(inputOf(digital, film)));

  it('is measured with its strength, its radius and its color', () => {
    expect(Math.abs(value!.strength / TRUTH.strength - 1)).toBeLessThan(0.2);
    expect(Math.abs(value!.radius / TRUTH.radius - 1)).toBeLessThan(0.25);
    expect(Math.abs(value!.tint[1] - TRUTH.tint[1])).toBeLessThan(0.15);
  });

  it('is not taken for what the lenses spread alike in all channels', () => {
    const bloom = noisy(renderHalation(digital, { ...TRUTH, tint: [1, 1, 1] }), 2 / 255);
    expect(runToEnd(estimateHalation(inputOf(digital, bloom))).value).toBeNull();
  });

  it('is said to be too faint where a strength would be a guess, and is still told from nothing', () => {
    const faint = noisy(renderHalation(digital, { ...TRUTH, strength: 0.03 }), 2 / 255);
    const { value, diagnostics } = runToEnd(estimateHalation(inputOf(digital, faint)));
    expect(value).toBeNull();
    expect(diagnostics.refusal).toBe('halation.too-faint');
    expect(Math.abs(diagnostics.seen!.strength / 0.03 - 1)).toBeLessThan(0.4);
  });

  it('is not invented without highlights, nor around highlights that do not glow', () => {
    const dark = night(0);
    const withoutLamps = runToEnd(estimateHalation(inputOf(dark, noisy(dark, 2 / 255))));
    expect(withoutLamps.diagnostics.refusal).toBe('halation.no-highlights');
    expect(runToEnd(estimateHalation(inputOf(digital, noisy(digital, 2 / 255)))).value).toBeNull();
  });

  it('leaves an even picture as it is', () => {
    const even = rgbImage(60, 40, 'srgb', new Float32Array(3 * 60 * 40).fill(0.4));
    const worst = renderHalation(even, TRUTH).data.reduce((max, v) => Math.max(max, Math.abs(v - 0.4)), 0);
    expect(worst).toBeLessThan(TRANSFER_TABLE + FLOAT32);
  });

  it('fades with the distance, in the film as in what is rendered', () => {
    const { measured, ours, distance } = halationProfile(inputOf(digital, film), TRUTH);
    expect(distance.length).toBeGreaterThan(6);
    expect(measured.red[0]).toBeGreaterThan(measured.red[6]);
    measured.red.forEach((v, i) => expect(Math.abs(v - ours.red[i])).toBeLessThan(3 * CODE8));
  });
});
