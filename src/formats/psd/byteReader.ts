import { UserError } from '../../engine/userError';
import { textOfCodes } from '../decodeText';

/** Big-endian reading with a position, as every number in a Photoshop file is stored. Errors name the byte of the buffer, see readPsd. */
export class ByteReader {
  private readonly view: DataView;
  position = 0;

  constructor(readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.bytes.length - this.position;
  }

  uint8(): number {
    return this.view.getUint8(this.advance(1));
  }

  uint16(): number {
    return this.view.getUint16(this.advance(2));
  }

  int16(): number {
    return this.view.getInt16(this.advance(2));
  }

  uint32(): number {
    return this.view.getUint32(this.advance(4));
  }

  int32(): number {
    return this.view.getInt32(this.advance(4));
  }

  float64(): number {
    return this.view.getFloat64(this.advance(8));
  }

  /** A 32-bit length in a PSD, a 64-bit one in a PSB. */
  length(wide: boolean): number {
    if (!wide) return this.uint32();
    const high = this.uint32();
    return high * 2 ** 32 + this.uint32();
  }

  /** A view, not a copy. */
  take(length: number): Uint8Array {
    const start = this.advance(length);
    return this.bytes.subarray(start, start + length);
  }

  /** Latin text of `length` bytes: signatures, keys, blend modes. */
  ascii(length: number): string {
    return textOfCodes(this.take(length));
  }

  /** A 32-bit count of UTF-16 units and the units; trailing NULs are dropped. */
  unicode(): string {
    const units = this.take(2 * this.uint32());
    const codes = Uint16Array.from(
      { length: units.length / 2 },
      (_, i) => (units[2 * i] << 8) | units[2 * i + 1],
    );
    let end = codes.length;
    while (end > 0 && codes[end - 1] === 0) end--;
    return textOfCodes(codes.subarray(0, end));
  }

  skip(length: number): void {
    this.advance(length);
  }

  private advance(length: number): number {
    const start = this.position;
    if (length < 0 || start + length > this.bytes.length) {
      throw new UserError('psd.truncated', { byte: this.bytes.byteOffset + start });
    }
    this.position = start + length;
    return start;
  }
}
