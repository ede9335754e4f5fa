/** One channel's pixels as Photoshop stores them: PackBits rows for 8 bits, zlib with prediction for 16 bits. */
import { zlibSync } from 'fflate';
import type { ByteWriter } from './byteWriter';
import { packBits, packedBound } from './packBits';

/** Pixels of one channel inside interleaved data. */
export interface PlaneSource {
  readonly data: Uint8Array | Uint16Array;
  /** Values a pixel, and which of them is wanted. */
  readonly channels: number;
  readonly channel: number;
  readonly width: number;
  readonly height: number;
}

const PACK_BITS = 1;
const ZIP_PREDICTED = 3;

/** A layer's channel with its compression code in front. */
export function writeLayerPlane(writer: ByteWriter, source: PlaneSource): void {
  if (source.data instanceof Uint8Array) {
    writer.uint16(PACK_BITS);
    writePackedPlanes(writer, [source]);
    return;
  }
  writer.uint16(ZIP_PREDICTED);
  writer.put(zlibSync(differences(source, source.data), { level: 1 }));
}

/** Row lengths of all planes, then their rows; for the composite, whose planes share one head. */
export function writePackedPlanes(writer: ByteWriter, planes: readonly PlaneSource[]): void {
  const heads = planes.map((plane) => {
    const at = writer.length;
    writer.zeros(2 * plane.height);
    return at;
  });
  planes.forEach(({ data, channels, channel, width, height }, index) => {
    const bytes = data.BYTES_PER_ELEMENT;
    const row = new Uint8Array(width * bytes);
    const packed = new Uint8Array(packedBound(row.length));
    for (let y = 0; y < height; y++) {
      let from = y * width * channels + channel;
      for (let x = 0; x < row.length; from += channels) {
        if (bytes === 2) row[x++] = data[from] >> 8;
        row[x++] = data[from] & 0xff;
      }
      const length = packBits(row, packed, 0);
      writer.put(packed.subarray(0, length));
      writer.setUint16(heads[index] + 2 * y, length);
    }
  });
}

/** Big-endian differences to the pixel on the left, row by row. */
function differences(source: PlaneSource, data: Uint16Array): Uint8Array {
  const { channels, channel, width, height } = source;
  const bytes = new Uint8Array(2 * width * height);
  let to = 0;
  let from = channel;
  for (let y = 0; y < height; y++) {
    let left = 0;
    for (let x = 0; x < width; x++, from += channels) {
      const value = data[from];
      const difference = (value - left) & 0xffff;
      bytes[to++] = difference >> 8;
      bytes[to++] = difference & 0xff;
      left = value;
    }
  }
  return bytes;
}

/** All planes one after the other, uncompressed: how Photoshop writes the composite of 16-bit files without loss of time. */
export function writeRawPlanes(writer: ByteWriter, planes: readonly PlaneSource[]): void {
  for (const { data, channels, channel, width, height } of planes) {
    const bytes = new Uint8Array(width * height * data.BYTES_PER_ELEMENT);
    let to = 0;
    for (let p = 0, from = channel; p < width * height; p++, from += channels) {
      if (data.BYTES_PER_ELEMENT === 2) bytes[to++] = data[from] >> 8;
      bytes[to++] = data[from] & 0xff;
    }
    writer.put(bytes);
  }
}
