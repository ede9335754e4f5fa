/**
 * What differs from frame to frame and is not the look, as one vector of coefficients in stops:
 *
 *  - a smooth field of light over each frame (vignette, light leaks, an uneven scanner), 5 terms common to the channels,
 *    5 for red and 5 for blue against green; its mean over the frame is zero, since that would be exposure;
 *  - with two pairs or more, the light of each frame against the mean of all (exposure, the camera's white balance), and
 *    the lab's correction of each against the mean: common, red and blue, as contrasts that sum to zero over the pairs.
 *
 * Field and light act on the light that reached the film: x' = encode(decode(x) · 2^t); the lab acts on the light that
 * the film picture shows. What all pairs share cannot be told from the look and stays in it.
 */
import { RGB_SPACES } from '../color/rgbSpaces';
import { decodeTable, encodeTable, readDecodeTable, readEncodeTable } from '../color/transferTables';
import type { RgbSpaceId } from '../color/rgbSpace';
import { LIGHT_FIELD_TERMS } from './colorBins';

export const FIELD_VALUES = 3 * LIGHT_FIELD_TERMS;

/** Prior deviations in stops; of the field at the end of the long edge. */
export interface LightDeviations {
  readonly field: number;
  readonly fieldColor: number;
  readonly light: number;
  readonly lightColor: number;
  readonly lab: number;
  readonly labColor: number;
}

export const LIGHT_DEVIATIONS: LightDeviations = {
  field: 0.25,
  fieldColor: 0.06,
  light: 0.3,
  lightColor: 0.15,
  lab: 0.1,
  labColor: 0.08,
};

/** Common, red against green, blue against green. */
const STOPS = 3;

export class FrameLight {
  readonly coefficients: Float64Array;
  readonly deviation: Float64Array;
  private readonly lightAt: number;
  private readonly labAt: number;
  /** Contrast k gives pair p the offset contrasts[k][p]. */
  private readonly contrasts: readonly Float64Array[];

  /** @param centers LIGHT_FIELD_TERMS a pair: mean of each term of the field over the frame */
  constructor(
    readonly pairs: number,
    private readonly centers: Float64Array,
    deviations = LIGHT_DEVIATIONS,
  ) {
    this.contrasts = Array.from({ length: pairs - 1 }, (_, k) => helmert(k, pairs));
    this.lightAt = FIELD_VALUES * pairs;
    this.labAt = this.lightAt + STOPS * (pairs - 1);
    this.coefficients = new Float64Array(this.labAt + STOPS * (pairs - 1));
    this.deviation = Float64Array.from(this.coefficients, (_, i) => {
      if (i < this.lightAt) {
        return i % FIELD_VALUES < LIGHT_FIELD_TERMS ? deviations.field : deviations.fieldColor;
      }
      if (i < this.labAt) {
        return (i - this.lightAt) % STOPS === 0 ? deviations.light : deviations.lightColor;
      }
      return (i - this.labAt) % STOPS === 0 ? deviations.lab : deviations.labColor;
    });
  }

  /** Derivatives of the stops of red, green and blue before the film by each coefficient: 3 rows. */
  lightGradient(pair: number, field: ArrayLike<number>, offset: number, out: Float64Array): void {
    const n = this.coefficients.length;
    out.fill(0, 0, 3 * n);
    for (let k = 0; k < LIGHT_FIELD_TERMS; k++) {
      const value = field[offset + k] - this.centers[LIGHT_FIELD_TERMS * pair + k];
      const at = FIELD_VALUES * pair + k;
      out[at] = value;
      out[n + at] = value;
      out[2 * n + at] = value;
      out[at + LIGHT_FIELD_TERMS] = value;
      out[2 * n + at + 2 * LIGHT_FIELD_TERMS] = value;
    }
    this.writeContrasts(pair, this.lightAt, out);
  }

  /** The same of the stops behind the film. */
  labGradient(pair: number, out: Float64Array): void {
    out.fill(0, 0, 3 * this.coefficients.length);
    this.writeContrasts(pair, this.labAt, out);
  }

