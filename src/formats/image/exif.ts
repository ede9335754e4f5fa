/** EXIF blocks: a small TIFF file without a picture, carried in JPEG's APP1, PNG's eXIf and TIFF's own directory. */
import type { Orientation } from './raster';
import { readTiffBytes, readTiffDirectory, tiffNumber } from './tiff/tiffDirectory';
import type { TiffDirectory, TiffEntry, TiffFile } from './tiff/tiffDirectory';
import { shortEntry } from './tiff/tiffEntries';
import { writeTiffDirectory } from './tiff/writeTiffDirectory';
import type { SubDirectory } from './tiff/writeTiffDirectory';

const ORIENTATION = 274;
/** EXIF and GPS directories. */
const SUB_DIRECTORY_TAGS = [34665, 34853];

/** Tags of a picture's main directory that describe the photograph rather than how its pixels are stored. */
const DESCRIPTIVE_TAGS = new Set([
  269, 270, 271, 272, 274, 282, 283, 285, 296, 305, 306, 315, 316, 33432, 18246, 18249, 40091, 40092, 40093,
  40094, 40095,
]);

export interface ExifContent {
  readonly entries: readonly TiffEntry[];
  readonly subDirectories: readonly SubDirectory[];
}

/** What a TIFF's directory says about the photograph. */
export function exifContent(file: TiffFile): ExifContent {
  const entries = [...file.firstDirectory.values()].filter((entry) => DESCRIPTIVE_TAGS.has(entry.tag));
  return { entries, subDirectories: SUB_DIRECTORY_TAGS.flatMap((tag) => subDirectory(file, tag)) };
}

function subDirectory(file: TiffFile, tag: number): SubDirectory[] {
  const offset = tiffNumber(file.firstDirectory, tag, 0);
  if (offset === 0) return [];
  try {
    const directory: TiffDirectory = readTiffDirectory(file.source, file.littleEndian, offset);
    // 40965 points to yet another directory that nobody misses.
    const entries = [...directory.values()].filter((entry) => entry.tag !== 40965);
    return entries.length > 0 ? [{ tag, entries }] : [];
  } catch {
    return []; // damaged notes about a photograph are no reason to refuse the photograph
  }
}

/** @returns null for a block that is not readable. */
export function parseExif(exif: Uint8Array): ExifContent | null {
  try {
    return exifContent(readTiffBytes(exif));
  } catch {
    return null;
  }
}

export function formatExif(content: ExifContent): Uint8Array {
  const directory = writeTiffDirectory(content.entries, 8, content.subDirectories);
  const out = new Uint8Array(8 + directory.length);
  out.set([0x49, 0x49, 42, 0, 8, 0, 0, 0]);
  out.set(directory, 8);
  return out;
}

export function orientationOf(directory: TiffDirectory): Orientation {
  return toOrientation(tiffNumber(directory, ORIENTATION, 1));
}

/** Upright when the block has no (valid) orientation. */
export function exifOrientation(exif: Uint8Array | undefined): Orientation {
  if (!exif) return 1;
  try {
    return orientationOf(readTiffBytes(exif).firstDirectory);
  } catch {
    return 1;
  }
}

function toOrientation(value: number): Orientation {
  return Number.isInteger(value) && value >= 1 && value <= 8 ? (value as Orientation) : 1;
}

/** The block with its orientation set; a new block when there is none and the picture is turned. */
export function withOrientation(
  exif: Uint8Array | undefined,
  orientation: Orientation,
): Uint8Array | undefined {
  if (exifOrientation(exif) === orientation) return exif;
  const content = (exif && parseExif(exif)) ?? { entries: [], subDirectories: [] };
  const others = content.entries.filter((entry) => entry.tag !== ORIENTATION);
  return formatExif({ ...content, entries: [...others, shortEntry(ORIENTATION, orientation)] });
}
