/** What of a frame's own light a match put back into its look, as numbers and in words. */
import type { LightStops } from '../engine/estimation';
import type { Matched } from './matchReport';
import { roundedStops, stopsInWords } from './ownLight';

export interface MatchedFrameReport {
  /** 1 is the first. */
  readonly pair: number;
  /** In stops: light on the film over light in the camera, before the look. */
  readonly light: LightStops;
  /** In stops: the correction by lab or scanner, behind it. */
  readonly lab: LightStops;
}

/** @returns null when no frame was asked for */
export function matchedFrameReport({ matchedFrame, pairs }: Matched): MatchedFrameReport | null {
  if (matchedFrame === undefined || matchedFrame === null) return null;
  const { light, lab } = pairs[matchedFrame].nuisances;
  return { pair: matchedFrame + 1, light: roundedStops(light), lab: roundedStops(lab) };
}

export function describeMatchedFrame({ pair, light, lab }: MatchedFrameReport): string {
  const parts = [
    ...(isZero(light) ? [] : [`before the film ${stopsInWords(light)}`]),
    ...(isZero(lab) ? [] : [`by lab or scanner ${stopsInWords(lab)}`]),
  ];
  if (parts.length === 0) {
    return `The look matches pair ${pair} as it is: exposure and white balance of its own are none, or part of the look already.`;
  }
  return `The look matches pair ${pair} exactly. Put back into it: ${parts.join('; ')}. Take it for this frame, not for the roll.`;
}

function isZero({ exposureEv, redEv, blueEv }: LightStops): boolean {
  return exposureEv === 0 && redEv === 0 && blueEv === 0;
}
