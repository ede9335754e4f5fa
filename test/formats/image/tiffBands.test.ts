/** The pixels of a TIFF in bands: what is read from the file, and what a hostile file could have read. */
import { encodeImage } from '../../../src/formats/image/encodeImage';
import { bufferSource, type ByteSource } from '../../../src/formats/image/byteSource';
import { tiffBands } from '../../../src/formats/image/tiff/tiffBands';
import { readTiffFile } from '../../../src/formats/image/tiff/tiffDirectory';
import { bytesEntry, longEntry, shortEntry } from '../../../src/formats/image/tiff/tiffEntries';
import { readTiffLayout, TAG } from '../../../src/formats/image/tiff/tiffLayout';
import { writeTiffDirectory } from '../../../src/formats/image/tiff/writeTiffDirectory';

/** Counts the bytes that are asked for. */
function counted(bytes: Uint8Array) {
  const source = bufferSource(bytes);
  const asked = { sum: 0, largest: 0 };
  const read: ByteSource['read'] = (offset, length) => {
    asked.sum += length;
    asked.largest = Math.max(asked.largest, length);
    return source.read(offset, length);
  };
  return { source: { length: bytes.length, read }, asked };
}

function bandsOf(source: ByteSource) {
  const file = readTiffFile(source);
  return tiffBands(file, readTiffLayout(file.firstDirectory, source.length));
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint8Array | Uint16Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

describe('the bands of a TIFF', () => {
  it('of 16 bits are a few of its rows at a time, each read once', () => {
    const [width, height] = [1000, 600];
    const data = Uint16Array.from({ length: 3 * width * height }, (_, i) => (i * 7919) % 65536);
    const head = { width, height, channels: 3, bitDepth: 16, orientation: 1, fileType: 'tiff' } as const;
    const bytes = encodeImage({ ...head, data }, 'tiff');
    const { source, asked } = counted(bytes);
    let next = 0;
    let largest = 0;
    for (const { top, rows, data: values } of bandsOf(source)) {
      expect(top).toBe(next);
      const expected = data.subarray(3 * width * top, 3 * width * (top + rows));
      expect(Buffer.compare(bytesOf(values), bytesOf(expected))).toBe(0);
      next += rows;
      largest = Math.max(largest, values.byteLength);
    }
    expect(next).toBe(height);
    const STRIP_BYTES = 1 << 20;
    expect(largest).toBeLessThanOrEqual(STRIP_BYTES);
    expect(asked.largest).toBeLessThan(1.1 * STRIP_BYTES);
    expect(asked.sum).toBeLessThan(1.1 * bytes.length);
  });

  it('are not read again and again by strips that all claim the same large piece', () => {
    const rows = 1000;
    const piece = new Uint8Array(1 << 20);
    const PIECE_AT = 8;
    const directoryAt = PIECE_AT + piece.length;
    const every = (value: number): number[] => new Array<number>(rows).fill(value);
    const directory = writeTiffDirectory(
      [
        longEntry(TAG.width, [4]),
        longEntry(TAG.height, [rows]),
        shortEntry(TAG.bitsPerSample, 8),
        shortEntry(TAG.compression, 1),
        shortEntry(TAG.photometric, 1),
        longEntry(TAG.stripOffsets, every(PIECE_AT)),
        longEntry(TAG.rowsPerStrip, [1]),
        longEntry(TAG.stripByteCounts, every(piece.length)),
        bytesEntry(TAG.xmp, 1, new Uint8Array(9)),
      ],
      directoryAt,
    );
    const bytes = new Uint8Array(directoryAt + directory.length);
    bytes.set([0x49, 0x49, 42, 0]);
    new DataView(bytes.buffer).setUint32(4, directoryAt, true);
    bytes.set(directory, directoryAt);
    const { source, asked } = counted(bytes);
    expect([...bandsOf(source)]).toHaveLength(rows);
    expect(asked.sum).toBeLessThan(3 * bytes.length);
  });
});
