/**
 * A profile of version 2.4 (ICC.1:2001-04), big endian:
 *
 *   128 header · number of tags · per tag: signature, offset, size · their data, each padded to four bytes
 */

export interface IccContent {
  readonly deviceClass: 'link' | 'abst' | 'scnr' | 'mntr';
  readonly colorSpace: 'RGB ' | 'Lab ';
  readonly connectionSpace: 'RGB ' | 'Lab ' | 'XYZ ';
  readonly description: string;
  /** Beside the description and the copyright, in this order. */
  readonly tags: readonly (readonly [signature: string, data: Uint8Array])[];
}

const HEADER = 128;
/** The illuminant D50 as s15Fixed16 (ICC.1, 7.2.16). */
const D50_FIXED = [0xf6d6, 0x10000, 0xd32d] as const;

export function writeIccProfile(content: IccContent): Uint8Array {
  const tags: IccContent['tags'] = [
    ['desc', descriptionTag(content.description)],
    ['cprt', textTag('No copyright, use freely')],
    ...content.tags,
  ];
  const tableEnd = HEADER + 4 + 12 * tags.length;
  const bytes = new Uint8Array(tags.reduce((sum, [, data]) => sum + data.length, tableEnd));
  const view = new DataView(bytes.buffer);
  writeHeader(bytes, view, content);
  view.setUint32(HEADER, tags.length);
  let at = tableEnd;
  tags.forEach(([signature, data], i) => {
    const entry = HEADER + 4 + 12 * i;
    putAscii(bytes, entry, signature);
    view.setUint32(entry + 4, at);
    view.setUint32(entry + 8, data.length);
    bytes.set(data, at);
    at += data.length;
  });
  return bytes;
}

function writeHeader(bytes: Uint8Array, view: DataView, content: IccContent): void {
  view.setUint32(0, bytes.length);
  putAscii(bytes, 4, 'ADBE');
  view.setUint32(8, 0x02400000);
  putAscii(bytes, 12, content.deviceClass + content.colorSpace + content.connectionSpace);
  // A fixed date (2024-01-01), so that the same table gives the same bytes.
  [2024, 1, 1].forEach((part, i) => view.setUint16(24 + 2 * i, part));
  putAscii(bytes, 36, 'acsp');
  D50_FIXED.forEach((value, i) => view.setUint32(68 + 4 * i, value));
}

export function putAscii(bytes: Uint8Array, at: number, text: string): void {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i) & 0x7f;
}

export const padded = (length: number): number => length + ((4 - (length % 4)) % 4);

/** textDescriptionType of version 2 profiles, ASCII part only. */
function descriptionTag(text: string): Uint8Array {
  const ascii = text.replace(/[^\x20-\x7e]/g, '?');
  const bytes = new Uint8Array(padded(12 + ascii.length + 1 + 78));
  putAscii(bytes, 0, 'desc');
  new DataView(bytes.buffer).setUint32(8, ascii.length + 1);
  putAscii(bytes, 12, ascii);
  return bytes;
}

function textTag(text: string): Uint8Array {
  const bytes = new Uint8Array(padded(8 + text.length + 1));
  putAscii(bytes, 0, 'text');
  putAscii(bytes, 8, text);
  return bytes;
}

/** The white of the medium: D50, as the connection space has it. */
export function whitePointTag(): Uint8Array {
  const bytes = new Uint8Array(20);
  const view = new DataView(bytes.buffer);
  putAscii(bytes, 0, 'XYZ ');
  D50_FIXED.forEach((value, i) => view.setUint32(8 + 4 * i, value));
  return bytes;
}
