/** The table of a look for pictures in a space of the user's choice, and how near a file comes to it. */
import type { RgbSpaceId } from '../../engine/color/rgbSpace';
import { RGB_SPACES } from '../../engine/color/rgbSpaces';
import type { Look } from '../../engine/look';
import { createLutMapper } from '../../engine/render/applyLut';
import { bakeLut } from '../../engine/render/bakeLut';
import type { Lut3d } from '../../engine/render/lut3d';
import type { Loss } from './losses';
import { bakeLutIn, lookMapperIn } from './lutInSpace';
import { compareMappers, measureRoundTrip, type RoundTrip } from './roundTrip';

export interface Table {
  readonly lut: Lut3d;
  readonly losses: readonly Loss[];
  /** @param readBack the table as it stands in the written file; measured over the colors of its own space */
  readonly measure: (readBack: Lut3d) => RoundTrip;
}

/** @param space of the pictures that the table is for. @default the one that the look was learned in */
export function bakeTable(look: Look, size: number, space: RgbSpaceId = look.space): Table {
  if (space === look.space) {
    return {
      lut: bakeLut(look, size),
      losses: [],
      measure: (readBack) => measureRoundTrip(look, createLutMapper(readBack)),
    };
  }
  const values = { space: RGB_SPACES[space].label, lookSpace: RGB_SPACES[look.space].label };
  return {
    lut: bakeLutIn(look, size, space),
    losses: [{ code: 'chosen-space', values }],
    measure: (readBack) => compareMappers(space, lookMapperIn(look, space), createLutMapper(readBack)),
  };
}
