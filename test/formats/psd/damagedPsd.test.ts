import { UserError } from '../../../src/engine/userError';
import { ByteReader } from '../../../src/formats/psd/byteReader';
import { readPsd } from '../../../src/formats/psd/readPsd';
import { writeStackPsd } from '../../../src/formats/psd/writePsd';
import { classicStack } from '../../support/classicStack';

const WIDTH = 12;
const HEIGHT = 10;
/** More pixels than any memory holds. */
const HUGE = 300_000;

function written(bitsPerChannel: 8 | 16): Uint8Array {
  const length = 3 * WIDTH * HEIGHT;
  const pixels =
    bitsPerChannel === 8 ? new Uint8Array(length).fill(90) : new Uint16Array(length).fill(23_130);
  return writeStackPsd({ width: WIDTH, height: HEIGHT, bitsPerChannel, pixels, stack: classicStack() });
}

/** Where the bounds of the background stand: top, left, bottom, right, 32 bits each, before its three channels. */
function boundsOf(bytes: Uint8Array): number {
  const wanted = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, HEIGHT, 0, 0, 0, WIDTH, 0, 3];
  const at = bytes.findIndex((_, i) => wanted.every((byte, k) => bytes[i + k] === byte));
  if (at < 0) throw new Error('no layer of the size of the picture');
  return at;
}

function codeOf(bytes: Uint8Array): string {
  try {
    readPsd(bytes);
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
  return 'read';
}

describe('a damaged PSD', () => {
  it.each([8, 16] as const)('takes no memory for a layer that claims to be huge (%i bits)', (bits) => {
    const bytes = written(bits);
    const view = new DataView(bytes.buffer);
    const at = boundsOf(bytes);
    view.setUint32(at + 8, HUGE);
    view.setUint32(at + 12, HUGE);
    expect(codeOf(bytes)).toBe('psd.truncated');
  });

  it('takes no memory for the rows of a merged picture that claims to be high, with many channels', () => {
    const bytes = written(8);
    const view = new DataView(bytes.buffer);
    view.setUint16(12, 0xffff);
    view.setUint32(14, HUGE);
    expect(codeOf(bytes)).toBe('psd.truncated');
  });

  it('is refused where its compressed pixels make no sense', () => {
    const bytes = written(16);
    // “Zip with prediction” and the head of a zlib stream (RFC 1950).
    const at = bytes.findIndex((byte, i) => byte === 3 && bytes[i + 1] === 0x78);
    bytes.fill(0xff, at + 3, at + 9);
    expect(codeOf(bytes)).toBe('psd.unreadablePixels');
  });

  it('may hold texts longer than a call can have arguments', () => {
    const letters = new Uint8Array(300_000).fill(65);
    expect(new ByteReader(letters).ascii(letters.length)).toBe('A'.repeat(300_000));
    const units = new Uint8Array(4 + 2 * 200_000);
    new DataView(units.buffer).setUint32(0, 200_000);
    units[5] = 66;
    expect(new ByteReader(units).unicode()).toBe('B');
  });
});
