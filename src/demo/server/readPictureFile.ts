/** A picture file as the simulated Photoshop opens it: upright, RGB, 8 or 16 bits, no larger than a browser page can bear. */
import fs from 'node:fs';
import path from 'node:path';
import { decodeImage } from '../../formats/image/decodeImage';
import { orientRaster } from '../../formats/image/orientation';
import type { Raster } from '../../formats/image/raster';
import { identifyProfile } from '../../formats/icc/identifyProfile';
import { UserError } from '../../engine/userError';
import type { RgbSpaceId } from '../../engine/color/rgbSpace';

export interface DemoPicture {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly bitsPerChannel: 8 | 16;
  /** As Photoshop names it; '' for an untagged picture. */
  readonly profileName: string;
  /** Interleaved RGB, 0…255 or 0…65535. */
  readonly pixels: Uint8Array | Uint16Array;
}

/** Photoshop's names of the spaces that can be simulated. */
const PROFILE_NAMES: Readonly<Record<RgbSpaceId, string>> = {
  srgb: 'sRGB IEC61966-2.1',
  'adobe-rgb': 'Adobe RGB (1998)',
  'display-p3': 'Display P3',
  prophoto: 'ProPhoto RGB',
  rec2020: 'ITU-R BT.2020 Reference Display',
};

/** The page composites every layer in script: beyond this it would crawl. */
export const MAX_LONG_EDGE_PX = 3000;

/** @throws UserError with `file` among its values: `file-unreadable`, or what `decodeImage` throws. */
export function readPictureFile(file: string): DemoPicture {
  const raster = reduce(orientRaster(decodeImage(readBytes(file), path.basename(file))));
  return {
    name: path.basename(file),
    width: raster.width,
    height: raster.height,
    bitsPerChannel: raster.bitDepth,
    profileName: profileNameOf(raster),
    pixels: toRgb(raster),
  };
}

function readBytes(file: string): Uint8Array {
  try {
    return fs.readFileSync(file);
  } catch (cause) {
    throw new UserError('file-unreadable', { file, detail: reasonOf(cause) }, { cause });
  }
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'ENOENT') return 'There is no such file.';
  if (code === 'EISDIR') return 'This is a folder.';
  return cause instanceof Error ? cause.message : String(cause);
}

function profileNameOf(raster: Raster): string {
  const identified = identifyProfile(raster.iccProfile);
  if (identified.kind !== 'known') return identified.description;
  return identified.tagged ? PROFILE_NAMES[identified.space] : '';
}

/** Every nth pixel's block is averaged, by whole numbers, so that values stay what the file's depth can hold. */
function reduce(raster: Raster): Raster {
  const factor = Math.ceil(Math.max(raster.width, raster.height) / MAX_LONG_EDGE_PX);
  if (factor <= 1) return raster;
  const width = Math.floor(raster.width / factor);
  const height = Math.floor(raster.height / factor);
  const { channels } = raster;
  const length = width * height * channels;
  const data = raster.bitDepth === 16 ? new Uint16Array(length) : new Uint8Array(length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < channels; c++) {
        let sum = 0;
        for (let dy = 0; dy < factor; dy++) {
          const row = (y * factor + dy) * raster.width;
          for (let dx = 0; dx < factor; dx++) sum += raster.data[(row + x * factor + dx) * channels + c];
        }
        data[(y * width + x) * channels + c] = Math.round(sum / (factor * factor));
      }
    }
  }
  return { ...raster, width, height, data };
}

/** Gray becomes RGB, transparency is put on white: what one sees when the file is opened and flattened. */
function toRgb({ width, height, channels, bitDepth, data }: Raster): Uint8Array | Uint16Array {
  if (channels === 3) return data;
  const full = bitDepth === 16 ? 65535 : 255;
  const rgb = bitDepth === 16 ? new Uint16Array(3 * width * height) : new Uint8Array(3 * width * height);
  const hasAlpha = channels === 2 || channels === 4;
  for (let i = 0; i < width * height; i++) {
    const alpha = hasAlpha ? data[i * channels + channels - 1] / full : 1;
    for (let c = 0; c < 3; c++) {
      const value = data[i * channels + (channels >= 3 ? c : 0)];
      rgb[3 * i + c] = Math.round(alpha * value + (1 - alpha) * full);
    }
  }
  return rgb;
}
