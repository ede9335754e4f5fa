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
    const at = this.grow(1);
    this.view.setUint8(at, value);
  }

  uint16(value: number): void {
    const at = this.grow(2);
    this.view.setUint16(at, value);
  }

  int16(value: number): void {
    const at = this.grow(2);
    this.view.setInt16(at, value);
  }

  uint32(value: number): void {
    const at = this.grow(4);
    this.view.setUint32(at, value);
  }

  int32(value: number): void {
    const at = this.grow(4);
    this.view.setInt32(at, value);
  }

  float64(value: number): void {
    const at = this.grow(8);
    this.view.setFloat64(at, value);
  }

  put(bytes: Uint8Array): void {
    const at = this.grow(bytes.length);
    this.bytes.set(bytes, at);
  }

  ascii(text: string): void {
    for (let i = 0; i < text.length; i++) this.uint8(text.charCodeAt(i) & 0xff);
  }

  /** A 32-bit count of UTF-16 units and the units. */
  unicode(text: string): void {
    this.uint32(text.length);
    for (let i = 0; i < text.length; i++) this.uint16(text.charCodeAt(i));
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

  /** Makes room; may replace the buffer, so call it before touching `view` or `bytes`. */
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
