/** What of film is not color: halation and grain, estimated once the look is known, and put into it. */
import type { Alignment } from './align/alignment';
import { composeHomographies, localScale, resizeHomography } from './align/homography';
import { estimateGrain, type GrainEstimate, type GrainFilm } from './grain/estimateGrain';
import { cutGrainSample, type GrainSample } from './grain/grainSample';
import { seedOfName } from './grain/grainNoise';
import type { HalationEstimate } from './halation/estimateHalation';
import { halationProfile, type HalationProfile } from './halation/halationProfile';
import { poolHalation } from './halation/poolHalation';
import { refineHalation, type FitLookTo } from './halation/refineHalation';
import type { Plane, RgbImage } from './image/rgbImage';
import type { Look } from './look';
import { applyLut } from './render/applyLut';
import { bakeLut } from './render/bakeLut';
import { within, type Task } from './task';

/** One registered pair. */
export interface TextureInput {
  readonly digital: RgbImage;
  /** The film, positive, on the pixels of `digital`. */
  readonly film: RgbImage;
  /** The film, positive, in its own pixels, as fine as there are. */
  readonly detail: RgbImage;
  /** Size of the film picture that `alignment` was found in. */
  readonly alignedFilm: { readonly width: number; readonly height: number };
  readonly alignment: Alignment;
  readonly reliability: Plane;
  readonly fitLookTo: FitLookTo;
}

export interface TextureSwitches {
  readonly grain: boolean;
  readonly halation: boolean;
}

export interface TextureEstimate {
  /** Null where it was not asked for. */
  readonly grain: GrainEstimate['diagnostics'] | null;
  readonly halation: HalationEstimate['diagnostics'] | null;
  /** For the eye; null where nothing was found. */
  readonly grainSample: GrainSample | null;
  readonly halationProfile: HalationProfile | null;
}

const LUT_SIZE = 33;

/**
 * @param inputs the pairs, at least one
 * @returns the look with grain and halation, or null for each that cannot be measured
 */
export function* estimateTexture(
  inputs: readonly TextureInput[],
  look: Look,
  switches: TextureSwitches,
): Task<{ readonly look: Look; readonly texture: TextureEstimate }> {
  const halations: HalationEstimate[] = [];
  for (const [i, { digital, film, reliability, fitLookTo }] of inputs.entries()) {
    if (!switches.halation) break;
    const [from, to] = [(0.6 * i) / inputs.length, (0.6 * (i + 1)) / inputs.length];
    halations.push(yield* within(refineHalation({ digital, film, reliability, look }, fitLookTo), from, to));
  }
  const halation = switches.halation ? poolHalation(halations) : null;
  const shown = halation ? inputs[halation.shown] : inputs[0];
  const films = switches.grain ? inputs.map((input) => grainFilm(input, look)) : [];
  const grain = switches.grain ? yield* within(estimateGrain(films), 0.6, 1) : null;
  const place = grain?.diagnostics.example;
  return {
    look: { ...look, grain: grain?.value ?? null, halation: halation?.value ?? null },
    texture: {
      grain: grain?.diagnostics ?? null,
      halation: halation?.diagnostics ?? null,
      grainSample:
        grain?.value && place
          ? cutGrainSample(films[place.film], grain.value, place.corner, seedOfName(look.name))
          : null,
      halationProfile: halation?.value ? halationProfile({ ...shown, look }, halation.value) : null,
    },
  };
}

function grainFilm(
  { digital, detail, alignment, alignedFilm, reliability }: TextureInput,
  look: Look,
): GrainFilm {
  const { width, height } = detail;
  const filmToDigital = composeHomographies(
    alignment.filmToDigital,
    resizeHomography(alignedFilm.width / width, alignedFilm.height / height),
  );
  return {
    film: detail,
    rendered: applyLut(digital, bakeLut(look, LUT_SIZE)),
    mapping: { filmToDigital, warp: alignment.warp },
    reliability,
    longEdgePx: Math.max(digital.width, digital.height) / localScale(filmToDigital, width / 2, height / 2),
  };
}
