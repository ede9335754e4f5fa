/**
 * The RGB working spaces by their published primaries, white points and transfer functions.
 *
 * Sources: IEC 61966-2-1 (sRGB), Adobe RGB (1998) color image encoding, SMPTE EG 432-1 primaries with the sRGB curve
 * (Display P3), ISO 22028-2 ROMM (ProPhoto), ITU-R BT.2020. Matrices are derived from the primaries; the white point
 * is adapted with the Bradford transform (ICC.1, annex E). Transfer functions are odd, so that values below zero
 * keep their sign.
 */
import { invertMatrix3, multiplyMatrix3, transformVector3, type Matrix3 } from './matrix3';
import type { RgbSpaceId } from './rgbSpace';

type Chromaticity = readonly [x: number, y: number];

export interface RgbSpace {
  readonly id: RgbSpaceId;
  /** As users know it. */
  readonly label: string;
  /** Chromaticities of red, green and blue. */
  readonly primaries: readonly [Chromaticity, Chromaticity, Chromaticity];
  readonly white: Chromaticity;
  /** Linear light → encoded value. */
  readonly encode: (linear: number) => number;
  /** Encoded value → linear light. */
  readonly decode: (encoded: number) => number;
  /** Linear RGB → XYZ with white Y = 1, adapted to D50 (the ICC connection space, and CIELAB here). */
  readonly toXyzD50: Matrix3;
  /** Linear RGB → XYZ with white Y = 1, adapted to D65 (what OKLab is defined on). */
  readonly toXyzD65: Matrix3;
  readonly fromXyzD50: Matrix3;
  readonly fromXyzD65: Matrix3;
}

const D65: Chromaticity = [0.3127, 0.329];
const D50: Chromaticity = [0.3457, 0.3585];
/** Bradford cone responses (Lam 1985). */
const BRADFORD: Matrix3 = [0.8951, 0.2664, -0.1614, -0.7502, 1.7135, 0.0367, 0.0389, -0.0685, 1.0296];

/** XYZ of a chromaticity at Y = 1. */
export function xyzOfChromaticity([x, y]: Chromaticity): readonly [number, number, number] {
  return [x / y, 1, (1 - x - y) / y];
}

export const XYZ_D50 = xyzOfChromaticity(D50);
export const XYZ_D65 = xyzOfChromaticity(D65);

function bradfordAdaptation(from: Chromaticity, to: Chromaticity): Matrix3 {
  const source = transformVector3(BRADFORD, ...xyzOfChromaticity(from));
  const target = transformVector3(BRADFORD, ...xyzOfChromaticity(to));
  const scale: Matrix3 = [
    target[0] / source[0],
    0,
    0,
    0,
    target[1] / source[1],
    0,
    0,
    0,
    target[2] / source[2],
  ];
  return multiplyMatrix3(invertMatrix3(BRADFORD), multiplyMatrix3(scale, BRADFORD));
}

function primariesToXyz(primaries: RgbSpace['primaries'], white: Chromaticity): Matrix3 {
  const [r, g, b] = primaries.map(xyzOfChromaticity);
  const columns: Matrix3 = [r[0], g[0], b[0], r[1], g[1], b[1], r[2], g[2], b[2]];
  const gains = transformVector3(invertMatrix3(columns), ...xyzOfChromaticity(white));
  return multiplyMatrix3(columns, [gains[0], 0, 0, 0, gains[1], 0, 0, 0, gains[2]]);
}

const odd =
  (curve: (magnitude: number) => number) =>
  (value: number): number =>
    value < 0 ? -curve(-value) : curve(value);

const encodeSrgb = odd((v) => (v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - 0.055));
const decodeSrgb = odd((v) => (v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4)));
/** Adobe RGB (1998), 4.3.4.2: the exponent is 2 + 51/256. */
const ADOBE_GAMMA = 563 / 256;
const encodeAdobe = odd((v) => Math.pow(v, 1 / ADOBE_GAMMA));
const decodeAdobe = odd((v) => Math.pow(v, ADOBE_GAMMA));
/** ROMM RGB: linear below 1/512, exponent 1.8 above. */
const encodeRomm = odd((v) => (v < 1 / 512 ? 16 * v : Math.pow(v, 1 / 1.8)));
const decodeRomm = odd((v) => (v < 16 / 512 ? v / 16 : Math.pow(v, 1.8)));
/** BT.2020, table 4: α and β such that both pieces meet with one slope. */
const ALPHA_2020 = 1.09929682680944;
const BETA_2020 = 0.018053968510807;
const encode2020 = odd((v) => (v < BETA_2020 ? 4.5 * v : ALPHA_2020 * Math.pow(v, 0.45) - (ALPHA_2020 - 1)));
const decode2020 = odd((v) =>
  v < 4.5 * BETA_2020 ? v / 4.5 : Math.pow((v + ALPHA_2020 - 1) / ALPHA_2020, 1 / 0.45),
);

type SpaceDefinition = Pick<RgbSpace, 'id' | 'label' | 'primaries' | 'white' | 'encode' | 'decode'>;

function defineSpace(definition: SpaceDefinition): RgbSpace {
  const native = primariesToXyz(definition.primaries, definition.white);
  const toXyzD50 = multiplyMatrix3(bradfordAdaptation(definition.white, D50), native);
  const toXyzD65 = multiplyMatrix3(bradfordAdaptation(definition.white, D65), native);
  return {
    ...definition,
    toXyzD50,
    toXyzD65,
    fromXyzD50: invertMatrix3(toXyzD50),
    fromXyzD65: invertMatrix3(toXyzD65),
  };
}

export const RGB_SPACES: Readonly<Record<RgbSpaceId, RgbSpace>> = {
  srgb: defineSpace({
    id: 'srgb',
    label: 'sRGB',
    primaries: [
      [0.64, 0.33],
      [0.3, 0.6],
      [0.15, 0.06],
    ],
    white: D65,
    encode: encodeSrgb,
    decode: decodeSrgb,
  }),
  'adobe-rgb': defineSpace({
    id: 'adobe-rgb',
    label: 'Adobe RGB (1998)',
    primaries: [
      [0.64, 0.33],
      [0.21, 0.71],
      [0.15, 0.06],
    ],
    white: D65,
    encode: encodeAdobe,
    decode: decodeAdobe,
  }),
  'display-p3': defineSpace({
    id: 'display-p3',
    label: 'Display P3',
    primaries: [
      [0.68, 0.32],
      [0.265, 0.69],
      [0.15, 0.06],
    ],
    white: D65,
    encode: encodeSrgb,
    decode: decodeSrgb,
  }),
  prophoto: defineSpace({
    id: 'prophoto',
    label: 'ProPhoto RGB',
    primaries: [
      [0.734699, 0.265301],
      [0.159597, 0.840403],
      [0.036598, 0.000105],
    ],
    white: D50,
    encode: encodeRomm,
    decode: decodeRomm,
  }),
  rec2020: defineSpace({
    id: 'rec2020',
    label: 'Rec. 2020',
    primaries: [
      [0.708, 0.292],
      [0.17, 0.797],
      [0.131, 0.046],
    ],
    white: D65,
    encode: encode2020,
    decode: decode2020,
  }),
};
