/**
 * What differs from frame to frame and is not the look: exposure and white balance of each pair against the others, and
 * a smooth light field (vignette, leaks) over each frame. All of it acts on the light that reached the film:
 * x' = encode(decode(x) · 2^t), t in stops, linear in the coefficients.
 *
 * Coefficients: per pair 5 terms common to the channels, 5 for red and 5 for blue against green; then, with at least
 * two pairs, offsets common, red and blue as contrasts that sum to zero over the pairs. What all pairs share cannot be
 * told from the look and stays in it.
 */
import { RGB_SPACES } from '../color/rgbSpaces';
import { decodeTable, encodeTable, readDecodeTable, readEncodeTable } from '../color/transferTables';
import type { RgbSpaceId } from '../color/rgbSpace';
import { LIGHT_FIELD_TERMS } from './colorBins';

/** Prior deviations in stops at the end of the long edge. */
const FIELD_DEVIATION = 0.25;
const FIELD_COLOR_DEVIATION = 0.06;
const OFFSET_DEVIATION = 0.3;
const OFFSET_COLOR_DEVIATION = 0.15;

const TERMS_PER_PAIR = 3 * LIGHT_FIELD_TERMS;

export class LightField {
  readonly coefficients: Float64Array;
  readonly deviation: Float64Array;
  /** Contrast k gives pair p the offset contrasts[k][p]. */
  private readonly contrasts: readonly Float64Array[];

  constructor(
    readonly pairs: number,
    /** Mean of r² over each frame: the field has mean zero, its mean is exposure. */
    private readonly center: Float64Array,
  ) {
    this.contrasts = Array.from({ length: pairs - 1 }, (_, k) => helmert(k, pairs));
    const count = TERMS_PER_PAIR * pairs + 3 * (pairs - 1);
    this.coefficients = new Float64Array(count);
    this.deviation = Float64Array.from({ length: count }, (_, i) => {
      if (i < TERMS_PER_PAIR * pairs) {
        return i % TERMS_PER_PAIR < LIGHT_FIELD_TERMS ? FIELD_DEVIATION : FIELD_COLOR_DEVIATION;
      }
      return (i - TERMS_PER_PAIR * pairs) % 3 === 0 ? OFFSET_DEVIATION : OFFSET_COLOR_DEVIATION;
    });
  }

  /** Derivatives of the stops of red, green and blue by each coefficient: 3 rows of `coefficients.length`. */
  gradient(pair: number, field: ArrayLike<number>, offset: number, out: Float64Array): void {
    const n = this.coefficients.length;
    out.fill(0);
    for (let k = 0; k < LIGHT_FIELD_TERMS; k++) {
      const value = field[offset + k] - this.center[LIGHT_FIELD_TERMS * pair + k];
      const at = TERMS_PER_PAIR * pair + k;
      out[at] = value;
      out[n + at] = value;
      out[2 * n + at] = value;
      out[at + LIGHT_FIELD_TERMS] = value;
      out[2 * n + at + 2 * LIGHT_FIELD_TERMS] = value;
    }
    this.contrasts.forEach((contrast, k) => {
      const at = TERMS_PER_PAIR * this.pairs + 3 * k;
      const value = contrast[pair];
      out[at] = value;
      out[n + at] = value;
      out[2 * n + at] = value;
      out[at + 1] = value;
      out[2 * n + at + 2] = value;
    });
  }

  /** Stops of red, green and blue at a place of a pair's frame. */
  stops(pair: number, field: ArrayLike<number>, offset: number, out: Float64Array): void {
    out.fill(0);
    const { coefficients: x } = this;
    for (let k = 0; k < LIGHT_FIELD_TERMS; k++) {
      const value = field[offset + k] - this.center[LIGHT_FIELD_TERMS * pair + k];
      const at = TERMS_PER_PAIR * pair + k;
      out[0] += value * (x[at] + x[at + LIGHT_FIELD_TERMS]);
      out[1] += value * x[at];
      out[2] += value * (x[at] + x[at + 2 * LIGHT_FIELD_TERMS]);
    }
    this.contrasts.forEach((contrast, k) => {
      const at = TERMS_PER_PAIR * this.pairs + 3 * k;
      out[0] += contrast[pair] * (x[at] + x[at + 1]);
      out[1] += contrast[pair] * x[at];
      out[2] += contrast[pair] * (x[at] + x[at + 2]);
    });
  }
}

/** Orthonormal contrasts: row k of the Helmert matrix without its constant row. */
function helmert(k: number, size: number): Float64Array {
  const scale = 1 / Math.sqrt((k + 1) * (k + 2));
  return Float64Array.from({ length: size }, (_, p) => (p <= k ? scale : p === k + 1 ? -(k + 1) * scale : 0));
}

export interface LightCorrection {
  /** Writes the encoded color as it would be with `stops` more light, and its slope by one stop more. */
  (
    digital: ArrayLike<number>,
    at: number,
    stops: ArrayLike<number>,
    corrected: Float64Array,
    to: number,
    slope: Float64Array | null,
  ): void;
}

export function createLightCorrection(space: RgbSpaceId): LightCorrection {
  const toLinear = decodeTable(space);
  const toEncoded = encodeTable(space);
  const { encode } = RGB_SPACES[space];
  return (digital, at, stops, corrected, to, slope) => {
    for (let c = 0; c < 3; c++) {
      const light = readDecodeTable(toLinear, digital[at + c]) * 2 ** stops[c];
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
