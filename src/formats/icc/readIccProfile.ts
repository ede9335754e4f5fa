/**
 * ICC profiles (ICC.1:2022) as far as telling RGB working spaces apart needs:
 *
 *   0    size (4) … 12 class "mntr" 16 color space "RGB " 20 connection space "XYZ " … 36 "acsp" … 128 header ends
 *   128  number of tags (4), then per tag: signature (4), offset (4), size (4)
 *   rXYZ "XYZ " 0000 X Y Z           colorants, s15Fixed16, adapted to D50
 *   rTRC "curv" 0000 n values…       n = 0 identity, 1 exponent (u8Fixed8), else a table of u16
 *        "para" 0000 kind 0000 g a b c d e f    the functions of table 68, s15Fixed16
 */
import { textOfCodes } from '../decodeText';

export interface IccHeader {
  readonly deviceClass: string;
  readonly colorSpace: string;
  readonly connectionSpace: string;
  readonly description: string;
}

export interface IccProfile extends IccHeader {
  /** Colorants as columns (row-major 3×3): linear RGB → XYZ at D50; null when the profile has no matrix. */
  readonly matrix: readonly number[] | null;
  /** Encoded → linear, one a channel; null when a curve is missing or unknown. */
  readonly curves: readonly ((encoded: number) => number)[] | null;
  /** Whether it says its colors in a table. */
  readonly hasTable: boolean;
  /** The first part that cannot be read, with its byte; null when there is none. */
  readonly damage: string | null;
}

/** The tags that say what colors a profile of a matrix means. */
const COLORANT_TAGS = ['rXYZ', 'gXYZ', 'bXYZ'];
const CURVE_TAGS = ['rTRC', 'gTRC', 'bTRC'];

const MAX_TAGS = 200;
/** Letters of the name; it stands in sentences. */
const MAX_NAME = 200;

/** Why the bytes are no ICC profile; null when they begin like one. */
export function faultOfIccHeader(bytes: Uint8Array): string | null {
  if (bytes.length < 132) return `the profile ends early (byte ${bytes.length})`;
  return ascii(bytes, 36) === 'acsp' ? null : 'the mark of a profile is missing (byte 36)';
}

/** @returns null when the bytes are no ICC profile. Never throws. */
export function readIccProfile(bytes: Uint8Array): IccProfile | null {
  if (faultOfIccHeader(bytes) !== null) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { tags, cutOff } = readTags(bytes, view);
  const colorants = COLORANT_TAGS.map((name) => readXyz(tags.get(name)));
  const curves = CURVE_TAGS.map((name) => readCurve(tags.get(name)));
  const unread = [
    ...COLORANT_TAGS.filter((name, i) => tags.has(name) && !colorants[i]),
    ...CURVE_TAGS.filter((name, i) => tags.has(name) && !curves[i]),
  ].map((name) => `its tag “${name}” cannot be read (byte ${placeIn(bytes, tags.get(name))})`);
  return {
    deviceClass: ascii(bytes, 12).trim(),
    colorSpace: ascii(bytes, 16).trim(),
    connectionSpace: ascii(bytes, 20).trim(),
    description: readDescription(tags.get('desc')),
    matrix: colorants.every((xyz) => xyz !== null)
      ? [0, 1, 2].flatMap((row) => colorants.map((xyz) => xyz[row]))
      : null,
    curves: curves.every((curve) => curve !== null) ? curves : null,
    hasTable: ['A2B0', 'A2B1', 'A2B2'].some((name) => tags.has(name)),
    damage: cutOff ?? unread.at(0) ?? null,
  };
}

const placeIn = (bytes: Uint8Array, part: Uint8Array | undefined): number =>
  (part?.byteOffset ?? bytes.byteOffset) - bytes.byteOffset;

interface TagTable {
  readonly tags: ReadonlyMap<string, Uint8Array>;
  /** The first entry that cannot be followed; null when all can. */
  readonly cutOff: string | null;
}

