/**
 * Baseline JPEG (ITU-T T.81), 4:4:4, with the example tables of annex K. Written here because the simulator must
 * encode previews in a browser page and under Node alike.
 */

/** Annex K.1 and K.2 at quality 50, divided by three for previews without visible blocks. */
const QUALITY = 1 / 3;
// prettier-ignore
const LUMA_STEPS = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62,
  18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];
// prettier-ignore
const CHROMA_STEPS = [
  17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99, 99, 99, 99, 99,
  99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
];

/** Huffman table: how many codes of each length 1…16, and their symbols in order. */
interface HuffmanTable {
  readonly counts: readonly number[];
  readonly symbols: readonly number[];
}

/** Annex K.3: differences of the mean. One table serves luma and chroma. */
const DC: HuffmanTable = {
  counts: [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0],
  symbols: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
};

/** Runs of 0…15 zeros before a value of 1…10 bits, end of block (0) and sixteen zeros (0xf0): 162 symbols of 8 bits, all codes as long as is needed. */
const AC: HuffmanTable = flatAcTable();

/** A valid prefix code with short codes for short runs; the all-ones code stays unused, as the standard demands. */
function flatAcTable(): HuffmanTable {
  const symbols = [0x00, 0x01, 0x02, 0x03, 0x11, 0x04, 0x12, 0x21, 0x05, 0x31, 0x41];
  for (let bits = 1; bits <= 10; bits++) {
    for (let run = 0; run < 16; run++) if (!symbols.includes(16 * run + bits)) symbols.push(16 * run + bits);
  }
  symbols.push(0xf0);
  // 3 codes of 3 bits and 8 of 5 bits leave 3/8 of the code space, enough for 151 codes of 9 bits.
  return { counts: [0, 0, 3, 0, 8, 0, 0, 0, 151, 0, 0, 0, 0, 0, 0, 0], symbols };
}

const ZIGZAG = zigzag();

function zigzag(): readonly number[] {
  const order: number[] = [];
  for (let sum = 0; sum < 15; sum++) {
    for (let k = 0; k <= sum; k++) {
      const [row, column] = sum % 2 === 0 ? [sum - k, k] : [k, sum - k];
      if (row < 8 && column < 8) order.push(8 * row + column);
    }
  }
  return order;
}

function huffmanCodes({ counts, symbols }: HuffmanTable): { code: Uint16Array; length: Uint8Array } {
  const code = new Uint16Array(256);
  const length = new Uint8Array(256);
  let next = 0;
  let index = 0;
  counts.forEach((count, bits) => {
    for (let k = 0; k < count; k++) {
      code[symbols[index]] = next++;
      length[symbols[index++]] = bits + 1;
    }
    next <<= 1;
  });
  return { code, length };
}

const DC_CODES = huffmanCodes(DC);
const AC_CODES = huffmanCodes(AC);

/** cos terms of the orthonormal 8-point DCT, [frequency · 8 + position]. */
const COSINES = Float64Array.from({ length: 64 }, (_, i) => {
  const frequency = i >> 3;
  const scale = frequency === 0 ? Math.SQRT1_2 / 2 : 0.5;
  return scale * Math.cos(((2 * (i & 7) + 1) * frequency * Math.PI) / 16);
});

/** @param codes interleaved 8-bit values; alpha, if there is any, is left out. */
export function encodeJpeg(codes: Uint8Array, components: number, width: number, height: number): Uint8Array {
  const writer = new BitWriter();
  const steps = [LUMA_STEPS, CHROMA_STEPS].map((table) =>
    table.map((v) => Math.max(1, Math.round(v * QUALITY))),
  );
  writeHeaders(writer, steps, width, height);
  const means = [0, 0, 0];
  const block = new Float64Array(64);
  for (let y = 0; y < height; y += 8) {
    for (let x = 0; x < width; x += 8) {
      for (let c = 0; c < 3; c++) {
        readBlock(block, codes, components, width, height, x, y, c);
        means[c] = writeBlock(writer, block, steps[c === 0 ? 0 : 1], means[c]);
      }
    }
  }
  writer.flush();
  writer.bytes(0xff, 0xd9);
  return writer.result();
}

