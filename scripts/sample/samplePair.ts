/**
 * The sample pair from its scene: the digital frame is the middle of a wider master picture, the film's frame lies in it by a
 * homography. All lengths are given for a digital picture of 1500 pixels and scale with its width, so that tests can make a
 * small pair quickly.
 */
import { SAMPLE_STOCK } from './film/sampleStock';
import { photographDigital } from './photographDigital';
import { photographFilm } from './photographFilm';
import { mapPoint, placeFrame, type Homography } from './picture/viewpoint';
import { resample, type LinearPicture } from './picture/resample';
import { COLOR_CHART_PLACEMENT, mainViewpoint } from './scene';
import { chartCorners } from './props/colorChart';
import { projectPoint } from './render/projectPoint';

const FULL_WIDTH = 1500;
export const SAMPLE_SEED = 1;
/** The film is metered for the scene's mean and then a little generously, as one does with negatives. */
const EXPOSURE_EV = 0.7;
const PRINT_EV = 0.2;
const VIGNETTE_EV = 0.75;

export interface SampleSizes {
  readonly digital: { readonly width: number; readonly height: number };
  readonly film: { readonly width: number; readonly height: number };
  /** The master picture reaches this far over the digital one on each side. */
  readonly margin: { readonly x: number; readonly y: number };
  readonly master: { readonly width: number; readonly height: number };
}

/** What a test may check the pair against. */
export interface SampleTruth {
  readonly about: string;
  readonly seed: number;
  /** Row-major 3×3: film pixel to digital pixel, pixel centers at integers. */
  readonly filmToDigital: Homography;
  readonly film: { width: number; height: number; stock: string; exposureEv: number; vignetteEv: number };
  readonly digital: { width: number; height: number };
  /** Corners of the color chart in digital pixels: top left, top right, bottom right, bottom left. */
  readonly colorChart: readonly (readonly [number, number])[];
}

export interface SamplePair {
  /** sRGB bytes, 3 a pixel. */
  readonly film: Uint8Array;
  readonly digital: Uint8Array;
  readonly truth: SampleTruth;
}

/** Sizes of all pictures for a width of the digital one. */
export function sampleSizes(digitalWidth: number = FULL_WIDTH): SampleSizes {
  const unit = digitalWidth / FULL_WIDTH;
  const size = (width: number) => ({
    width: Math.round(width * unit),
    height: Math.round((width * unit) / 1.5),
  });
  const digital = size(FULL_WIDTH);
  const margin = { x: Math.round(48 * unit), y: Math.round(32 * unit) };
  return {
    digital,
    film: size(1332),
    margin,
    master: { width: digital.width + 2 * margin.x, height: digital.height + 2 * margin.y },
  };
}

/** Takes both photographs of a master picture of the size that `sampleSizes` names. */
export function photographPair(
  master: LinearPicture,
  sizes: SampleSizes,
  seed: number = SAMPLE_SEED,
): SamplePair {
  const { digital, film, margin } = sizes;
  const unit = digital.width / FULL_WIDTH;
  const filmToDigital = placeFrame(film, digital, {
    scale: 1.075,
    turnDeg: 1.7,
    shiftPx: [16 * unit, -10 * unit],
    perspective: [1.6e-5 / unit, -1.1e-5 / unit],
  });
  const digitalScene = resample(master, digital.width, digital.height, (x, y) => [
    x + margin.x,
    y + margin.y,
  ]);
  const filmScene = resample(master, film.width, film.height, (x, y) => {
    const [dx, dy] = mapPoint(filmToDigital, x, y);
    return [dx + margin.x, dy + margin.y];
  });
  const view = mainViewpoint(sizes.master.width, sizes.master.height);
  return {
    digital: photographDigital(
      digitalScene,
      {
        gain: 1.3,
        veil: 0.03,
        veilRadiusPx: 26 * unit,
        photonNoise: 0.006,
        readNoise: 0.0008,
        contrast: 0.022,
      },
      seed + 1,
    ),
    film: photographFilm(
      filmScene,
      {
        stock: SAMPLE_STOCK,
        exposureEv: EXPOSURE_EV,
        printEv: PRINT_EV,
        vignetteEv: VIGNETTE_EV,
        blurPx: 0.6 * Math.max(0.5, unit),
        halationRadiusPx: 7 * unit,
        grainRadiusPx: 0.75,
      },
      seed + 2,
    ),
    truth: {
      about: 'Made by scripts/makeSamplePair.ts. filmToDigital is row-major, pixel centers at integers.',
      seed,
      filmToDigital,
      film: { ...film, stock: SAMPLE_STOCK.name, exposureEv: EXPOSURE_EV, vignetteEv: VIGNETTE_EV },
      digital,
      colorChart: chartCorners(COLOR_CHART_PLACEMENT).map((corner) => {
        const [x, y] = projectPoint(view, corner);
        return [x - margin.x, y - margin.y] as const;
      }),
    },
  };
}
