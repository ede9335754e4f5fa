import { createRgbToLab } from '../../../src/engine/color/lab';
import { deltaE2000 } from '../../../src/engine/metrics/deltaE';
import { fitInversion } from '../../../src/engine/negative/fitInversion';
import { flattenField, type FlatLevel } from '../../../src/engine/negative/flattenField';
import { guessInversion } from '../../../src/engine/negative/guessInversion';
import type { Inversion } from '../../../src/engine/negative/inversion';
import { createInversionMapper, invertNegative } from '../../../src/engine/negative/invertNegative';
import { measureFilmBase } from '../../../src/engine/negative/measureFilmBase';
import { projectInversion } from '../../../src/engine/negative/projectInversion';
import { kindOfNegative, recognizeNegative } from '../../../src/engine/negative/recognizeNegative';
import { renderStack16 } from '../../../src/engine/render/renderStack';
import { validateStack } from '../../../src/engine/render/validateStack';
import { rgbImage } from '../../../src/engine/image/rgbImage';
import { runToEnd } from '../../../src/engine/task';
import { formatInversion, parseInversion } from '../../../src/formats/inversion/inversionFile';
import {
  FILM_BASE,
  negativeOf,
  negativeSamples,
  negativeScan,
  sceneColors,
} from '../../support/simulatedNegative';
import { createRandom } from '../../support/createRandom';
import { CODE8 } from '../../support/tolerances';

const colors = sceneColors(600, 5);
const others = sceneColors(400, 6);
const scan = negativeScan(colors);

function meanDeltaE(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const toLab = createRgbToLab('srgb');
  const lab = new Float64Array(6);
  let sum = 0;
  for (let i = 0; i < a.length; i += 3) {
    toLab(a[i], a[i + 1], a[i + 2], lab, 0);
    toLab(b[i], b[i + 1], b[i + 2], lab, 3);
    sum += deltaE2000(lab[0], lab[1], lab[2], lab[3], lab[4], lab[5]);
  }
  return (3 * sum) / a.length;
}

function inverted(inversion: Inversion, film: Float32Array): Float32Array {
  const result = new Float32Array(film.length);
  createInversionMapper(inversion)(film, result, film.length / 3);
  return result;
}

const film = measureFilmBase(scan, null);
const fitted = runToEnd(
  fitInversion([negativeSamples(colors)], { kind: 'color', scanGamma: null, ...film }),
).value;

describe('a scanned color negative', () => {
  it('is known by its mask, and a positive is not taken for one', () => {
    expect(recognizeNegative(scan)).toBe('color');
    const positive = rgbImage(100, 100, 'srgb', Float32Array.from(sceneColors(10000, 3).flat()));
    expect(recognizeNegative(positive)).toBeNull();
  });

  it('shows the light of its base in the rebate, in spite of the holder', () => {
    film.base.forEach((light, c) => expect(light / FILM_BASE[c]).toBeCloseTo(1, 1));
  });

  it('shows it in the gap between two frames, where there is no rebate', () => {
    const [frame, gap, patch] = [240, 20, 12];
    const strip = rgbImage(2 * frame + gap, frame, 'srgb');
    for (let y = 0; y < frame; y++) {
      for (let x = 0; x < strip.width; x++) {
        const isGap = x >= frame && x < frame + gap;
        // Nothing in the frames is as dark as to leave the film unexposed.
        const color = colors[Math.floor(y / patch) * 20 + (Math.floor(x / patch) % 20)].map(
          (v) => 0.15 + 0.8 * v,
        );
        strip.data.set(negativeOf(isGap ? [0, 0, 0] : color), 3 * (y * strip.width + x));
      }
    }
    measureFilmBase(strip, null).base.forEach((light, c) => expect(light / FILM_BASE[c]).toBeCloseTo(1, 2));
  });

  it('comes within 2 ΔE of the photo that it was fitted to, and of colors that it was not', () => {
    for (const scene of [colors, others]) {
      const samples = negativeSamples(scene);
      expect(meanDeltaE(inverted(fitted, samples.film), samples.digital)).toBeLessThan(2);
    }
  });

  it('keeps grays gray', () => {
    const grays = Array.from({ length: 15 }, (_, i) => [0, 0, 0].fill((i + 2) / 18));
    const result = inverted(fitted, Float32Array.from(grays.flatMap((gray) => negativeOf(gray))));
    for (let i = 0; i < result.length; i += 3) {
      const [r, g, b] = result.subarray(i, i + 3);
      expect(Math.max(r, g, b) - Math.min(r, g, b)).toBeLessThan(6 * CODE8);
    }
  });

  it('becomes a positive without a photo as well: brighter scenes print brighter', () => {
    const guess = guessInversion(scan, { kind: 'color' });
    const grays = Array.from({ length: 20 }, (_, i) => negativeOf([0, 0, 0].fill(i / 19)));
    const result = inverted(guess, Float32Array.from(grays.flat()));
    for (let i = 3; i < result.length; i++) expect(result[i]).toBeGreaterThanOrEqual(result[i - 3]);
    expect(result[result.length - 2] - result[1]).toBeGreaterThan(0.5);
  });

  it('is the same under the three layers that the inversion becomes', () => {
    const stack = projectInversion(fitted);
    validateStack(stack);
    const { film: source } = negativeSamples(others);
    const codes = Uint16Array.from(source, (value) => Math.round(32768 * value));
    const layers = Float32Array.from(renderStack16(codes, 3, stack), (code) => code / 32768);
    expect(meanDeltaE(layers, inverted(fitted, source))).toBeLessThan(2);
  });

  it('is inverted alike with numbers that went through a file', () => {
    const back = parseInversion(formatInversion(fitted), 'roll.json');
    const { film: source } = negativeSamples(others);
    expect(meanDeltaE(inverted(back, source), inverted(fitted, source))).toBeLessThan(0.01);
    const damaged = formatInversion({ ...fitted, gamma: [-1, 1, 1] });
    expect(() => parseInversion(damaged, 'roll.json')).toThrow(
      expect.objectContaining({ code: 'inversion-invalid' }),
    );
  });
});

