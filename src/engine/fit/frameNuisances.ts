import type { FrameNuisances, LightStops } from '../estimation';
import { LIGHT_FIELD_TERMS } from './colorBins';

const NO_STOPS: LightStops = { exposureEv: 0, redEv: 0, blueEv: 0 };

/** A frame about which nothing is known beside the look. */
export const NO_NUISANCES: FrameNuisances = {
  light: NO_STOPS,
  lab: NO_STOPS,
  offsetsKnown: false,
  field: new Array<number>(3 * LIGHT_FIELD_TERMS).fill(0),
  vignetteEv: 0,
  castEv: 0,
};
