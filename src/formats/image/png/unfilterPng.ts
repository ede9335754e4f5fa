import { damagedImage } from '../damagedImage';

/**
 * Undoes the row filters of PNG (section 9): None, Sub, Up, Average, Paeth.
 * @param bytes rows of one filter byte and `rowBytes` filtered bytes; the rows are rewritten in place.
 * @param pixelBytes bytes of one whole pixel, at least 1.
 */
export function unfilterPng(bytes: Uint8Array, rows: number, rowBytes: number, pixelBytes: number): void {
  const stride = rowBytes + 1;
  for (let row = 0; row < rows; row++) {
    const start = row * stride + 1;
    const end = start + rowBytes;
    const hasUp = row > 0;
    switch (bytes[start - 1]) {
      case 0:
        break;
      case 1:
        for (let i = start + pixelBytes; i < end; i++) bytes[i] += bytes[i - pixelBytes];
        break;
      case 2:
        if (hasUp) for (let i = start; i < end; i++) bytes[i] += bytes[i - stride];
        break;
      case 3:
        for (let i = start; i < end; i++) {
          const left = i - start >= pixelBytes ? bytes[i - pixelBytes] : 0;
          const up = hasUp ? bytes[i - stride] : 0;
          bytes[i] += (left + up) >> 1;
        }
        break;
      case 4:
        unfilterPaeth(bytes, start, end, stride, pixelBytes, hasUp);
        break;
      default:
        throw damagedImage(`row ${row + 1} has the unknown filter ${bytes[start - 1]}`);
    }
  }
}

function unfilterPaeth(
  bytes: Uint8Array,
  start: number,
  end: number,
  stride: number,
  pixelBytes: number,
  hasUp: boolean,
): void {
  for (let i = start; i < end; i++) {
    const hasLeft = i - start >= pixelBytes;
    const left = hasLeft ? bytes[i - pixelBytes] : 0;
    const up = hasUp ? bytes[i - stride] : 0;
    const corner = hasLeft && hasUp ? bytes[i - stride - pixelBytes] : 0;
    const toLeft = Math.abs(up - corner);
    const toUp = Math.abs(left - corner);
    const toCorner = Math.abs(left + up - 2 * corner);
    bytes[i] += toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
  }
}
