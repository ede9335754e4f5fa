/**
 *   { _obj: 'colorBalance', shadowLevels: [cr, mg, yb], midtoneLevels, highlightLevels, preserveLuminosity }
 *
 * The one kind without `presetKind`: with it Photoshop refuses the command.
 */
import * as v from 'valibot';
import type { AdjustmentDescriptor } from './adjustmentDescriptor';

const Triple = v.optional(v.tuple([v.number(), v.number(), v.number()]), [0, 0, 0]);

const Reply = v.looseObject({
  shadowLevels: Triple,
  midtoneLevels: Triple,
  highlightLevels: Triple,
  preserveLuminosity: v.optional(v.boolean(), true),
});

export const colorBalanceDescriptor: AdjustmentDescriptor<'colorBalance'> = {
  build: ({ shadows, midtones, highlights, preserveLuminosity }) => ({
    _obj: 'colorBalance',
    shadowLevels: [...shadows],
    midtoneLevels: [...midtones],
    highlightLevels: [...highlights],
    preserveLuminosity,
  }),
  parse(reply) {
    const { shadowLevels, midtoneLevels, highlightLevels, preserveLuminosity } = v.parse(Reply, reply);
    return {
      kind: 'colorBalance',
      shadows: shadowLevels,
      midtones: midtoneLevels,
      highlights: highlightLevels,
      preserveLuminosity,
    };
  },
};
