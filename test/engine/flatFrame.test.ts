/** Film scanned in uneven light, through the whole recipe, with and without a frame that shows the light. */
import { estimate } from '../../src/engine/estimate';
import type { FilmOptions } from '../../src/engine/estimation';
import { rgbImage, type RgbImage } from '../../src/engine/image/rgbImage';
import { RGB_SPACES } from '../../src/engine/color/rgbSpaces';
import { registerAgain } from '../../src/engine/registerAgain';
import { runToEnd } from '../../src/engine/task';
import { formatSealed, parseSealed } from '../../src/formats/sealedData';
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

function matched(options: FilmOptions) {
  const pairs = [{ film: scan, digital }];
  const result = runToEnd(estimate({ pairs, name: 'lamp', grain: false, halation: false, ...options }));
  if (result.status !== 'ok') throw new Error(result.alignment.status);
  return result;
}

/** ΔE2000 between the photo and the positive that the recipe made of the film. */
const distanceOf = ({ pairs }: ReturnType<typeof matched>): number =>
  meanDifference(pairs[0].registeredFilm.data, digital.data);

const scan = inLampLight(negativeFilm());
const flat = inLampLight(null);

describe('a flat frame in a match', () => {
  const evened = matched({ flats: [flat] });

  it('brings a negative that was scanned in uneven light as near to the photo as one in even light', () => {
    expect(distanceOf(evened)).toBeLessThan(1.5);
    expect(distanceOf(evened)).toBeLessThan(distanceOf(matched({})) / 2);
  });

  it('leaves what lays the film on the photo again to the bit, after a way through a text', () => {
    const seal = { kind: 'test', version: 1 };
    const { pairs, inversion = null, ...others } = evened;
    const [{ alignment, registeredFilm, reliability }] = pairs;
    const findings = { alignment, inversion, ...others };
    const kept = parseSealed(seal, formatSealed(seal, findings)) as typeof findings;
    expect(kept).toEqual(findings);
    const again = { alignment: kept.alignment, inversion: kept.inversion };
    const choices = { flat, scanGamma: null, negative: 'auto' } as const;
    expect(runToEnd(registerAgain({ pair: { film: scan, digital }, ...choices, ...again }))).toEqual({
      registeredFilm,
      reliability,
    });
  });
});