describe('a silver negative', () => {
  it('is silver though the noise of the scanner parts the channels in its densest parts', () => {
    const { width, height, space, data } = negativeScan(colors, true);
    const random = createRandom(17);
    const noisy = data.slice();
    // A band of eight hundredths of the frame.
    for (let i = 3 * width * 150; i < 3 * width * 180; i++) noisy[i] = 0.02 + 0.08 * random();
    expect(kindOfNegative(rgbImage(width, height, space, noisy))).toBe('black-and-white');
  });

  it('is told from a color negative, and gives a gray positive with the lightness of the photo', () => {
    const silver = negativeScan(colors, true);
    expect(kindOfNegative(silver)).toBe('black-and-white');
    const samples = negativeSamples(colors, true);
    const options = { kind: 'black-and-white', scanGamma: null, ...measureFilmBase(silver, null) } as const;
    const { value } = runToEnd(fitInversion([samples], options));
    const positive = inverted(value, samples.film);
    const lightness = samples.digital.map((_, i) => {
      const at = 3 * Math.floor(i / 3);
      return (samples.digital[at] + samples.digital[at + 1] + samples.digital[at + 2]) / 3;
    });
    expect(meanDeltaE(positive, lightness)).toBeLessThan(3);
  });
});

describe('a scan under uneven light', () => {
  const width = 120;
  const flat = rgbImage(width, 80, 'srgb');
  const uneven = rgbImage(width, 80, 'srgb');
  for (let i = 0; i < width * 80; i++) {
    const light = 0.9 - 0.5 * ((i % width) / width);
    flat.data.fill(light ** (1 / 2.4), 3 * i, 3 * i + 3);
    uneven.data.fill((0.5 * light) ** (1 / 2.4), 3 * i, 3 * i + 3);
  }
  const rowOf = (level: FlatLevel): Float32Array => {
    const row = flattenField(uneven, flat, 2.4, level).data.subarray(3 * width * 40, 3 * width * 41);
    return row.subarray(30, row.length - 30);
  };

  it('is even after the flat frame was taken out', () => {
    const row = rowOf('dimmest');
    expect(Math.max(...row) - Math.min(...row)).toBeLessThan(4 * CODE8);
    expect(invertNegative(uneven, fitted).data.every((value) => value >= 0 && value <= 1)).toBe(true);
  });

  it('is as bright as its dimmest part for an inversion, and as it was on average for a positive', () => {
    const lightOf = (level: FlatLevel): number => rowOf(level)[135] ** 2.4;
    const meanLamp = 0.65;
    expect(lightOf('dimmest') / 0.5).toBeLessThan(0.5);
    expect(Math.abs(lightOf('average') / 0.5 / meanLamp - 1)).toBeLessThan(0.1);
  });
});
