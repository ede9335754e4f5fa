/**
 * What the group of adjustment layers does to a picture. Layers act from the bottom to the top; a layer's opacity
 * mixes its result with what lies below it; the group passes through, so its opacity mixes the last result with the
 * picture below the group. In 8-bit documents every layer's result is rounded before the next layer.
 */
import type { Adjustment, AdjustmentStack } from '../adjustments';
import { rgbImage, type RgbImage } from '../image/rgbImage';
import type { Mapper, Mapper8 } from './mapper';
import { createAdjustmentMapper16, type Mapper16 } from './mapper16';
import { mixCodes, opacityCode } from './mixCodes';
import { createAdjustmentMapper, createAdjustmentMapper8 } from './renderAdjustment';

/** Pixels that go through all layers before the next ones: small enough to stay in the cache. */
const CHUNK = 4096;

/** @returns `image` under the stack, without roundings. Values outside [0, 1] are clipped. */
export function renderStack(image: RgbImage, stack: AdjustmentStack): RgbImage {
  const result = rgbImage(image.width, image.height, image.space);
  createStackMapper(stack)(image.data, result.data, image.width * image.height);
  return result;
}

/** As renderStack, on buffers. */
export function createStackMapper(stack: AdjustmentStack): Mapper {
  const layers = stack.layers
    .filter((layer) => layer.opacity > 0)
    .map((layer) => ({ map: createAdjustmentMapper(layer.adjustment), share: layer.opacity / 100 }));
  const groupShare = stack.opacity / 100;
  const work = new Float32Array(3 * CHUNK);
  const below = new Float32Array(3 * CHUNK);
  const backdrop = new Float32Array(3 * CHUNK);
  return (source, target, count) => {
    for (let start = 0; start < count; start += CHUNK) {
      const length = Math.min(CHUNK, count - start);
      const values = 3 * length;
      for (let i = 0; i < values; i++) {
        const value = source[3 * start + i];
        work[i] = value > 0 ? (value < 1 ? value : 1) : 0;
      }
      if (groupShare < 1) backdrop.set(work);
      for (const { map, share } of layers) {
        if (share < 1) below.set(work);
        map(work, work, length);
        if (share < 1) mix(below, work, share, values);
      }
      if (groupShare < 1) mix(backdrop, work, groupShare, values);
      target.set(values === work.length ? work : work.subarray(0, values), 3 * start);
    }
  };
}

/** `above` becomes below + share · (above − below). */
function mix(below: Float32Array, above: Float32Array, share: number, values: number): void {
  for (let i = 0; i < values; i++) above[i] = below[i] + share * (above[i] - below[i]);
}

/**
 * @param data interleaved 8-bit codes, 3 or 4 a pixel; alpha is copied.
 * @returns the codes that Photoshop shows in an 8-bit document.
 */
export function renderStack8(data: Uint8Array, channels: 3 | 4, stack: AdjustmentStack): Uint8Array {
  const result = Uint8Array.from(data);
  createStackMapper8(stack)(result, result, wholePixels(data, channels), channels);
  return result;
}

/**
 * @param data interleaved codes 0…32768, 3 or 4 a pixel; alpha is copied.
 * @returns the codes of a 16-bit document, rounded after every layer.
 */
export function renderStack16(data: Uint16Array, channels: 3 | 4, stack: AdjustmentStack): Uint16Array {
  const result = Uint16Array.from(data);
  createStackMapper16(stack)(result, result, wholePixels(data, channels), channels);
  return result;
}

function wholePixels(data: Uint8Array | Uint16Array, channels: 3 | 4): number {
  if (data.length % channels !== 0) {
    throw new RangeError(`${data.length} values are no whole number of pixels with ${channels} channels.`);
  }
  return data.length / channels;
}

/** As renderStack8, on buffers. */
export function createStackMapper8(stack: AdjustmentStack): Mapper8 {
  return codesMapper<Uint8Array>(stack, createAdjustmentMapper8, () => new Uint8Array(4 * CHUNK));
}

/** As renderStack16, on buffers. */
export function createStackMapper16(stack: AdjustmentStack): Mapper16 {
  return codesMapper<Uint16Array>(stack, createAdjustmentMapper16, () => new Uint16Array(4 * CHUNK));
}

type CodesMapper<C> = (source: C, target: C, count: number, channels: 3 | 4) => void;

function codesMapper<C extends Uint8Array | Uint16Array>(
  stack: AdjustmentStack,
  mapperOf: (adjustment: Adjustment) => CodesMapper<C>,
  buffer: () => C,
): CodesMapper<C> {
  const layers = stack.layers
    .filter((layer) => layer.opacity > 0)
    .map((layer) => ({ map: mapperOf(layer.adjustment), share: opacityCode(layer.opacity) }));
  const groupShare = opacityCode(stack.opacity);
  const work = buffer();
  const below = buffer();
  const backdrop = buffer();
  return (source, target, count, channels) => {
    for (let start = 0; start < count; start += CHUNK) {
      const length = Math.min(CHUNK, count - start);
      const values = channels * length;
      const from = channels * start;
      work.set(source.subarray(from, from + values));
      backdrop.set(work);
      for (const { map, share } of layers) {
        if (share < 255) below.set(work);
        map(work, work, length, channels);
        if (share < 255) mixCodes(below, work, share, values);
      }
      if (groupShare < 255) mixCodes(backdrop, work, groupShare, values);
      target.set(work.subarray(0, values), from);
    }
  };
}
