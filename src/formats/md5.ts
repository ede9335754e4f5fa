/**
 * MD5 (RFC 1321), upper-case hexadecimal: what camera raw profiles name a table by, and what pictures are known again
 * by. No secrets depend on it. A quarter of a megabyte takes a few milliseconds, on the panel's own thread.
 */

const SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
/** RFC 1321, 3.4, step by step: the turn to the left, the word, and the integer part of 2³² · |sin(i + 1)|. */
const TURNS = Int32Array.from({ length: 64 }, (_, i) => SHIFTS[4 * (i >> 4) + (i & 3)]);
const WORDS = Int32Array.from({ length: 64 }, (_, i) => [i, 5 * i + 1, 3 * i + 5, 7 * i][i >> 4] & 15);
const SINES = Int32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32) | 0);

export function md5(bytes: Uint8Array): string {
  const padded = new Uint8Array(64 * Math.ceil((bytes.length + 9) / 64));
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, (bytes.length << 3) >>> 0, true);
  view.setUint32(padded.length - 4, Math.floor(bytes.length / 2 ** 29), true);
  const state = Int32Array.of(0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476);
  for (let block = 0; block < padded.length; block += 64) digestBlock(view, block, state);
  const digest = new Uint8Array(16);
  state.forEach((value, k) => new DataView(digest.buffer).setInt32(4 * k, value, true));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

function digestBlock(view: DataView, block: number, state: Int32Array): void {
  let [a, b, c, d] = state;
  for (let i = 0; i < 64; i++) {
    const sum = (a + mix(i >> 4, b, c, d) + SINES[i] + view.getInt32(block + 4 * WORDS[i], true)) | 0;
    const turned = (sum << TURNS[i]) | (sum >>> (32 - TURNS[i]));
    a = d;
    d = c;
    c = b;
    b = (b + turned) | 0;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
}

function mix(round: number, b: number, c: number, d: number): number {
  if (round === 0) return (b & c) | (~b & d);
  if (round === 1) return (d & b) | (~d & c);
  if (round === 2) return b ^ c ^ d;
  return c ^ (b | ~d);
}
