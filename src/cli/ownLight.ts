/** What of a frame is its own and not the film: as numbers, and in words. */
import type { FrameNuisances, LightStops } from '../engine/estimation';
import { rounded } from './print';

/** In stops. */
export interface OwnLightReport {
  /** Light lost in the corners against the middle. */
  readonly vignetteEv: number;
  /** Largest difference of red against blue over the frame. */
  readonly castEv: number;
  /** With a single pair exposure and white balance are part of the look, and zero here. */
  readonly offsetsKnown: boolean;
  /** Against the mean of the pairs: light on the film over light in the camera, and the lab's correction behind it. */
  readonly light: LightStops;
  readonly lab: LightStops;
}

export function ownLightReport(own: FrameNuisances): OwnLightReport {
  return {
    vignetteEv: rounded(own.vignetteEv),
    castEv: rounded(own.castEv),
    offsetsKnown: own.offsetsKnown,
    light: roundedStops(own.light),
    lab: roundedStops(own.lab),
  };
}

/** A name and a value each, with its unit. */
export function ownLightFacts({
  vignetteEv,
  castEv,
  offsetsKnown,
  light,
  lab,
}: OwnLightReport): readonly { readonly name: string; readonly value: string }[] {
  return [
    { name: 'Corners darker by', value: `${signed(vignetteEv)} EV` },
    { name: 'Color cast across the frame', value: `${castEv.toFixed(2)} EV` },
    ...(offsetsKnown
      ? [
          { name: 'Before the film', value: stopsInWords(light) },
          { name: 'By lab or scanner', value: stopsInWords(lab) },
        ]
      : [{ name: 'Exposure and white balance', value: 'part of the look: one pair cannot tell them apart' }]),
  ];
}

export function roundedStops({ exposureEv, redEv, blueEv }: LightStops): LightStops {
  return { exposureEv: rounded(exposureEv), redEv: rounded(redEv), blueEv: rounded(blueEv) };
}

export function stopsInWords({ exposureEv, redEv, blueEv }: LightStops): string {
  return `${signed(exposureEv)} EV exposure, ${signed(redEv)} EV red and ${signed(blueEv)} EV blue`;
}

function signed(ev: number): string {
  return `${ev < 0 ? '−' : '+'}${Math.abs(ev).toFixed(2)}`;
}
