/** Film scanned in uneven light, through the whole recipe, with and without a frame that shows the light. */
import { estimate } from '../../src/engine/estimate';
import type { FilmOptions } from '../../src/engine/estimation';
import { rgbImage, type RgbImage } from '../../src/engine/image/rgbImage';
import { RGB_SPACES } from '../../src/engine/color/rgbSpaces';
import { runToEnd } from '../../src/engine/task';
import { meanDifference } from '../support/meanDifference';
import { loadSamplePair } from '../support/samplePair';
import { negativeOf } from '../support/simulatedNegative';

jest.setTimeout(120_000);

const { encode, decode } = RGB_SPACES.srgb;
const { digital } = loadSamplePair(300);
const { width, height } = digital;

/** The lamp: darker to the corners, and to the right more so in blue. */
function lampAt(pixel: number, channel: number): number {
  const [x, y] = [(pixel % width) / width - 0.5, Math.floor(pixel / width) / height - 0.5];
  return 0.95 * (1 - 0.9 * (x * x + y * y)) * (1 - (0.1 + 0.1 * channel) * (x + 0.5));
}

function inLampLight(film: RgbImage | null): RgbImage {
  const result = rgbImage(width, height, 'srgb');
  for (let i = 0; i < result.data.length; i++) {
    const through = film ? decode(film.data[i]) : 1;
    result.data[i] = encode(through * lampAt(Math.floor(i / 3), i % 3));
  }
  return result;
}

function negativeFilm(): RgbImage {
  const film = rgbImage(width, height, 'srgb');
  for (let i = 0; i < film.data.length; i += 3)
    film.data.set(negativeOf([...digital.data.subarray(i, i + 3)]), i);
  return film;
}

/** ΔE2000 between the photo and the positive that the recipe made of the film. */
function distanceOf(film: RgbImage, options: FilmOptions): number {
  const pairs = [{ film: inLampLight(film), digital }];
  const result = runToEnd(estimate({ pairs, name: 'lamp', grain: false, halation: false, ...options }));
  if (result.status !== 'ok') throw new Error(result.alignment.status);
  return meanDifference(result.pairs[0].registeredFilm.data, digital.data);
}

const flat = inLampLight(null);

describe('a flat frame in a match', () => {
  it('brings a negative that was scanned in uneven light as near to the photo as one in even light', () => {
    const film = negativeFilm();
    const [uneven, evened] = [distanceOf(film, {}), distanceOf(film, { flats: [flat] })];
    expect(evened).toBeLessThan(1.5);
    expect(evened).toBeLessThan(uneven / 2);
  });
});
