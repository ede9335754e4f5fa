/**
 *   { _obj: 'selectiveColor', presetKind, method: relative | absolute, colorCorrection: [
 *       { _obj: 'colorCorrection', colors: { _enum: 'colors', _value: 'radius' | 'yellows' | … }, cyan: %, magenta: %, yellowColor: %, black: % }, … ] }
 *
 * Reds go by the name 'radius'. Families at rest, and inks at zero, may be missing in replies.
 */
import * as v from 'valibot';
import { SELECTIVE_COLOR_NAMES, type InkShift, type SelectiveColorName } from '../../engine/adjustments';
import { CUSTOM_PRESET, Percent, percent, type AdjustmentDescriptor } from './adjustmentDescriptor';

const hostName = (name: SelectiveColorName): string => (name === 'reds' ? 'radius' : name);

const Family = v.pipe(
  v.looseObject({ _value: v.picklist(['radius', ...SELECTIVE_COLOR_NAMES]) }),
  v.transform(({ _value }): SelectiveColorName => (_value === 'radius' ? 'reds' : _value)),
);

const Ink = v.optional(Percent, { _value: 0 });

const Reply = v.looseObject({
  method: v.optional(v.looseObject({ _value: v.picklist(['relative', 'absolute']) }), { _value: 'relative' }),
  colorCorrection: v.optional(
    v.array(v.looseObject({ colors: Family, cyan: Ink, magenta: Ink, yellowColor: Ink, black: Ink })),
    [],
  ),
});

const NO_INK: InkShift = { cyan: 0, magenta: 0, yellow: 0, black: 0 };

export const selectiveColorDescriptor: AdjustmentDescriptor<'selectiveColor'> = {
  build: ({ method, colors }) => ({
    _obj: 'selectiveColor',
    presetKind: CUSTOM_PRESET,
    method: { _enum: 'correctionMethod', _value: method },
    colorCorrection: SELECTIVE_COLOR_NAMES.map((name) => ({
      _obj: 'colorCorrection',
      colors: { _enum: 'colors', _value: hostName(name) },
      cyan: percent(colors[name].cyan),
      magenta: percent(colors[name].magenta),
      yellowColor: percent(colors[name].yellow),
      black: percent(colors[name].black),
    })),
  }),
  parse(reply) {
    const { method, colorCorrection } = v.parse(Reply, reply);
    const colors = Object.fromEntries(SELECTIVE_COLOR_NAMES.map((name) => [name, NO_INK])) as Record<
      SelectiveColorName,
      InkShift
    >;
    for (const { colors: name, cyan, magenta, yellowColor, black } of colorCorrection) {
      colors[name] = { cyan, magenta, yellow: yellowColor, black };
    }
    return { kind: 'selectiveColor', method: method._value, colors };
  },
};
