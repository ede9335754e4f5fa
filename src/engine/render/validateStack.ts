/**
 * Refuses what Photoshop would refuse or silently change: run on a stack that comes from a file or from the user,
 * before anything is rendered, written or sent. Ranges come from ADJUSTMENT_RANGES and CURVE_LIMITS.
 */
import {
  ADJUSTMENT_RANGES,
  CURVE_LIMITS,
  HUE_RANGE_NAMES,
  SELECTIVE_COLOR_NAMES,
  type Adjustment,
  type AdjustmentKind,
  type AdjustmentOf,
  type AdjustmentStack,
  type ChannelMixerRow,
  type CurvePoints,
  type LevelsChannel,
  type Range,
} from '../adjustments';
import { UserError } from '../userError';

type Limits = Pick<Range, 'min' | 'max'>;

const CODE: Limits = ADJUSTMENT_RANGES.curveLevel;
const HUE_HANDLE: Limits = { min: 0, max: 359 };
const COLORIZE_HUE: Limits = { min: 0, max: 360 };
const COLORIZE_SATURATION: Limits = { min: 0, max: 100 };
/** A black point may be at most this, and a white point at least black + 2. */
const BLACK_POINT: Limits = { min: 0, max: 253 };
const LUT_SIZE: Limits = { min: 2, max: 256 };

/** @throws UserError `adjustment.…` naming the layer and the field, at the first value that Photoshop cannot hold. */
export function validateStack(stack: AdjustmentStack): void {
  whole('opacity', stack.opacity, ADJUSTMENT_RANGES.opacity);
  stack.layers.forEach((layer, index) => {
    whole(`layers[${index}].opacity`, layer.opacity, ADJUSTMENT_RANGES.opacity);
    validateAdjustment(layer.adjustment, `layers[${index}].${layer.adjustment.kind}`);
  });
}

/** @throws UserError as validateStack; `path` begins the name of the field. */
export function validateAdjustment(adjustment: Adjustment, path: string = adjustment.kind): void {
  const check = CHECKS[adjustment.kind] as ((adjustment: Adjustment, path: string) => void) | undefined;
  if (!check) throw new UserError('adjustment.unknownKind', { field: path, value: String(adjustment.kind) });
  check(adjustment, path);
}

const CHECKS: { readonly [K in AdjustmentKind]: (adjustment: AdjustmentOf<K>, path: string) => void } = {
  curves(a, path) {
    for (const name of ['composite', 'red', 'green', 'blue'] as const) curve(`${path}.${name}`, a[name]);
  },
  levels(a, path) {
    for (const name of ['composite', 'red', 'green', 'blue'] as const) levels(`${path}.${name}`, a[name]);
  },
  colorBalance(a, path) {
    for (const name of ['shadows', 'midtones', 'highlights'] as const) {
      for (let c = 0; c < 3; c++) whole(`${path}.${name}[${c}]`, a[name][c], ADJUSTMENT_RANGES.colorBalance);
    }
  },
  hueSaturation(a, path) {
    const { hue, saturation, lightness } = a.master;
    whole(`${path}.master.hue`, hue, a.colorize ? COLORIZE_HUE : ADJUSTMENT_RANGES.hue);
    whole(
      `${path}.master.saturation`,
      saturation,
      a.colorize ? COLORIZE_SATURATION : ADJUSTMENT_RANGES.saturation,
    );
    whole(`${path}.master.lightness`, lightness, ADJUSTMENT_RANGES.lightness);
    for (const name of HUE_RANGE_NAMES) {
      const range = a.ranges[name];
      whole(`${path}.${name}.hue`, range.hue, ADJUSTMENT_RANGES.hue);
      whole(`${path}.${name}.saturation`, range.saturation, ADJUSTMENT_RANGES.saturation);
      whole(`${path}.${name}.lightness`, range.lightness, ADJUSTMENT_RANGES.lightness);
      for (const handle of ['beginRamp', 'beginSustain', 'endSustain', 'endRamp'] as const) {
        whole(`${path}.${name}.${handle}`, range[handle], HUE_HANDLE);
      }
      handlesInOrder(`${path}.${name}`, range.beginRamp, range.beginSustain, range.endSustain, range.endRamp);
    }
  },
  channelMixer(a, path) {
    for (const name of ['red', 'green', 'blue'] as const) mixerRow(`${path}.${name}`, a[name]);
  },
  selectiveColor(a, path) {
    if (a.method !== 'relative' && a.method !== 'absolute') {
      throw new UserError('adjustment.unknownKind', { field: `${path}.method`, value: String(a.method) });
    }
    for (const name of SELECTIVE_COLOR_NAMES) {
      for (const ink of ['cyan', 'magenta', 'yellow', 'black'] as const) {
        whole(`${path}.${name}.${ink}`, a.colors[name][ink], ADJUSTMENT_RANGES.selectiveColor);
      }
    }
  },
  colorLookup(a, path) {
    const { size, values } = a.lut;
    whole(`${path}.lut.size`, size, LUT_SIZE);
    const expected = 3 * size ** 3;
    if (values.length !== expected) {
      throw new UserError('adjustment.lutLength', { field: path, size, expected, value: values.length });
    }
    for (let i = 0; i < values.length; i++) {
      if (!Number.isFinite(values[i]))
        throw new UserError('adjustment.notANumber', { field: `${path}.lut[${i}]` });
    }
  },
};

