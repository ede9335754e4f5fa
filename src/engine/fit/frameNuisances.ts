import type { FrameNuisances, LightStops } from '../estimation';
import { LIGHT_FIELD_TERMS } from './colorBins';
import { FIELD_VALUES, lightFieldTerms } from './frameLight';

const NO_STOPS: LightStops = { exposureEv: 0, redEv: 0, blueEv: 0 };

/** A frame about which nothing is known beside the look. */
export const NO_NUISANCES: FrameNuisances = {
  light: NO_STOPS,
  lab: NO_STOPS,
  offsetsKnown: false,
  field: new Array<number>(FIELD_VALUES).fill(0),
  vignetteEv: 0,
  castEv: 0,
};

/** Corners of a 3:2 frame, in the units of positions: half of the long edge is 1. */
const CORNER = { u: 1, v: 2 / 3 };
/** The cast is looked for on a grid of this many places to a side. */
const PLACES = 7;

/**
 * @param light common, red and blue stops before the film; `lab` behind it
 * @param field FIELD_VALUES coefficients
 */
export function frameNuisances(
  light: readonly number[],
  lab: readonly number[],
  field: ArrayLike<number>,
  offsetsKnown: boolean,
): FrameNuisances {
  const terms = new Float64Array(LIGHT_FIELD_TERMS);
  /** Field at a place: of all channels (part 0), of red or blue over green (parts 1 and 2). */
  const fieldAt = (u: number, v: number, part: number): number => {
    lightFieldTerms(u, v, terms, 0);
    let sum = 0;
    for (let k = 0; k < LIGHT_FIELD_TERMS; k++) sum += terms[k] * field[part * LIGHT_FIELD_TERMS + k];
    return sum;
  };
  const { u, v } = CORNER;
  const corners = fieldAt(u, v, 0) + fieldAt(-u, v, 0) + fieldAt(u, -v, 0) + fieldAt(-u, -v, 0);
  let least = Infinity;
  let most = -Infinity;
  for (let y = 0; y < PLACES; y++) {
    for (let x = 0; x < PLACES; x++) {
      const at = [u * ((2 * x) / (PLACES - 1) - 1), v * ((2 * y) / (PLACES - 1) - 1)] as const;
      const redOverBlue = fieldAt(...at, 1) - fieldAt(...at, 2);
      least = Math.min(least, redOverBlue);
      most = Math.max(most, redOverBlue);
    }
  }
  return {
    light: { exposureEv: light[0], redEv: light[1], blueEv: light[2] },
    lab: { exposureEv: lab[0], redEv: lab[1], blueEv: lab[2] },
    offsetsKnown,
    field: Array.from(field),
    vignetteEv: fieldAt(0, 0, 0) - corners / 4,
    castEv: most - least,
  };
}
