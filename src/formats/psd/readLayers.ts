/** Layer records, their blocks and their pixels; in 16-bit files they lie in a block of their own, 'Lr16'. */
import type { Bounds, LayerMask } from '../../engine/render/layerTree';
import { ByteReader } from './byteReader';
import { decodeLayerChannel, type PlaneData } from './decodePlane';

/** 'lsct': the divider that opens a group lies above its layers, the one that closes it below. */
export type PsdSection = 'none' | 'group' | 'end';

export interface PsdLayer {
  readonly name: string;
  readonly bounds: Bounds;
  /** Four letters, e.g. 'norm'. */
  readonly blendMode: string;
  readonly opacity: number;
  readonly clipped: boolean;
  readonly visible: boolean;
  readonly section: PsdSection;
  /** The raster mask, null when there is none or it is switched off. */
  readonly mask: LayerMask | null;
  /** Channel number → pixels: 0… the colors, −1 alpha. */
  readonly channels: ReadonlyMap<number, PlaneData>;
  /** Additional layer information by key. */
  readonly blocks: ReadonlyMap<string, Uint8Array>;
  /** The "Blend If" ranges, which default to 0…255 for every channel. */
  readonly blendingRanges: Uint8Array;
}

interface LayerRecord {
  readonly layer: Omit<PsdLayer, 'channels' | 'mask'>;
  readonly channelLengths: readonly { readonly id: number; readonly length: number }[];
  readonly mask: MaskRecord | null;
}

interface MaskRecord {
  readonly bounds: Bounds;
  readonly outside: number;
  readonly flags: number;
}

const MASK_DISABLED = 2;
/** Rows of real masks, when a vector mask is there too, come as channel −3. */
const RASTER_MASK = -2;
/** Keys whose lengths have 64 bits in PSB files. */
const WIDE_KEYS = new Set(
  'LMsk Lr16 Lr32 Layr Mt16 Mt32 Mtrn Alph FMsk lnk2 FEid FXid PxSD lnkE extd cinf'.split(' '),
);

export function readLayers(
  section: Uint8Array,
  bitsPerChannel: 8 | 16,
  wide: boolean,
): { layers: readonly PsdLayer[]; firstAlphaIsTransparency: boolean } {
  const reader = new ByteReader(section);
  if (reader.left < 4) return { layers: [], firstAlphaIsTransparency: false };
  let info = reader.take(reader.length(wide));
  if (reader.left >= 4) reader.skip(Math.min(reader.uint32(), reader.left));
  for (const [key, bytes] of readBlocks(reader, wide, 4)) {
    if (key === 'Lr16' || key === 'Layr') info = bytes;
  }
  return info.length < 2
    ? { layers: [], firstAlphaIsTransparency: false }
    : readLayerInfo(new ByteReader(info), bitsPerChannel, wide);
}

function readLayerInfo(
  reader: ByteReader,
  bitsPerChannel: 8 | 16,
  wide: boolean,
): { layers: readonly PsdLayer[]; firstAlphaIsTransparency: boolean } {
  const count = reader.int16();
  const records = Array.from({ length: Math.abs(count) }, () => readRecord(reader, wide));
  const layers = records.map(({ layer, channelLengths, mask }): PsdLayer => {
    const channels = new Map<number, PlaneData>();
    let maskData: PlaneData | undefined;
    for (const { id, length } of channelLengths) {
      const bytes = reader.take(length);
      const bounds = id <= RASTER_MASK ? mask?.bounds : layer.bounds;
      if (!bounds || isEmpty(bounds) || length < 2) continue;
      const size = { width: bounds.right - bounds.left, height: bounds.bottom - bounds.top, bitsPerChannel };
      if (id === RASTER_MASK) maskData = decodeLayerChannel(bytes, size, wide);
      else if (id > RASTER_MASK) channels.set(id, decodeLayerChannel(bytes, size, wide));
    }
    return { ...layer, channels, mask: layerMask(mask, maskData) };
  });
  return { layers, firstAlphaIsTransparency: count < 0 };
}

const isEmpty = (bounds: Bounds): boolean => bounds.right <= bounds.left || bounds.bottom <= bounds.top;

function layerMask(record: MaskRecord | null, data: PlaneData | undefined): LayerMask | null {
  if (!record || (record.flags & MASK_DISABLED) !== 0) return null;
  if (!data) {
    if (record.outside === 255) return null;
    return {
      bounds: { left: 0, top: 0, right: 0, bottom: 0 },
      data: new Uint8Array(0),
      outside: record.outside,
    };
  }
  const codes = data instanceof Uint8Array ? data : Uint8Array.from(data, (value) => Math.round(value / 257));
  return { bounds: record.bounds, data: codes, outside: record.outside };
}

function readBounds(reader: ByteReader): Bounds {
  const top = reader.int32();
  const left = reader.int32();
  const bottom = reader.int32();
  return { top, left, bottom, right: reader.int32() };
}

function readRecord(reader: ByteReader, wide: boolean): LayerRecord {
  const bounds = readBounds(reader);
  const channelCount = reader.uint16();
  const channelLengths = Array.from({ length: channelCount }, () => ({
    id: reader.int16(),
    length: reader.length(wide),
  }));
  reader.skip(4);
  const blendMode = reader.ascii(4);
  const opacity = reader.uint8();
  const clipped = reader.uint8() !== 0;
  const flags = reader.uint8();
  reader.skip(1);
  const extra = new ByteReader(reader.take(reader.uint32()));
  const mask = readMask(new ByteReader(extra.take(extra.uint32())));
  const blendingRanges = extra.take(extra.uint32());
  const nameLength = extra.uint8();
  const legacyName = extra.ascii(nameLength);
  extra.skip((4 - ((nameLength + 1) % 4)) % 4);
  const blocks = new Map(readBlocks(extra, wide, 2));
  const unicodeName = blocks.get('luni');
  const name = unicodeName ? new ByteReader(unicodeName).unicode() : legacyName;
  const divider = blocks.get('lsct') ?? blocks.get('lsdk');
  return {
    layer: {
      name,
      bounds,
      blendMode: (divider && groupBlendMode(divider)) ?? blendMode,
      opacity,
      clipped,
      visible: (flags & 2) === 0,
      section: sectionOf(divider),
      blocks,
      blendingRanges,
    },
    channelLengths,
    mask,
  };
}

function readMask(reader: ByteReader): MaskRecord | null {
  if (reader.left < 18) return null;
  return { bounds: readBounds(reader), outside: reader.uint8(), flags: reader.uint8() };
}

function sectionOf(block: Uint8Array | undefined): PsdSection {
  if (!block || block.length < 4) return 'none';
  const type = block[3];
  return type === 1 || type === 2 ? 'group' : type === 3 ? 'end' : 'none';
}

/** A group's own mode, 'pass' for one that passes through: uint32 type · '8BIM' · four letters. The record may say 'norm'. */
function groupBlendMode(divider: Uint8Array): string | undefined {
  return divider.length < 12 ? undefined : String.fromCharCode(...divider.subarray(8, 12));
}

function readBlocks(reader: ByteReader, wide: boolean, padding: number): [string, Uint8Array][] {
  const blocks: [string, Uint8Array][] = [];
  while (reader.left >= 12) {
    reader.skip(4);
    const key = reader.ascii(4);
    const length = reader.length(wide && WIDE_KEYS.has(key));
    blocks.push([key, reader.take(Math.min(length, reader.left))]);
    reader.skip(Math.min((padding - (length % padding)) % padding, reader.left));
  }
  return blocks;
}
