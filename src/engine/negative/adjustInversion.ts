/** A print made lighter, or harder, than the numbers of an inversion say: what the user turns; the roll's numbers stay. */
import type { Inversion, Triple } from './inversion';

export interface InversionAdjustment {
  /** Stops of light on the print, positive: lighter. */
  readonly exposureEv: number;
  /** Factor on the contrast around middle gray, > 0; 1 leaves it. */
  readonly contrast: number;
}

/** log10 of the light of middle gray, which keeps its place when the contrast changes. */
const MIDDLE_GRAY = Math.log10(0.18);

export function adjustInversion(
  inversion: Inversion,
  { exposureEv, contrast }: InversionAdjustment,
): Inversion {
  const { gamma, offset } = inversion;
  const shift = (1 - contrast) * MIDDLE_GRAY + exposureEv * Math.log10(2);
  const each = (values: Triple, change: (value: number) => number): Triple => [
    change(values[0]),
    change(values[1]),
    change(values[2]),
  ];
  return {
    ...inversion,
    gamma: each(gamma, (value) => contrast * value),
    offset: each(offset, (value) => contrast * value + shift),
  };
}
