/**
 * "Match this frame exactly": the look with what the fit kept out of it for one frame put back in: its light before the
 * film, and the lab's correction behind it. A light field depends on the place and cannot be part of a look.
 */
import type { FrameNuisances, LightStops } from '../estimation';
import type { Look } from '../look';
import { latticeColors } from '../render/bakeLut';
import { createLookMapper } from '../render/renderLook';
import { decomposeLook } from './decomposeLook';
import { createLightCorrection } from './frameLight';

const SIZE = 33;

/** @returns a look of the same name and provenance; the look itself where the frame has no offsets */
export function matchFrame(look: Look, { light, lab }: Pick<FrameNuisances, 'light' | 'lab'>): Look {
  if (isZero(light) && isZero(lab)) return look;
  const correct = createLightCorrection(look.space);
  const colors = latticeColors(SIZE);
  const values = new Float64Array(colors.length);
  const before = stopsOf(light);
  const behind = stopsOf(lab);
  for (let i = 0; i < values.length; i += 3) correct(colors, i, before, values, i, null);
  createLookMapper(look)(values, values, SIZE ** 3);
  for (let i = 0; i < values.length; i += 3) correct(values, i, behind, values, i, null);
  const isMonochrome = look.matrix.every((value, i) => Math.abs(value - look.matrix[i % 3]) < 1e-6);
  const matched = decomposeLook(
    { size: SIZE, values, space: look.space },
    { name: look.name, monochrome: isMonochrome },
  );
  return { ...matched, grain: look.grain, halation: look.halation, provenance: look.provenance };
}

function isZero({ exposureEv, redEv, blueEv }: LightStops): boolean {
  return exposureEv === 0 && redEv === 0 && blueEv === 0;
}

/** Stops of red, green and blue. */
function stopsOf({ exposureEv, redEv, blueEv }: LightStops): readonly [number, number, number] {
  return [exposureEv + redEv, exposureEv, exposureEv + blueEv];
}
