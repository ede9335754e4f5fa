/**
 * How a registered film lies on the digital picture, to look at: the edges of the film in orange, those of the digital
 * picture in blue, and white where they coincide, over the darkened digital picture. Orange and sky blue of Okabe and Ito
 * ("Color universal design", 2008) stay apart for every kind of color vision. Edges have no polarity, so that a negative
 * reads like a positive. What the alignment does not trust is hatched.
 */
import { blurInStrips } from '../image/gaussianBlur';
import type { Plane, RgbImage } from '../image/rgbImage';
import { rgbImage } from '../image/rgbImage';
import { stretchedLuma } from '../image/stretchedLuma';
import type { Task } from '../task';
import { within } from '../task';

/** Encoded sRGB, for the legend. */
export const FILM_EDGE_COLOR = [0.9, 0.62, 0] as const;
export const DIGITAL_EDGE_COLOR = [0.34, 0.71, 0.91] as const;

const STAGE = 'preview';
/** Finer detail than this is grain to the eye. */
const SMOOTHING_PX = 1.6;
/** Share of the gradients that are drawn at less than full strength. */
const FULL_STRENGTH_QUANTILE = 0.96;
/** Gradients below this share of full strength are not drawn. */
const FAINT = 0.25;
const BACKGROUND = 0.35;
/** Below this trust a pixel is hatched. */
const MIN_TRUST = 0.3;
const HATCH_PX = 8;
const HATCH_LIGHT = 0.22;
const ROWS_PER_STEP = 32;

/** @param registeredFilm on the digital picture's pixels. @param trust of the same size, in [0, 1]. @returns sRGB */
export function* edgeOverlay(registeredFilm: RgbImage, digital: RgbImage, trust: Plane): Task<RgbImage> {
  const { width, height } = digital;
  const gray = (yield* within(stretchedLuma(digital, STAGE), 0, 0.05)).data;
  const digitalEdges = yield* within(edgeStrength(gray, width, height), 0.05, 0.35);
  const filmGray = (yield* within(stretchedLuma(registeredFilm, STAGE), 0.35, 0.4)).data;
  const filmEdges = yield* within(edgeStrength(filmGray, width, height), 0.4, 0.7);
  const result = rgbImage(width, height, 'srgb');
  const { data } = result;
  for (let y = 0; y < height; y++) {
    for (let x = 0, i = y * width; x < width; x++, i++) {
      const isTrusted = trust.data[i] >= MIN_TRUST;
      const base = isTrusted || (x + y) % HATCH_PX > 1 ? BACKGROUND * clamp(gray[i]) : HATCH_LIGHT;
      // Outside the film's frame there are no film edges to compare with.
      const film = trust.data[i] > 0 ? filmEdges[i] : 0;
      const both = Math.min(film, digitalEdges[i]);
      const onlyFilm = film - both;
      const onlyDigital = digitalEdges[i] - both;
      const rest = 1 - Math.max(film, digitalEdges[i]);
      for (let c = 0; c < 3; c++) {
        data[3 * i + c] =
          both + onlyFilm * FILM_EDGE_COLOR[c] + onlyDigital * DIGITAL_EDGE_COLOR[c] + rest * base;
      }
    }
    if (y % ROWS_PER_STEP === 0) yield { stage: STAGE, fraction: 0.7 + (0.3 * y) / height };
  }
  return result;
}

/** Gradient magnitude of the smoothed picture, in [0, 1]. */
function* edgeStrength(gray: Float32Array, width: number, height: number): Task<Float32Array> {
  const smooth = new Float32Array(gray.length);
  const strength = new Float32Array(gray.length);
  yield* blurInStrips(gray, smooth, strength, width, height, SMOOTHING_PX, STAGE);
  strength.fill(0);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      strength[i] = Math.hypot(smooth[i + 1] - smooth[i - 1], smooth[i + width] - smooth[i - width]);
    }
    if (y % ROWS_PER_STEP === 0) yield { stage: STAGE, fraction: y / height };
  }
  const full = Math.max(1e-4, quantile(strength, FULL_STRENGTH_QUANTILE));
  for (let i = 0; i < strength.length; i++) {
    strength[i] = clamp((strength[i] / full - FAINT) / (1 - FAINT));
  }
  return strength;
}

function quantile(values: Float32Array, share: number): number {
  const step = Math.max(1, Math.floor(values.length / 20011));
  const sample = values.filter((_, i) => i % step === 0).sort();
  return sample[Math.floor(share * (sample.length - 1))];
}

function clamp(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value;
}