function curve(field: string, points: CurvePoints): void {
  const { minPoints, maxPoints, minInputGap } = CURVE_LIMITS;
  if (points.length < minPoints || points.length > maxPoints) {
    throw new UserError('adjustment.curvePointCount', {
      field,
      value: points.length,
      min: minPoints,
      max: maxPoints,
    });
  }
  points.forEach((point, i) => {
    whole(`${field}[${i}].input`, point.input, CODE);
    whole(`${field}[${i}].output`, point.output, CODE);
    if (i === 0) return;
    const gap = point.input - points[i - 1].input;
    if (gap <= 0) throw new UserError('adjustment.curveUnsorted', { field, value: point.input });
    if (gap < minInputGap) {
      throw new UserError('adjustment.curveTooClose', { field, value: point.input, min: minInputGap });
    }
  });
}

function levels(field: string, channel: LevelsChannel): void {
  whole(`${field}.inputBlack`, channel.inputBlack, BLACK_POINT);
  whole(`${field}.inputWhite`, channel.inputWhite, { min: channel.inputBlack + 2, max: CODE.max });
  whole(`${field}.outputBlack`, channel.outputBlack, CODE);
  whole(`${field}.outputWhite`, channel.outputWhite, CODE);
  inRange(`${field}.gamma`, channel.gamma, ADJUSTMENT_RANGES.levelsGamma);
}

function mixerRow(field: string, row: ChannelMixerRow): void {
  for (const name of ['red', 'green', 'blue', 'constant'] as const) {
    whole(`${field}.${name}`, row[name], ADJUSTMENT_RANGES.channelMixer);
  }
}

/** Once round the wheel from the first handle, the others follow in order. */
function handlesInOrder(field: string, ...handles: readonly number[]): void {
  const turned = handles.map((handle) => (handle - handles[0] + 360) % 360);
  for (let i = 1; i < turned.length; i++) {
    if (turned[i] < turned[i - 1]) throw new UserError('adjustment.handlesUnsorted', { field });
  }
}

function whole(field: string, value: number, limits: Limits): void {
  inRange(field, value, limits);
  if (!Number.isInteger(value)) throw new UserError('adjustment.notWhole', { field, value });
}

function inRange(field: string, value: number, { min, max }: Limits): void {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new UserError('adjustment.notANumber', { field });
  }
  if (value < min || value > max) throw new UserError('adjustment.outOfRange', { field, value, min, max });
}
