/** A layer's record: bounds, channels, blending, mask, name and blocks. */
import type { Bounds } from '../../engine/render/layerTree';
import type { ByteWriter } from './byteWriter';

export interface MaskRecord {
  readonly bounds: Bounds;
  readonly outside: number;
}

export interface LayerRecord {
  readonly name: string;
  /** Unique in the file, from 1. */
  readonly id: number;
  readonly bounds: Bounds;
  /** 0…255. */
  readonly opacity: number;
  readonly blendMode: string;
  readonly mask: MaskRecord | null;
  readonly blocks: readonly { readonly key: string; readonly bytes: Uint8Array }[];
  /** The background: its transparency cannot be painted on. */
  readonly locked?: boolean;
}

const TRANSPARENCY_LOCKED = 1;
/** "Bit 4 has useful information": the pixels do (not) matter to the appearance. Photoshop 5 and later set the first bit. */
const HAS_PIXEL_BIT = 8;
const PIXELS_IRRELEVANT = 16;
/** The legacy name is a Pascal string in the system's encoding; Unicode stands in 'luni'. */
const MAX_LEGACY_NAME = 255;

/** @returns where the lengths of the channels are to be filled in, in the order of `channelIds`. */
export function writeLayerRecord(
  writer: ByteWriter,
  layer: LayerRecord,
  channelIds: readonly number[],
): readonly number[] {
  writeBounds(writer, layer.bounds);
  writer.uint16(channelIds.length);
  const lengthFields = channelIds.map((id) => {
    writer.int16(id);
    writer.uint32(0);
    return writer.length - 4;
  });
  writer.ascii(`8BIM${layer.blendMode}`);
  writer.uint8(layer.opacity);
  writer.uint8(0);
  const empty = layer.bounds.right === layer.bounds.left;
  writer.uint8(HAS_PIXEL_BIT | (layer.locked ? TRANSPARENCY_LOCKED : 0) | (empty ? PIXELS_IRRELEVANT : 0));
  writer.uint8(0);
  writer.sized(() => {
    writer.sized(() => writeMask(writer, layer.mask));
    writeBlendingRanges(writer, 4);
    writeLegacyName(writer, layer.name);
    writeBlock(writer, 'luni', () => writer.unicode(layer.name));
    writeBlock(writer, 'lyid', () => writer.uint32(layer.id));
    for (const { key, bytes } of layer.blocks) writeBlock(writer, key, () => writer.put(bytes));
  });
  return lengthFields;
}

function writeBounds(writer: ByteWriter, { top, left, bottom, right }: Bounds): void {
  for (const side of [top, left, bottom, right]) writer.int32(side);
}

function writeMask(writer: ByteWriter, mask: MaskRecord | null): void {
  if (!mask) return;
  writeBounds(writer, mask.bounds);
  writer.uint8(mask.outside);
  writer.zeros(3);
}

/** Everything blends: 0…255 of this layer and of those below, for gray and each channel with alpha. */
function writeBlendingRanges(writer: ByteWriter, channels: number): void {
  writer.sized(() => {
    for (let i = 0; i < 2 * (channels + 1); i++) writer.uint32(0x0000ffff);
  });
}

function writeLegacyName(writer: ByteWriter, name: string): void {
  const start = writer.length;
  const ascii = name.replace(/[^\x20-\x7e]/g, '?').slice(0, MAX_LEGACY_NAME);
  writer.uint8(ascii.length);
  writer.ascii(ascii);
  writer.zeros((4 - ((writer.length - start) % 4)) % 4);
}

function writeBlock(writer: ByteWriter, key: string, body: () => void): void {
  writer.ascii(`8BIM${key}`);
  writer.sized(body, 4);
}