function readTags(bytes: Uint8Array, view: DataView): TagTable {
  const tags = new Map<string, Uint8Array>();
  let cutOff: string | null = null;
  const count = Math.min(view.getUint32(128), MAX_TAGS);
  for (let i = 0; i < count; i++) {
    const at = 132 + 12 * i;
    if (at + 12 > bytes.length) {
      cutOff ??= `its list of tags ends early (byte ${bytes.length})`;
      break;
    }
    const offset = view.getUint32(at + 4);
    const size = view.getUint32(at + 8);
    if (offset + size <= bytes.length) tags.set(ascii(bytes, at), bytes.subarray(offset, offset + size));
    else cutOff ??= `its tag “${ascii(bytes, at)}” points past its end (byte ${at})`;
  }
  return { tags, cutOff };
}

function readXyz(tag: Uint8Array | undefined): number[] | null {
  if (!tag || tag.length < 20 || ascii(tag, 0) !== 'XYZ ') return null;
  return [8, 12, 16].map((at) => fixed16(tag, at));
}

function readCurve(tag: Uint8Array | undefined): ((encoded: number) => number) | null {
  if (!tag || tag.length < 12) return null;
  const kind = ascii(tag, 0);
  if (kind === 'para') return readParametricCurve(tag);
  if (kind !== 'curv') return null;
  const view = new DataView(tag.buffer, tag.byteOffset, tag.byteLength);
  const count = view.getUint32(8);
  if (count === 0) return (v) => v;
  if (12 + 2 * count > tag.length) return null;
  if (count === 1) {
    const exponent = view.getUint16(12) / 256;
    return (v) => Math.pow(v, exponent);
  }
  return (v) => {
    const position = v * (count - 1);
    const i = Math.min(count - 2, Math.floor(position));
    const low = view.getUint16(12 + 2 * i);
    return (low + (position - i) * (view.getUint16(14 + 2 * i) - low)) / 65535;
  };
}

/** ICC.1:2022, 10.18: parameters g a b c d e f, as many as the kind has. */
function readParametricCurve(tag: Uint8Array): ((encoded: number) => number) | null {
  const kind = (tag[8] << 8) | tag[9];
  const count = [1, 3, 4, 5, 7][kind];
  if (count === undefined || tag.length < 12 + 4 * count) return null;
  const [g, a = 1, b = 0, c = 0, d = 0, e = 0, f = 0] = Array.from({ length: count }, (_, i) =>
    fixed16(tag, 12 + 4 * i),
  );
  const power = (v: number): number => Math.pow(Math.max(0, a * v + b), g);
  switch (kind) {
    case 0:
      return power;
    case 1:
      return (v) => (v >= -b / a ? power(v) : 0);
    case 2:
      return (v) => (v >= -b / a ? power(v) + c : c);
    case 3:
      return (v) => (v >= d ? power(v) : c * v);
    default:
      return (v) => (v >= d ? power(v) + e : c * v + f);
  }
}

/** "desc" (version 2: ASCII with its length) or "mluc" (version 4: UTF-16, the first record). */
function readDescription(tag: Uint8Array | undefined): string {
  if (!tag || tag.length < 12) return '';
  const view = new DataView(tag.buffer, tag.byteOffset, tag.byteLength);
  if (ascii(tag, 0) === 'desc') {
    const length = Math.min(view.getUint32(8) - 1, tag.length - 12, MAX_NAME);
    return textOfCodes(tag.subarray(12, 12 + Math.max(0, length)));
  }
  if (ascii(tag, 0) !== 'mluc' || tag.length < 28) return '';
  const bytes = view.getUint32(20);
  const offset = view.getUint32(24);
  if (offset + bytes > tag.length) return '';
  const length = Math.min(bytes, 2 * MAX_NAME);
  let text = '';
  for (let i = 0; i + 1 < length; i += 2) text += String.fromCharCode(view.getUint16(offset + i));
  return text;
}

function fixed16(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getInt32(at) / 65536;
}

function ascii(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]);
}
