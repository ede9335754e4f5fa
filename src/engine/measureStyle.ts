/** How far the film is from the photo, as shot, with the look, and with the layers: ΔE2000 of small patches. */
import type { AdjustmentStack } from './adjustments';
import type { Plane, RgbImage } from './image/rgbImage';
import type { Look } from './look';
import type { DifferenceSummary } from './metrics/differenceSummary';
import { measureDifference } from './metrics/measureDifference';
import { averagePatches } from './metrics/patches';
import { renderLook } from './render/renderLook';
import { renderStack } from './render/renderStack';
import type { Task } from './task';

/** A film frame on the pixels of its digital photo. */
export interface RegisteredPictures {
  readonly digital: RgbImage;
  readonly registeredFilm: RgbImage;
  readonly reliability: Plane;
}

export interface StyleDifferences {
  readonly before: DifferenceSummary;
  readonly look: DifferenceSummary;
  readonly stack: DifferenceSummary;
}

export function* measureStyle(
  pictures: RegisteredPictures,
  look: Look,
  stack: AdjustmentStack,
): Task<StyleDifferences> {
  const { digital, film, trust } = averagePatches(
    pictures.digital,
    pictures.registeredFilm,
    pictures.reliability,
  );
  const differenceFrom = (rendered: RgbImage) => measureDifference(rendered, film, trust);
  yield { stage: 'measure', fraction: 0 };
  const before = differenceFrom(digital);
  yield { stage: 'measure', fraction: 0.3 };
  const withLook = differenceFrom(renderLook(digital, look));
  yield { stage: 'measure', fraction: 0.6 };
  const withStack = differenceFrom(renderStack(digital, stack));
  yield { stage: 'measure', fraction: 1 };
  return { before, look: withLook, stack: withStack };
}
