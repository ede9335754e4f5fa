/** A style on the pixels of picture files: stored codes in, stored codes out, any number of pixels at a time. */
import { createRgbConverter } from '../../engine/color/convertRgb';
import type { RgbSpaceId } from '../../engine/color/rgbSpace';
import { createLutMapper } from '../../engine/render/applyLut';
import { bakeLut } from '../../engine/render/bakeLut';
import type { Mapper } from '../../engine/render/mapper';
import { createStackMapper, createStackMapper8 } from '../../engine/render/renderStack';
import { createProfileConverters, type MatrixProfile } from '../../formats/icc/createProfileConverters';
import type { RasterHead } from '../../formats/image/raster';
import type { Style } from '../../formats/style/style';

export type ApplyMode = 'stack' | 'lut';

export interface PixelMapperOptions {
  readonly mode: ApplyMode;
  /** 0 leaves the picture as it is, 1 is the whole style. */
  readonly strength: number;
  /** The space of the picture, or the one that `profile` is converted to. */
  readonly space: RgbSpaceId;
  readonly profile: MatrixProfile | null;
}

type Codes = Uint8Array | Uint16Array;

/** Maps `count` pixels; gray ones become RGB, alpha is copied. */
export type PixelMapper = (source: Codes, target: Codes, count: number) => void;

/** As `filmfit match` writes it to look.cube. */
export const LUT_SIZE = 33;
/** Pixels that are floating-point at one time. */
const CHUNK = 1 << 14;

/** Gray pixels become RGB ones. */
export function channelsAfter(channels: RasterHead['channels']): 3 | 4 {
  return channels % 2 === 0 ? 4 : 3;
}

export type StyleMapper = (head: RasterHead, options: PixelMapperOptions) => PixelMapper;

/** Makes what depends on the style alone once, for any number of pictures. */
export function createStyleMapper(style: Style): StyleMapper {
  let lut: Mapper | null = null;
  let stack: Mapper | null = null;
  return (head, options) => {
    const { mode, space, profile } = options;
    const isOwnSpace = space === style.look.space && !profile;
    if (mode === 'stack' && head.bitDepth === 8 && isOwnSpace && head.channels >= 3)
      return exactStackMapper(head.channels, style, options.strength);
    const map =
      mode === 'stack'
        ? (stack ??= createStackMapper(style.stack))
        : (lut ??= createLutMapper(bakeLut(style.look, LUT_SIZE)));
    return floatMapper(head, isOwnSpace ? map : inSpace(map, style.look.space, options), options.strength);
  };
}

/** The mapper of a look on colors of another space. */
function inSpace(map: Mapper, styleSpace: RgbSpaceId, { space, profile }: PixelMapperOptions): Mapper {
  const { toSpace, fromSpace } = profile
    ? createProfileConverters(profile, styleSpace)
    : { toSpace: createRgbConverter(space, styleSpace), fromSpace: createRgbConverter(styleSpace, space) };
  return (source, target, count) => {
    toSpace(source, target, count);
    map(target, target, count);
    fromSpace(target, target, count);
  };
}

function floatMapper({ channels, bitDepth }: RasterHead, map: Mapper, strength: number): PixelMapper {
  const max = bitDepth === 16 ? 65535 : 255;
  const before = new Float32Array(3 * CHUNK);
  const after = new Float32Array(3 * CHUNK);
  const out = channelsAfter(channels);
  const green = channels < 3 ? 0 : 1;
  const blue = channels < 3 ? 0 : 2;
  return (source, target, count) => {
    for (let start = 0; start < count; start += CHUNK) {
      const length = Math.min(CHUNK, count - start);
      for (let i = 0, from = start * channels; i < 3 * length; i += 3, from += channels) {
        before[i] = source[from] / max;
        before[i + 1] = source[from + green] / max;
        before[i + 2] = source[from + blue] / max;
      }
      map(before, after, length);
      if (strength !== 1) {
        for (let i = 0; i < 3 * length; i++) after[i] = before[i] + strength * (after[i] - before[i]);
      }
      for (let i = 0, to = start * out; i < 3 * length; i += 3, to += out) {
        target[to] = code(after[i], max);
        target[to + 1] = code(after[i + 1], max);
        target[to + 2] = code(after[i + 2], max);
      }
      if (out === 4) {
        for (let p = start; p < start + length; p++) target[4 * p + 3] = source[(p + 1) * channels - 1];
      }
    }
  };
}

function code(value: number, max: number): number {
  return value > 0 ? (value < 1 ? (max * value + 0.5) | 0 : max) : 0;
}

/** 8-bit pictures get the very codes that Photoshop shows. */
function exactStackMapper(channels: RasterHead['channels'], style: Style, strength: number): PixelMapper {
  const map = createStackMapper8(style.stack);
  return (source, target, count) => {
    const codes = source as Uint8Array;
    const result = target as Uint8Array;
    map(codes, result, count, channels === 4 ? 4 : 3);
    if (strength === 1) return;
    for (let i = 0; i < channels * count; i++)
      result[i] = Math.round(codes[i] + strength * (result[i] - codes[i]));
  };
}
