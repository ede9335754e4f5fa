/** Film against the photo as it is, with the look, and with the layers: everything that is measured, on patches. */
import type { AdjustmentStack } from '../engine/adjustments';
import type { Plane, RgbImage } from '../engine/image/rgbImage';
import type { Look } from '../engine/look';
import { comparePictures, type Comparison } from '../engine/metrics/comparePictures';
import { averagePatches } from '../engine/metrics/patches';
import { renderLook } from '../engine/render/renderLook';
import { renderStack } from '../engine/render/renderStack';

export interface MatchedStyle {
  readonly look: Look;
  readonly stack: AdjustmentStack;
  /** The look that the other pairs gave. @default null: there are none */
  readonly heldOut?: Look | null;
}

export interface PairComparison {
  readonly before: Comparison;
  readonly look: Comparison;
  readonly stack: Comparison;
  /** As shot, with the look of the other pairs. */
  readonly heldOut: Comparison | null;
}

/** @param registeredFilm on the digital picture's pixels, with how far each is to be trusted */
export function comparePair(
  image: RgbImage,
  { registeredFilm, reliability }: { readonly registeredFilm: RgbImage; readonly reliability: Plane },
  style: MatchedStyle,
): PairComparison {
  const { digital, film, trust } = averagePatches(image, registeredFilm, reliability);
  // Regions by the scene's own colors, so that they are the same before and after.
  const compare = (picture: RgbImage): Comparison => comparePictures(picture, film, trust, digital);
  return {
    before: compare(digital),
    look: compare(renderLook(digital, style.look)),
    stack: compare(renderStack(digital, style.stack)),
    heldOut: style.heldOut ? compare(renderLook(digital, style.heldOut)) : null,
  };
}
