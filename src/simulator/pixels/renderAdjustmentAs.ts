/** One adjustment layer on a canvas of RGBA values, by the engine's model or by one of the dialects. */
import { DEFAULT_HUE_RANGES, IDENTITY_CURVE, type Adjustment } from '../../engine/adjustments';
import { createAdjustmentMapper16, WHITE_16, type Mapper16 } from '../../engine/render/mapper16';
import { createAdjustmentMapper, createAdjustmentMapper8 } from '../../engine/render/renderAdjustment';
import type { Mapper, Mapper8 } from '../../engine/render/mapper';
import type { Dialect } from '../dialect';
import { createAdditiveColorBalance, createOtherCurves } from './otherArithmetic';

// Looked up once: inside the virtual machines of test runners every mention of a global costs a search.
const { round, min, max, imul } = Math;

const CHUNK = 4096;

/** Renders in place; `data` is interleaved RGBA, 0…255 or 0…32768. */
export function renderAdjustmentAs(
  dialect: Dialect,
  adjustment: Adjustment,
  data: Uint8Array | Uint16Array,
): void {
  const { in8, in16, smooth, own } = mappersOf(dialect, adjustment);
  const pixels = data.length / 4;
  if (own) renderSmooth(own, data);
  else if (data instanceof Uint8Array) in8()(data, data, pixels, 4);
  else if (pixels < WHITE_16) renderSmooth(smooth(), data);
  else in16()(data, data, pixels, 4);
  if (dialect.rounding === 'plusMinusOne') disturb(data);
}

interface Mappers {
  readonly in8: () => Mapper8;
  readonly in16: () => Mapper16;
  /** The same as `in16`, without its tables: quicker for small pictures. */
  readonly smooth: () => Mapper;
  /** The dialect's own arithmetic, if it has any for this kind. */
  readonly own: Mapper | null;
}

/** Layers are rendered over and over: their tables are made once. */
const mappers = new WeakMap<Dialect, WeakMap<Adjustment, Mappers>>();

function mappersOf(dialect: Dialect, adjustment: Adjustment): Mappers {
  const known = mappers.get(dialect) ?? new WeakMap<Adjustment, Mappers>();
  mappers.set(dialect, known);
  const found = known.get(adjustment);
  if (found) return found;
  const effective = withoutIgnoredField(dialect, adjustment);
  const made: Mappers = {
    in8: once(() => createAdjustmentMapper8(effective)),
    in16: once(() => createAdjustmentMapper16(effective)),
    smooth: once(() => createAdjustmentMapper(effective)),
    own: ownMapper(dialect, effective),
  };
  known.set(adjustment, made);
  return made;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function ownMapper(dialect: Dialect, adjustment: Adjustment): Mapper | null {
  if (adjustment.kind === 'curves' && dialect.curves) return createOtherCurves(adjustment, dialect.curves);
  if (adjustment.kind === 'colorBalance' && dialect.colorBalance)
    return createAdditiveColorBalance(adjustment);
  return null;
}

function withoutIgnoredField(dialect: Dialect, adjustment: Adjustment): Adjustment {
  if (dialect.ignored === 'hueRanges' && adjustment.kind === 'hueSaturation') {
    return { ...adjustment, ranges: DEFAULT_HUE_RANGES };
  }
  if (dialect.ignored === 'lightness' && adjustment.kind === 'hueSaturation') {
    return { ...adjustment, master: { ...adjustment.master, lightness: 0 } };
  }
  if (dialect.ignored === 'compositeCurve' && adjustment.kind === 'curves') {
    return { ...adjustment, composite: IDENTITY_CURVE };
  }
  return adjustment;
}

function renderSmooth(map: Mapper, data: Uint8Array | Uint16Array): void {
  const max = data instanceof Uint8Array ? 255 : WHITE_16;
  const buffer = new Float32Array(3 * CHUNK);
  const pixels = data.length / 4;
  for (let start = 0; start < pixels; start += CHUNK) {
    const count = min(CHUNK, pixels - start);
    for (let p = 0, i = 4 * start; p < 3 * count; p += 3, i += 4) {
      buffer[p] = data[i] / max;
      buffer[p + 1] = data[i + 1] / max;
      buffer[p + 2] = data[i + 2] / max;
    }
    map(buffer, buffer, count);
    for (let p = 0, i = 4 * start; p < 3 * count; p += 3, i += 4) {
      data[i] = code(buffer[p], max);
      data[i + 1] = code(buffer[p + 1], max);
      data[i + 2] = code(buffer[p + 2], max);
    }
  }
}

const code = (value: number, max: number): number => round(max * (value > 0 ? (value < 1 ? value : 1) : 0));

/** −1, 0 or +1 level, by the value and the channel, so that the same picture is always disturbed alike. */
function disturb(data: Uint8Array | Uint16Array): void {
  const white = data instanceof Uint8Array ? 255 : WHITE_16;
  const level = white === 255 ? 1 : WHITE_16 / 255;
  for (let i = 0; i < data.length; i++) {
    if (i % 4 === 3) continue;
    const shift = ((imul(data[i] + 7 * (i % 4), 2654435761) >>> 16) % 3) - 1;
    data[i] = min(white, max(0, round(data[i] + shift * level)));
  }
}
