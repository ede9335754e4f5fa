/**
 * Writes a PSD with the picture as background and, above it, one group with the stack as live adjustment layers, and
 * the composite that Photoshop would show. 8 and 16 bits go the same way: ag-psd writes only 8 bits and no ICC
 * profile, and the structure is small enough to have in one piece.
 *
 *   header · no color mode data · resources (resolution, ICC profile, version) · layers · composite
 *
 * In 16-bit files the layers stand in a block 'Lr16' of the additional information.
 */
import type { AdjustmentStack } from '../../engine/adjustments';
import { ByteWriter } from './byteWriter';
import { writeLayerPlane, writePackedPlanes, writeRawPlanes } from './encodePlane';
import { psdResources } from './psdResources';
import { renderComposite } from './renderComposite';
import { planesOf, stackLayers } from './stackLayers';
import { writeLayerRecord } from './writeLayerRecord';

export interface StackPsd {
  readonly width: number;
  readonly height: number;
  readonly bitsPerChannel: 8 | 16;
  /** Interleaved RGB; 0…255 in a Uint8Array, or 0…65535 in a Uint16Array. */
  readonly pixels: Uint8Array | Uint16Array;
  readonly iccProfile?: Uint8Array;
  readonly stack: AdjustmentStack;
  /** width · height codes 0…255: the selection, as mask of the group. */
  readonly mask?: Uint8Array;
  /** XMP metadata of the file. */
  readonly xmp?: string;
}

/** Photoshop opens PSD files up to this size; larger ones need the PSB format. */
const MAX_SIDE = 30000;

/** @throws RangeError when the pixels do not fit the size or the depth, or a side is longer than 30000. */
export function writeStackPsd(document: StackPsd): Uint8Array {
  check(document);
  const { width, height, bitsPerChannel, pixels } = document;
  const writer = new ByteWriter(Math.ceil(pixels.byteLength * 1.6) + 65536);
  writeHeader(writer, document);
  writer.uint32(0);
  writer.sized(() => psdResources(writer, document));
  writer.sized(() => {
    if (bitsPerChannel === 8) {
      writer.sized(() => writeLayers(writer, document), 2);
      writer.uint32(0);
    } else {
      writer.uint32(0);
      writer.uint32(0);
      writer.ascii('8BIMLr16');
      writer.sized(() => writeLayers(writer, document), 4);
    }
  });
  const composite = renderComposite(document);
  const planes = planesOf(composite, 3, width, height);
  writer.uint16(bitsPerChannel === 8 ? 1 : 0);
  if (bitsPerChannel === 8) writePackedPlanes(writer, planes);
  else writeRawPlanes(writer, planes);
  return writer.toBytes();
}

function check({ width, height, bitsPerChannel, pixels, mask }: StackPsd): void {
  const values = 3 * width * height;
  if (width > MAX_SIDE || height > MAX_SIDE) {
    throw new RangeError(`A PSD has at most ${MAX_SIDE} pixels a side, got ${width}×${height}.`);
  }
  if (pixels.length !== values) {
    throw new RangeError(`${width}×${height} RGB pixels are ${values} values, got ${pixels.length}.`);
  }
  if ((pixels instanceof Uint8Array ? 8 : 16) !== bitsPerChannel) {
    throw new RangeError('8 bits a channel need a Uint8Array, 16 a Uint16Array.');
  }
  if (mask && mask.length !== width * height) {
    throw new RangeError(`A mask has one value a pixel, ${width * height}, got ${mask.length}.`);
  }
}

function writeHeader(writer: ByteWriter, { width, height, bitsPerChannel }: StackPsd): void {
  const rgbMode = 3;
  writer.ascii('8BPS');
  writer.uint16(1);
  writer.zeros(6);
  writer.uint16(3);
  writer.uint32(height);
  writer.uint32(width);
  writer.uint16(bitsPerChannel);
  writer.uint16(rgbMode);
}

function writeLayers(writer: ByteWriter, document: StackPsd): void {
  const layers = stackLayers(document);
  writer.int16(layers.length);
  // The lengths of the channels stand in the records, in front of the pixels: they are filled in afterwards.
  const lengthFields = layers.map(({ record, planes }) =>
    writeLayerRecord(
      writer,
      record,
      planes.map(({ id }) => id),
    ),
  );
  layers.forEach(({ planes }, i) => {
    planes.forEach(({ source }, j) => {
      const start = writer.length;
      if (source) writeLayerPlane(writer, source);
      else writer.uint16(0);
      writer.setUint32(lengthFields[i][j], writer.length - start);
    });
  });
}
