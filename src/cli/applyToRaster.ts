/**
 * Applies a style to a picture file's pixels, strip by strip: the memory needed beside the picture itself is a few
 * megabytes, whatever its size.
 */
import { nextTurn } from '../compute/runSliced';
import { createRgbConverter } from '../engine/color/convertRgb';
import type { RgbSpaceId } from '../engine/color/rgbSpace';
import { bakeLut } from '../engine/render/bakeLut';
import { createLutMapper } from '../engine/render/applyLut';
import { createStackMapper, createStackMapper8 } from '../engine/render/renderStack';
import type { Raster } from '../formats/image/raster';
import type { Style } from '../formats/style/style';

export type ApplyMode = 'stack' | 'lut';

export interface ApplyToRasterOptions {
  readonly mode: ApplyMode;
  /** 0 leaves the picture as it is, 1 is the whole style. */
  readonly strength: number;
  /** The space of the picture. */
  readonly space: RgbSpaceId;
  readonly signal: AbortSignal;
  readonly onProgress: (fraction: number) => void;
}

/** As `filmfit match` writes it to look.cube. */
export const LUT_SIZE = 33;
const STRIP_PIXELS = 1 << 17;

/** @returns a picture of the same size, depth and metadata; a gray one becomes RGB. */
export async function applyToRaster(
  raster: Raster,
  style: Style,
  options: ApplyToRasterOptions,
): Promise<Raster> {
  const { signal, onProgress } = options;
  const source = raster.channels < 3 ? grayToRgb(raster) : raster;
  const data =
    source.bitDepth === 16 ? new Uint16Array(source.data.length) : new Uint8Array(source.data.length);
  const map = createStripMapper(source, style, options);
  const pixels = source.width * source.height;
  for (let from = 0; from < pixels; from += STRIP_PIXELS) {
    signal.throwIfAborted();
    await nextTurn();
    const to = Math.min(pixels, from + STRIP_PIXELS);
    const { channels } = source;
    map(
      source.data.subarray(from * channels, to * channels),
      data.subarray(from * channels, to * channels),
      to - from,
    );
    onProgress(to / pixels);
  }
  return { ...source, data };
}

type StripMapper = (
  source: Uint8Array | Uint16Array,
  target: Uint8Array | Uint16Array,
  count: number,
) => void;

function createStripMapper(
  raster: Raster,
  style: Style,
  { mode, strength, space }: ApplyToRasterOptions,
): StripMapper {
  const { channels, bitDepth } = raster;
  const styleSpace = style.look.space;
  if (mode === 'stack' && bitDepth === 8 && space === styleSpace)
    return exactStackMapper(channels, style, strength);
  const map =
    mode === 'stack' ? createStackMapper(style.stack) : createLutMapper(bakeLut(style.look, LUT_SIZE));
  const toStyle = createRgbConverter(space, styleSpace);
  const fromStyle = createRgbConverter(styleSpace, space);
  const max = bitDepth === 16 ? 65535 : 255;
  const before = new Float32Array(3 * STRIP_PIXELS);
  const after = new Float32Array(3 * STRIP_PIXELS);
  const converts = space !== styleSpace;
  return (source, target, count) => {
    for (let i = 0, from = 0; i < 3 * count; i += 3, from += channels) {
      for (let c = 0; c < 3; c++) before[i + c] = source[from + c] / max;
    }
    if (converts) toStyle(before, after, count);
    map(converts ? after : before, after, count);
    if (converts) fromStyle(after, after, count);
    for (let i = 0, to = 0; i < 3 * count; i += 3, to += channels) {
      for (let c = 0; c < 3; c++) {
        const value = before[i + c] + strength * (after[i + c] - before[i + c]);
        target[to + c] = Math.round(max * Math.min(1, Math.max(0, value)));
      }
      if (channels === 4) target[to + 3] = source[to + 3];
    }
  };
}

/** 8-bit pictures get the very codes that Photoshop shows. */
function exactStackMapper(channels: number, style: Style, strength: number): StripMapper {
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

/** A gray profile says nothing about RGB values, so it goes. */
function grayToRgb(raster: Raster): Raster {
  const { width, height, bitDepth, channels } = raster;
  const hasAlpha = channels === 2;
  const outChannels = hasAlpha ? 4 : 3;
  const length = width * height * outChannels;
  const data = bitDepth === 16 ? new Uint16Array(length) : new Uint8Array(length);
  for (let i = 0, from = 0; i < length; i += outChannels, from += channels) {
    data.fill(raster.data[from], i, i + 3);
    if (hasAlpha) data[i + 3] = raster.data[from + 1];
  }
  const rgb: Raster & { iccProfile?: Uint8Array } = { ...raster, channels: outChannels, data };
  delete rgb.iccProfile;
  return rgb;
}
