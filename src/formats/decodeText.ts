/**
 * Text of a file without TextDecoder, which UXP lacks: UTF-8 with or without a mark, and UTF-16 with one, as Windows'
 * editors save it. What is no valid UTF-8 is taken byte by byte (Latin-1), the way old programs wrote titles.
 */
const PIECE = 0x2000;

export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, true);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, false);
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return decodeUtf8(bytes, start) ?? textOfCodes(bytes.subarray(start));
}

/** @returns null when the bytes are no UTF-8. */
function decodeUtf8(bytes: Uint8Array, start: number): string | null {
  const codes = new Uint16Array(bytes.length - start);
  let length = 0;
  for (let i = start; i < bytes.length;) {
    const first = bytes[i++];
    if (first < 0x80) {
      codes[length++] = first;
      continue;
    }
    const more = first >= 0xf0 && first < 0xf5 ? 3 : first >= 0xe0 ? 2 : first >= 0xc2 ? 1 : 0;
    if (more === 0 || first >= 0xf5 || i + more > bytes.length) return null;
    let point = first & (0x3f >> more);
    for (let k = 0; k < more; k++) {
      const byte = bytes[i++];
      if ((byte & 0xc0) !== 0x80) return null;
      point = (point << 6) | (byte & 0x3f);
    }
    if (point < 0x10000) codes[length++] = point;
    else {
      codes[length++] = 0xd800 + ((point - 0x10000) >> 10);
      codes[length++] = 0xdc00 + ((point - 0x10000) & 0x3ff);
    }
  }
  return textOfCodes(codes.subarray(0, length));
}

function decodeUtf16(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const codes = new Uint16Array(Math.floor(bytes.length / 2) - 1);
  for (let i = 0; i < codes.length; i++) codes[i] = view.getUint16(2 + 2 * i, littleEndian);
  return textOfCodes(codes);
}

/** One letter a code, however many: an engine takes some 100,000 arguments of a call at most. */
export function textOfCodes(codes: Uint8Array | Uint16Array): string {
  const parts: string[] = [];
  for (let i = 0; i < codes.length; i += PIECE) {
    parts.push(String.fromCharCode(...codes.subarray(i, i + PIECE)));
  }
  return parts.join('');
}
