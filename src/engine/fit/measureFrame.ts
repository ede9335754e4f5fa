import type { FrameNuisances, PairEstimate } from '../estimation';
import type { Look } from '../look';
import { createLookMapper } from '../render/renderLook';
import type { ColorSamples } from '../sample/colorSamples';
import { estimateOneFrame, renderSamples, type OneFrame } from './estimateOneFrame';
import { frameNuisances } from './frameNuisances';
import { summarizeColors } from './summarizeColors';

/**
 * What of a pair is the frame's own, and what neither it nor the look explains.
 * @param known as the fit found it; null for a pair that was left out of the fit: it is estimated under the look then
 */
export function measureFrame(
  samples: ColorSamples,
  look: Look,
  known: FrameNuisances | null,
): Pick<PairEstimate, 'nuisances' | 'residual'> {
  const map = createLookMapper(look);
  const frame = known ? oneFrame(known) : estimateOneFrame(samples, map);
  return {
    nuisances: known ?? frameNuisances(frame.light, frame.lab, frame.field, true),
    residual: summarizeColors(samples, renderSamples(samples, map, frame)),
  };
}

function oneFrame({ light, lab, field }: FrameNuisances): OneFrame {
  return {
    light: [light.exposureEv, light.redEv, light.blueEv],
    lab: [lab.exposureEv, lab.redEv, lab.blueEv],
    field: Float64Array.from(field),
  };
}