/** One 8×8 block of Y, Cb or Cr, minus 128; pixels beyond the edge repeat the last one. */
function readBlock(
  block: Float64Array,
  codes: Uint8Array,
  components: number,
  width: number,
  height: number,
  left: number,
  top: number,
  c: number,
): void {
  for (let i = 0; i < 64; i++) {
    const x = Math.min(width - 1, left + (i & 7));
    const y = Math.min(height - 1, top + (i >> 3));
    const at = components * (y * width + x);
    const r = codes[at];
    const g = codes[at + 1];
    const b = codes[at + 2];
    if (c === 0) block[i] = 0.299 * r + 0.587 * g + 0.114 * b - 128;
    else if (c === 1) block[i] = -0.168736 * r - 0.331264 * g + 0.5 * b;
    else block[i] = 0.5 * r - 0.418688 * g - 0.081312 * b;
  }
}

/** @returns the quantized mean, which the next block of this component is coded against. */
function writeBlock(writer: BitWriter, block: Float64Array, steps: readonly number[], mean: number): number {
  const rows = new Float64Array(64);
  for (let y = 0; y < 8; y++) {
    for (let f = 0; f < 8; f++) {
      let sum = 0;
      for (let x = 0; x < 8; x++) sum += COSINES[8 * f + x] * block[8 * y + x];
      rows[8 * y + f] = sum;
    }
  }
  const quantized = new Int32Array(64);
  for (let f = 0; f < 8; f++) {
    for (let x = 0; x < 8; x++) {
      let sum = 0;
      for (let y = 0; y < 8; y++) sum += COSINES[8 * f + y] * rows[8 * y + x];
      quantized[8 * f + x] = Math.round(sum / steps[8 * f + x]);
    }
  }
  const difference = quantized[0] - mean;
  const size = bitLength(difference);
  writer.bits(DC_CODES.code[size], DC_CODES.length[size]);
  writer.magnitude(difference, size);
  let run = 0;
  for (let k = 1; k < 64; k++) {
    const value = quantized[ZIGZAG[k]];
    if (value === 0) {
      run++;
      continue;
    }
    for (; run > 15; run -= 16) writer.bits(AC_CODES.code[0xf0], AC_CODES.length[0xf0]);
    const bits = bitLength(value);
    writer.bits(AC_CODES.code[16 * run + bits], AC_CODES.length[16 * run + bits]);
    writer.magnitude(value, bits);
    run = 0;
  }
  if (run > 0) writer.bits(AC_CODES.code[0], AC_CODES.length[0]);
  return quantized[0];
}

const bitLength = (value: number): number => (value === 0 ? 0 : 32 - Math.clz32(Math.abs(value)));

function writeHeaders(writer: BitWriter, steps: readonly number[][], width: number, height: number): void {
  writer.bytes(0xff, 0xd8);
  writer.segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
  steps.forEach((table, id) => writer.segment(0xdb, [id, ...ZIGZAG.map((at) => table[at])]));
  writer.segment(0xc0, [
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    3,
    ...[1, 0x11, 0],
    ...[2, 0x11, 1],
    ...[3, 0x11, 1],
  ]);
  writer.segment(0xc4, [0x00, ...DC.counts, ...DC.symbols]);
  writer.segment(0xc4, [0x10, ...AC.counts, ...AC.symbols]);
  writer.segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]);
}

class BitWriter {
  private buffer = new Uint8Array(1 << 16);
  private length = 0;
  private held = 0;
  private heldBits = 0;

  bytes(...values: readonly number[]): void {
    for (const value of values) this.byte(value);
  }

  segment(marker: number, content: readonly number[]): void {
    const length = content.length + 2;
    this.bytes(0xff, marker, length >> 8, length & 255, ...content);
  }

  bits(code: number, count: number): void {
    for (let k = count - 1; k >= 0; k--) {
      this.held = (this.held << 1) | ((code >> k) & 1);
      if (++this.heldBits === 8) this.emit();
    }
  }

  /** Negative values are written as the complement of their magnitude. */
  magnitude(value: number, size: number): void {
    this.bits(value < 0 ? value + (1 << size) - 1 : value, size);
  }

  flush(): void {
    while (this.heldBits > 0) this.bits(1, 1);
  }

  result(): Uint8Array {
    return this.buffer.slice(0, this.length);
  }

  private emit(): void {
    this.byte(this.held);
    if (this.held === 0xff) this.byte(0);
    this.held = 0;
    this.heldBits = 0;
  }

  private byte(value: number): void {
    if (this.length === this.buffer.length) {
      const larger = new Uint8Array(2 * this.length);
      larger.set(this.buffer);
      this.buffer = larger;
    }
    this.buffer[this.length++] = value;
  }
}
