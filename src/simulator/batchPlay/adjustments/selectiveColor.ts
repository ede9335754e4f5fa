/** Selective Color: percents of four inks for nine families of colors; 'radius' is the name that reds go by. */
import { SELECTIVE_COLOR_NAMES, type InkShift, type SelectiveColorName } from '../../../engine/adjustments';
import { isRecord, notValid } from '../descriptor';
import { CUSTOM_PRESET, DEFAULT_PRESET, percent, records, type KindRules } from './kindRules';

const NONE: InkShift = { cyan: 0, magenta: 0, yellow: 0, black: 0 };
const HOST_NAMES: readonly string[] = ['radius', ...SELECTIVE_COLOR_NAMES.slice(1)];

function family(value: unknown): SelectiveColorName {
  const name = isRecord(value) && value._enum === 'colors' ? value._value : null;
  const index = name === 'reds' ? 0 : HOST_NAMES.indexOf(String(name));
  if (index < 0) throw notValid('Set');
  return SELECTIVE_COLOR_NAMES[index];
}

const ink = (value: unknown): { _unit: 'percentUnit'; _value: number } =>
  value === undefined ? { _unit: 'percentUnit', _value: 0 } : percent(value, -100, 100);

function method(value: unknown): 'relative' | 'absolute' {
  const name = isRecord(value) && value._enum === 'correctionMethod' ? value._value : null;
  if (name !== 'relative' && name !== 'absolute') throw notValid('Set');
  return name;
}

export const selectiveColorRules: KindRules = {
  initial: {
    _obj: 'selectiveColor',
    presetKind: DEFAULT_PRESET,
    method: { _enum: 'correctionMethod', _value: 'relative' },
  },
  accept(to) {
    const colorCorrection = records(to.colorCorrection).map((item) => ({
      _obj: 'colorCorrection',
      colors: { _enum: 'colors', _value: HOST_NAMES[SELECTIVE_COLOR_NAMES.indexOf(family(item.colors))] },
      cyan: ink(item.cyan),
      magenta: ink(item.magenta),
      yellowColor: ink(item.yellowColor),
      black: ink(item.black),
    }));
    return {
      _obj: 'selectiveColor',
      presetKind: CUSTOM_PRESET,
      method: { _enum: 'correctionMethod', _value: method(to.method) },
      colorCorrection,
    };
  },
  toAdjustment(stored) {
    if (!stored.colorCorrection) return null;
    const colors = Object.fromEntries(SELECTIVE_COLOR_NAMES.map((name) => [name, NONE])) as Record<
      SelectiveColorName,
      InkShift
    >;
    for (const item of records(stored.colorCorrection)) {
      colors[family(item.colors)] = {
        cyan: ink(item.cyan)._value,
        magenta: ink(item.magenta)._value,
        yellow: ink(item.yellowColor)._value,
        black: ink(item.black)._value,
      };
    }
    return { kind: 'selectiveColor', method: method(stored.method), colors };
  },
};
