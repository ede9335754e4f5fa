/** A picture of plain patches of random colors, and what the look makes of each: independent programs are held against it. */
import { createLookMapper } from '../../src/engine/render/renderLook';
import { decodeImage } from '../../src/formats/image/decodeImage';
import { encodeImage } from '../../src/formats/image/encodeImage';
import type { ImageFileType, Raster } from '../../src/formats/image/raster';
import type { ColorMapper } from '../../src/formats/export/roundTrip';
import type { Look } from '../../src/engine/look';
import { createRandom } from '../../test/support/createRandom';

const PATCHES = 12;
/** Large enough that what a raw developer sharpens or smooths at the edges does not reach the center. */
const PATCH_PX = 16;
export const SIDE_PX = PATCHES * PATCH_PX;

export interface Patches {
  /** 3 · 144 encoded values of 16 bits. */
  readonly colors: Float32Array;
  picture(type: ImageFileType): Uint8Array;
  /** Largest difference of a channel, of full scale, at the centers of the patches. @param channels in the raw bytes */
  largestError(pixels: ArrayLike<number>, expected: Float32Array, fullScale: number): number;
}

export function makePatches(seed: number): Patches {
  const random = createRandom(seed);
  const colors = Float32Array.from({ length: 3 * PATCHES ** 2 }, () => Math.round(65535 * random()) / 65535);
  return { colors, picture: (type) => encodeImage(rasterOf(colors), type), largestError };
}

export function mapPatches({ colors }: Patches, map: ColorMapper): Float32Array {
  const mapped = new Float32Array(colors.length);
  map(colors, mapped, colors.length / 3);
  return mapped;
}

export function lookOnPatches(patches: Patches, look: Look): Float32Array {
  return mapPatches(patches, createLookMapper(look));
}

/** The pixels of a picture file that a program has written, and their full scale. */
export function readPixels(bytes: Uint8Array): {
  readonly pixels: ArrayLike<number>;
  readonly fullScale: number;
} {
  const { data, bitDepth, channels } = decodeImage(bytes, 'result');
  if (channels !== 3) throw new RangeError(`Expected RGB, got ${channels} channels.`);
  return { pixels: data, fullScale: bitDepth === 16 ? 65535 : 255 };
}

function rasterOf(colors: Float32Array): Raster {
  const data = new Uint16Array(3 * SIDE_PX ** 2);
  for (let y = 0, at = 0; y < SIDE_PX; y++) {
    for (let x = 0; x < SIDE_PX; x++) {
      const patch = 3 * (Math.floor(y / PATCH_PX) * PATCHES + Math.floor(x / PATCH_PX));
      for (let c = 0; c < 3; c++) data[at++] = Math.round(65535 * colors[patch + c]);
    }
  }
  return {
    width: SIDE_PX,
    height: SIDE_PX,
    channels: 3,
    bitDepth: 16,
    data,
    orientation: 1,
    fileType: 'tiff',
  };
}

function largestError(pixels: ArrayLike<number>, expected: Float32Array, fullScale: number): number {
  if (pixels.length !== 3 * SIDE_PX ** 2)
    throw new RangeError(`Expected ${3 * SIDE_PX ** 2} values, got ${pixels.length}.`);
  let largest = 0;
  for (let patch = 0; patch < PATCHES ** 2; patch++) {
    const x = (patch % PATCHES) * PATCH_PX + PATCH_PX / 2;
    const y = Math.floor(patch / PATCHES) * PATCH_PX + PATCH_PX / 2;
    for (let c = 0; c < 3; c++) {
      const found = pixels[3 * (y * SIDE_PX + x) + c] / fullScale;
      largest = Math.max(largest, Math.abs(found - expected[3 * patch + c]));
    }
  }
  return largest;
}
