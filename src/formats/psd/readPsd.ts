/**
 * Reads the structure of PSD and PSB files with 8 or 16 bits a channel: header, image resources, layers with their
 * raw blocks, masks and pixels, and the composite. Blocks are kept as bytes; see layerBlocks for those we understand.
 * Layout after Adobe's "Photoshop File Formats Specification" (2019).
 *
 *   '8BPS' version 0×6 channels height width depth mode
 *   length color mode data · length resources · length layers and masks · compression composite
 */
import { UserError } from '../../engine/userError';
import { ByteReader } from './byteReader';
import { decodePlane, readRowLengths, type PlaneData } from './decodePlane';
import { readLayers, type PsdLayer } from './readLayers';

/** Of PSB files. */
const LONGEST_SIDE = 300_000;
/** Of the height in the header. */
const SIZE_AT = 14;
/** More would not fit into memory as layers. */
const MOST_PIXELS = 500_000_000;

export const COLOR_MODES = { 1: 'gray', 3: 'rgb', 4: 'cmyk', 9: 'lab' } as const;
export type ColorMode = (typeof COLOR_MODES)[keyof typeof COLOR_MODES] | 'other';

export interface PsdFile {
  readonly width: number;
  readonly height: number;
  readonly bitsPerChannel: 8 | 16;
  readonly colorMode: ColorMode;
  /** By number, e.g. 1039 the ICC profile, 1057 who wrote the file. */
  readonly resources: ReadonlyMap<number, Uint8Array>;
  /** From the bottom to the top; groups are bracketed by layers with a `section`. */
  readonly layers: readonly PsdLayer[];
  /** Planes of the merged picture: the color channels, then alpha channels. */
  readonly composite: readonly PlaneData[];
  /** The first plane after the colors is the transparency of the merged picture. */
  readonly compositeHasTransparency: boolean;
}

/** @throws UserError `psd.…` when the bytes are no PSD, damaged (at `byte`), or of a depth other than 8 and 16. */
export function readPsd(file: Uint8Array): PsdFile {
  // Parts are views of one buffer: where it begins with the file, errors of any part name the byte of the file.
  const bytes = file.byteOffset === 0 ? file : Uint8Array.from(file);
  const reader = new ByteReader(bytes);
  if (bytes.length < 26 || reader.ascii(4) !== '8BPS') throw new UserError('psd.notPsd');
  const version = reader.uint16();
  if (version !== 1 && version !== 2) throw new UserError('psd.notPsd');
  const wide = version === 2;
  reader.skip(6);
  const channels = reader.uint16();
  const height = reader.uint32();
  const width = reader.uint32();
  const depth = reader.uint16();
  const mode = reader.uint16();
  if (width < 1 || height < 1 || width > LONGEST_SIDE || height > LONGEST_SIDE)
    throw new UserError('psd.truncated', { byte: SIZE_AT });
  if (width * height > MOST_PIXELS) throw new UserError('psd.tooLarge', { width, height });
  if (depth !== 8 && depth !== 16) throw new UserError('psd.unsupportedDepth', { value: depth });
  reader.skip(reader.uint32());
  const resources = readResources(reader.take(reader.uint32()));
  const section = reader.take(reader.length(wide));
  const { layers, firstAlphaIsTransparency } = readLayers(section, depth, wide);
  return {
    width,
    height,
    bitsPerChannel: depth,
    colorMode: COLOR_MODES[mode as keyof typeof COLOR_MODES] ?? 'other',
    resources,
    layers,
    composite: readComposite(reader, { channels, width, height, bitsPerChannel: depth }, wide),
    compositeHasTransparency: firstAlphaIsTransparency,
  };
}

function readResources(bytes: Uint8Array): ReadonlyMap<number, Uint8Array> {
  const reader = new ByteReader(bytes);
  const resources = new Map<number, Uint8Array>();
  while (reader.left >= 12) {
    reader.skip(4);
    const id = reader.uint16();
    const nameLength = reader.uint8();
    reader.skip(nameLength + ((nameLength + 1) % 2));
    const length = reader.uint32();
    resources.set(id, reader.take(length));
    if (length % 2 === 1 && reader.left > 0) reader.skip(1);
  }
  return resources;
}

interface CompositeSize {
  readonly channels: number;
  readonly width: number;
  readonly height: number;
  readonly bitsPerChannel: 8 | 16;
}

function readComposite(reader: ByteReader, size: CompositeSize, wide: boolean): PlaneData[] {
  if (reader.left < 2) return [];
  const compression = reader.uint16();
  const { channels, height } = size;
  const planeBytes = (size.width * height * size.bitsPerChannel) / 8;
  const planes: PlaneData[] = [];
  if (compression === 1) {
    const lengths = readRowLengths(reader, channels * height, wide);
    for (let c = 0; c < channels; c++) {
      const rows = lengths.slice(c * height, (c + 1) * height);
      const total = rows.reduce((sum, length) => sum + length, 0);
      planes.push(decodePlane(reader.take(total), 1, size, rows));
    }
  } else if (compression === 0) {
    for (let c = 0; c < channels; c++) planes.push(decodePlane(reader.take(planeBytes), 0, size));
  } else {
    const all = decodePlane(reader.take(reader.left), compression, { ...size, height: channels * height });
    const length = size.width * height;
    for (let c = 0; c < channels; c++) planes.push(all.slice(c * length, (c + 1) * length));
  }
  return planes;
}

/** The program that wrote the file and whether the composite is real, from resource 1057. */
export function writerOf(file: PsdFile): { readonly writer: string; readonly hasComposite: boolean } | null {
  const bytes = file.resources.get(1057);
  if (!bytes) return null;
  const reader = new ByteReader(bytes);
  reader.skip(4);
  const hasComposite = reader.uint8() !== 0;
  return { writer: reader.unicode(), hasComposite };
}
