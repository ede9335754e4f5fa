/** The shape of an inversion in a file: of its own, or inside of a style. */
import * as v from 'valibot';
import { RGB_SPACE_IDS } from '../../engine/color/rgbSpace';
import { INVERSION_RANGES, NEGATIVE_KINDS } from '../../engine/negative/inversion';

const within = ({ min, max }: { readonly min: number; readonly max: number }) =>
  v.pipe(v.number(), v.finite(), v.minValue(min), v.maxValue(max));
const triple = (range: { readonly min: number; readonly max: number }) =>
  v.tuple([within(range), within(range), within(range)]);
const R = INVERSION_RANGES;

export const inversionSchema = v.looseObject({
  version: v.literal(1),
  kind: v.picklist(NEGATIVE_KINDS),
  space: v.picklist(RGB_SPACE_IDS),
  scanGamma: v.nullable(within(R.scanGamma)),
  base: triple(R.base),
  maxDensity: triple(R.maxDensity),
  gamma: triple(R.gamma),
  offset: triple(R.offset),
  crosstalk: v.pipe(v.array(within(R.crosstalk)), v.length(9)),
  paper: v.looseObject({
    blackDensity: within(R.blackDensity),
    toe: within(R.softness),
    shoulder: within(R.softness),
  }),
  origin: v.picklist(['blind', 'reference']),
});
