import { estimateGrain } from '../../../src/engine/grain/estimateGrain';
import { grainSizeUm } from '../../../src/engine/grain/grainSize';
import { createNoiseField, scaleSpectrum, seedOfName } from '../../../src/engine/grain/grainNoise';
import { autocorrelation, correlationLength } from '../../../src/engine/grain/grainSpectrum';
import { renderGrain } from '../../../src/engine/grain/renderGrain';
import { plane, rgbImage, type RgbImage } from '../../../src/engine/image/rgbImage';
import type { GrainModel } from '../../../src/engine/look';
import { readCurve } from '../../../src/engine/render/renderLook';
import { runToEnd } from '../../../src/engine/task';
import { createRandom } from '../../support/createRandom';
import { FLOAT32 } from '../../support/tolerances';

const WIDTH = 384;
const HEIGHT = 256;
const SIGMA = 6 / 255;
/** Strongest in the middle tones, stronger in blue. */
const hump = (sigma: number): number[] => [0.4, 0.75, 1, 0.75, 0.4].map((share) => share * sigma);
const TRUTH: GrainModel = {
  strength: { red: hump(SIGMA), green: hump(SIGMA), blue: hump(1.3 * SIGMA) },
  correlation: [0.4, 0.3, 0.35],
  spectrum: [
    { sigmaPx: 0.9, share: 0.7 },
    { sigmaPx: 1.75, share: 0.3 },
  ],
  sizePx: 2,
  analysedLongEdgePx: WIDTH,
};

/** Patches of smooth tone with a little structure and noise of the camera. */
function photo(noise: number): RgbImage {
  const random = createRandom(9);
  const image = rgbImage(WIDTH, HEIGHT, 'srgb');
  for (let i = 0; i < WIDTH * HEIGHT; i++) {
    const [x, y] = [i % WIDTH, Math.floor(i / WIDTH)];
    const tone = 0.12 + 0.74 * (((Math.floor(x / 64) + 3 * Math.floor(y / 64)) % 9) / 8);
    const structure = 0.004 * Math.sin(x / 5) * Math.sin(y / 7);
    for (let c = 0; c < 3; c++) {
      image.data[3 * i + c] = tone + structure + noise * (random() + random() - 1) * Math.sqrt(6);
    }
  }
  return image;
}

function estimateOn(film: RgbImage, rendered: RgbImage) {
  const reliability = plane(
    rendered.width,
    rendered.height,
    new Float32Array(rendered.width * rendered.height).fill(1),
  );
  const mapping = { filmToDigital: [1, 0, 0, 0, 1, 0, 0, 0, 1] as const, warp: null };
  return runToEnd(estimateGrain([{ film, rendered, mapping, reliability, longEdgePx: WIDTH }]));
}

function deviation(values: ArrayLike<number>): number {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i];
    squares += values[i] ** 2;
  }
  return Math.sqrt(squares / values.length - (sum / values.length) ** 2);
}

describe('the grain of a film', () => {
  const film = renderGrain(photo(0), TRUTH, { seed: 3 });
  const { value, diagnostics } = estimateOn(film, photo(1 / 255));

  it('is measured with its strength in every channel, though the photo has noise of its own', () => {
    for (const channel of ['red', 'green', 'blue'] as const) {
      for (const tone of [0.3, 0.5, 0.7]) {
        const ratio = readCurve(value!.strength[channel], tone) / readCurve(TRUTH.strength[channel], tone);
        expect(Math.abs(ratio - 1)).toBeLessThan(0.12);
      }
    }
    expect(diagnostics.refusal).toBeNull();
  });

  it('is measured with its size and with what the channels share', () => {
    const size = correlationLength(TRUTH.spectrum);
    expect(Math.abs(value!.sizePx / size - 1)).toBeLessThan(0.2);
    value!.correlation.forEach((r, i) => expect(Math.abs(r - TRUTH.correlation[i])).toBeLessThan(0.1));
  });

  it('is not invented where there is none, nor where it drowns', () => {
    expect(estimateOn(photo(0), photo(1 / 255)).value).toBeNull();
    const faint = { ...TRUTH, strength: { red: hump(0.003), green: hump(0.003), blue: hump(0.003) } };
    expect(estimateOn(renderGrain(photo(0), faint, { seed: 3 }), photo(1 / 255)).value).toBeNull();
  });

  it('is told from the noise of the scanner, which is the same at every tone', () => {
    const random = createRandom(2);
    const normal = () => (random() + random() + random() + random() - 2) * Math.sqrt(3);
    const scanned = { ...film, data: film.data.map((v) => v + (2 / 255) * normal()) };
    const noisy = estimateOn(scanned, photo(1 / 255));
    expect(Math.abs((255 * noisy.diagnostics.scannerNoise) / 2 - 1)).toBeLessThan(0.25);
    const ratio = readCurve(noisy.value!.strength.green, 0.5) / SIGMA;
    expect(Math.abs(ratio - 1)).toBeLessThan(0.12);
  });

  it('has a size on the film once the frame is known', () => {
    expect(grainSizeUm({ ...TRUTH, sizePx: 2, analysedLongEdgePx: 3600 }, 36)).toBeCloseTo(20, 6);
  });
});

describe('rendered grain', () => {
  it('has unit variance and the autocorrelation that it is asked for', () => {
    const field = createNoiseField(TRUTH.spectrum, 1, 200)(0, 200);
    expect(deviation(field)).toBeCloseTo(1, 1);
    for (const dx of [1, 2, 4]) {
      let sum = 0;
      for (let i = 0; i < field.length - dx; i++) sum += field[i] * field[i + dx];
      expect(Math.abs(sum / field.length - autocorrelation(TRUTH.spectrum, { dx, dy: 0 }))).toBeLessThan(
        0.04,
      );
    }
  });

  it('is the same in strips as in one piece, and does not repeat', () => {
    const field = createNoiseField(TRUTH.spectrum, seedOfName('Portra'), 50);
    const whole = field(0, 60);
    const parts = [...field(0, 23), ...field(23, 60)];
    expect(Math.max(...parts.map((v, i) => Math.abs(v - whole[i])))).toBeLessThan(FLOAT32);
    expect([...field(64, 70)]).not.toEqual([...field(0, 6)]);
  });

  it('grows with the picture and averages away in a smaller one', () => {
    const larger = scaleSpectrum(TRUTH.spectrum, 2);
    expect(larger.gain).toBeCloseTo(1, 6);
    expect(correlationLength(larger.spectrum) / correlationLength(TRUTH.spectrum)).toBeGreaterThan(1.7);
    expect(scaleSpectrum(TRUTH.spectrum, 0.25).gain).toBeLessThan(0.8);
  });
});
