/** Base64 (RFC 4648, section 4) without relying on a host: neither `Buffer` nor `atob` exists everywhere Filmfit runs. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PIECE = 0x2000;

export function encodeBase64(bytes: Uint8Array): string {
  const codes = new Uint8Array(4 * Math.ceil(bytes.length / 3));
  let at = 0;
  for (let i = 0; i < bytes.length; i += 3) {
    const group = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    codes[at++] = ALPHABET.charCodeAt(group >> 18);
    codes[at++] = ALPHABET.charCodeAt((group >> 12) & 63);
    codes[at++] = i + 1 < bytes.length ? ALPHABET.charCodeAt((group >> 6) & 63) : 61;
    codes[at++] = i + 2 < bytes.length ? ALPHABET.charCodeAt(group & 63) : 61;
  }
  let text = '';
  for (let i = 0; i < codes.length; i += PIECE) text += String.fromCharCode(...codes.subarray(i, i + PIECE));
  return text;
}

const VALUES = new Int8Array(128).fill(-1);
for (let i = 0; i < 64; i++) VALUES[ALPHABET.charCodeAt(i)] = i;

/** @returns null when the text is not base64 (white space is not allowed, padding is required). */
export function decodeBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let at = 0;
  for (let i = 0; i < text.length; i += 4) {
    let group = 0;
    const isLast = i + 4 === text.length;
    for (let k = 0; k < 4; k++) {
      const code = text.charCodeAt(i + k);
      const value = isLast && k >= 4 - padding ? 0 : code < 128 ? VALUES[code] : -1;
      if (value < 0) return null;
      group = (group << 6) | value;
    }
    bytes[at++] = group >> 16;
    if (at < bytes.length) bytes[at++] = (group >> 8) & 0xff;
    if (at < bytes.length) bytes[at++] = group & 0xff;
  }
  return bytes;
}
