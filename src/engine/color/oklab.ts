/**
 * OKLab (Ottosson, "A perceptual color space for image processing", 2020): the space in which Filmfit bins colors and
 * moves hues. L in [0, 1]; a and b within about ±0.4.
 */
import { decodeTable, readDecodeTable } from './transferTables';
import { invertMatrix3, multiplyMatrix3, type Matrix3 } from './matrix3';
import type { RgbSpaceId } from './rgbSpace';
import { RGB_SPACES } from './rgbSpaces';

/** XYZ (D65) → cone responses, and their cube roots → OKLab; as published. */
const XYZ_TO_LMS: Matrix3 = [
  0.819022437996703, 0.3619062600528904, -0.1288737815209879, 0.0329836539323885, 0.9292868615863434,
  0.0361446663506424, 0.0481771893596242, 0.2642395317527308, 0.6335478284694309,
];
const LMS_TO_OKLAB: Matrix3 = [
  0.210454268309314, 0.7936177747023054, -0.0040720430116193, 1.9779985324311684, -2.4285922420485799,
  0.450593709617411, 0.0259040424655478, 0.7827717124575296, -0.8086757549230774,
];
const OKLAB_TO_LMS = invertMatrix3(LMS_TO_OKLAB);

/** Reads or writes one color at `offset` of a buffer of interleaved triples. */
export type TripleWriter = (
  a: number,
  b: number,
  c: number,
  out: Float32Array | Float64Array,
  offset: number,
) => void;

/** Encoded RGB (clipped to [0, 1]) → OKLab. */
export function createRgbToOklab(space: RgbSpaceId): TripleWriter {
  const table = decodeTable(space);
  const m = multiplyMatrix3(XYZ_TO_LMS, RGB_SPACES[space].toXyzD65);
  const [m0, m1, m2, m3, m4, m5, m6, m7, m8] = m;
  const k = LMS_TO_OKLAB;
  return (red, green, blue, out, offset) => {
    const r = readDecodeTable(table, red);
    const g = readDecodeTable(table, green);
    const b = readDecodeTable(table, blue);
    const l = Math.cbrt(m0 * r + m1 * g + m2 * b);
    const m_ = Math.cbrt(m3 * r + m4 * g + m5 * b);
    const s = Math.cbrt(m6 * r + m7 * g + m8 * b);
    out[offset] = k[0] * l + k[1] * m_ + k[2] * s;
    out[offset + 1] = k[3] * l + k[4] * m_ + k[5] * s;
    out[offset + 2] = k[6] * l + k[7] * m_ + k[8] * s;
  };
}

/** OKLab → encoded RGB; colors outside the space come out below 0 or above 1. */
export function createOklabToRgb(space: RgbSpaceId): TripleWriter {
  const { encode } = RGB_SPACES[space];
  const m = multiplyMatrix3(RGB_SPACES[space].fromXyzD65, invertMatrix3(XYZ_TO_LMS));
  const k = OKLAB_TO_LMS;
  return (lightness, a, b, out, offset) => {
    const l_ = k[0] * lightness + k[1] * a + k[2] * b;
    const m_ = k[3] * lightness + k[4] * a + k[5] * b;
    const s_ = k[6] * lightness + k[7] * a + k[8] * b;
    const l = l_ * l_ * l_;
    const mm = m_ * m_ * m_;
    const s = s_ * s_ * s_;
    out[offset] = encode(m[0] * l + m[1] * mm + m[2] * s);
    out[offset + 1] = encode(m[3] * l + m[4] * mm + m[5] * s);
    out[offset + 2] = encode(m[6] * l + m[7] * mm + m[8] * s);
  };
}