  private writeContrasts(pair: number, from: number, out: Float64Array): void {
    const n = this.coefficients.length;
    this.contrasts.forEach((contrast, k) => {
      const at = from + STOPS * k;
      const value = contrast[pair];
      out[at] = value;
      out[n + at] = value;
      out[2 * n + at] = value;
      out[at + 1] = value;
      out[2 * n + at + 2] = value;
    });
  }

  /** Stops of red, green and blue before the film at a place of a pair's frame. */
  lightStops(pair: number, field: ArrayLike<number>, offset: number, out: Float64Array): void {
    const { coefficients: x } = this;
    const [common, red, blue] = this.light(pair);
    out[0] = common + red;
    out[1] = common;
    out[2] = common + blue;
    for (let k = 0; k < LIGHT_FIELD_TERMS; k++) {
      const value = field[offset + k] - this.centers[LIGHT_FIELD_TERMS * pair + k];
      const at = FIELD_VALUES * pair + k;
      out[0] += value * (x[at] + x[at + LIGHT_FIELD_TERMS]);
      out[1] += value * x[at];
      out[2] += value * (x[at] + x[at + 2 * LIGHT_FIELD_TERMS]);
    }
  }

  /** Stops of red, green and blue behind the film. */
  labStops(pair: number, out: Float64Array): void {
    const [common, red, blue] = this.lab(pair);
    out[0] = common + red;
    out[1] = common;
    out[2] = common + blue;
  }

  /** Common, red and blue stops of a frame's light against the mean frame. */
  light(pair: number): [number, number, number] {
    return this.sumOfContrasts(pair, this.lightAt);
  }

  lab(pair: number): [number, number, number] {
    return this.sumOfContrasts(pair, this.labAt);
  }

  private sumOfContrasts(pair: number, from: number): [number, number, number] {
    const sum: [number, number, number] = [0, 0, 0];
    this.contrasts.forEach((contrast, k) => {
      for (let c = 0; c < STOPS; c++) sum[c] += contrast[pair] * this.coefficients[from + STOPS * k + c];
    });
    return sum;
  }

  /** FIELD_VALUES coefficients of a pair's field. */
  field(pair: number): Float64Array {
    return this.coefficients.subarray(FIELD_VALUES * pair, FIELD_VALUES * (pair + 1));
  }
}

/** Orthonormal contrasts: row k of the Helmert matrix without its constant row. */
function helmert(k: number, size: number): Float64Array {
  const scale = 1 / Math.sqrt((k + 1) * (k + 2));
  return Float64Array.from({ length: size }, (_, p) => (p <= k ? scale : p === k + 1 ? -(k + 1) * scale : 0));
}

/** Writes the encoded color in `stops` more light, and, where asked for, its slope by one stop more. */
export type LightCorrection = (
  source: ArrayLike<number>,
  at: number,
  stops: ArrayLike<number>,
  corrected: Float64Array,
  to: number,
  slope: Float64Array | null,
) => void;

export function createLightCorrection(space: RgbSpaceId): LightCorrection {
  const toLinear = decodeTable(space);
  const toEncoded = encodeTable(space);
  const { encode } = RGB_SPACES[space];
  return (source, at, stops, corrected, to, slope) => {
    for (let c = 0; c < 3; c++) {
      const light = readDecodeTable(toLinear, source[at + c]) * 2 ** stops[c];
      corrected[to + c] = readEncodeTable(toEncoded, light);
      // d encode(l·2^t) / dt by a difference of a hundredth of a stop to either side.
      if (slope) slope[c] = light >= 1 ? 0 : (encode(light * 2 ** 0.01) - encode(light * 2 ** -0.01)) / 0.02;
    }
  };
}

/** The five terms of the field at a position of the frame. */
export function lightFieldTerms(u: number, v: number, out: Float64Array, offset: number): void {
  out[offset] = u * u + v * v;
  out[offset + 1] = u;
  out[offset + 2] = v;
  out[offset + 3] = u * u - v * v;
  out[offset + 4] = u * v;
}
