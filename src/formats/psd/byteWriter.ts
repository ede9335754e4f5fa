/** Big-endian writing into a buffer that grows. */
export class ByteWriter {
  private bytes: Uint8Array;
  private view: DataView;
  length = 0;

  constructor(capacity = 1024) {
    this.bytes = new Uint8Array(capacity);
    this.view = new DataView(this.bytes.buffer);
  }

  uint8(value: number): void {
    this.view.setUint8(this.grow(1), value);
  }

  uint16(value: number): void {
    this.view.setUint16(this.grow(2), value);
  }

  int16(value: number): void {
    this.view.setInt16(this.grow(2), value);
  }

  uint32(value: number): void {
    this.view.setUint32(this.grow(4), value);
  }

  int32(value: number): void {
    this.view.setInt32(this.grow(4), value);
  }

  float64(value: number): void {
    this.view.setFloat64(this.grow(8), value);
  }

  put(bytes: Uint8Array): void {
    this.bytes.set(bytes, this.grow(bytes.length));
  }

  ascii(text: string): void {
    for (let i = 0; i < text.length; i++) this.uint8(text.charCodeAt(i) & 0xff);
  }

  /** A 32-bit count of UTF-16 units and the units, with a closing NUL that counts. */
  unicode(text: string): void {
    this.uint32(text.length + 1);
    for (let i = 0; i < text.length; i++) this.uint16(text.charCodeAt(i));
    this.uint16(0);
  }

  zeros(count: number): void {
    this.grow(count);
  }

  /** Zeros until the length is a multiple of `step`. */
  pad(step: number): void {
    this.zeros((step - (this.length % step)) % step);
  }

  /** Writes a 32-bit length, then what `body` writes, then zeros up to a multiple of `step` that the length includes. */
  sized(body: () => void, step = 1): void {
    const at = this.grow(4);
    const start = this.length;
    body();
    this.zeros((step - ((this.length - start) % step)) % step);
    this.view.setUint32(at, this.length - start);
  }

  setUint16(at: number, value: number): void {
    this.view.setUint16(at, value);
  }

  setUint32(at: number, value: number): void {
    this.view.setUint32(at, value);
  }

  /** What was written, as a view of the buffer. */
  toBytes(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  private grow(count: number): number {
    const start = this.length;
    const end = start + count;
    if (end > this.bytes.length) {
      const larger = new Uint8Array(Math.max(end, Math.ceil(this.bytes.length * 1.5)));
      larger.set(this.bytes.subarray(0, start));
      this.bytes = larger;
      this.view = new DataView(larger.buffer);
    }
    this.length = end;
    return start;
  }
}
