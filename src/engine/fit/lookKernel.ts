/**
 * How alike a look treats two colors, beyond what the film prior says: covariances of a Gaussian process over colors.
 *
 * A sum of what is known of how film, labs and editors bend colors, all in ΔE2000 units:
 *  - near colors move alike (Matérn 5/2 over OKLab);
 *  - colors of one hue move alike, in proportion to their chroma, at like lightnesses (hue bands, saturation);
 *  - a curve along lightness alone, for lightness;
 *  - a curve along CIELAB's a for a, and along b for b, changing slowly with lightness: dyes and editors bend the two
 *    opponent channels, most sharply near gray.
 * The curves are what carries a look from the few colors of a scene to others.
 */
import { createRgbToLab } from '../color/lab';
import { createRgbToOklab } from '../color/oklab';
import type { RgbSpaceId } from '../color/rgbSpace';
import { opponentScales } from './perceptualFrame';

export interface LookKernelOptions {
  /** Deviations in ΔE2000; reaches in OKLab units, of hue as a chord of the unit circle. */
  readonly near: { readonly deviation: number; readonly reach: number };
  readonly hue: {
    readonly deviation: number;
    readonly lightness: number;
    readonly chroma: number;
    readonly hue: number;
  };
  readonly tone: { readonly deviation: number; readonly reach: number };
  /** Deviation and reach along the curve in CIELAB units; lightness in OKLab's. */
  readonly opponent: { readonly deviation: number; readonly reach: number; readonly lightness: number };
}

export const COLOR_KERNEL: LookKernelOptions = {
  near: { deviation: 1.55, reach: 0.06 },
  hue: { deviation: 1.48, lightness: 0.0916, chroma: 0.034, hue: 0.43 },
  tone: { deviation: 2.8, reach: 0.1 },
  opponent: { deviation: 6, reach: 7.5, lightness: 0.4 },
};

/** Black and white: what is left is how bright each hue becomes. */
export const MONOCHROME_KERNEL: LookKernelOptions = {
  near: { deviation: 1.7, reach: 0.13 },
  hue: { deviation: 2.25, lightness: 0.44, chroma: 0.18, hue: 0.8 },
  tone: { deviation: 0.7, reach: 0.15 },
  opponent: { deviation: 0, reach: 1, lightness: 1 },
};

/**
 * Values of a color's place: OKLab's L, a, b, chroma, cos and sin of hue, and how far its chroma lets it move; CIELAB's
 * a and b, and the ΔE2000 of a unit of each.
 */
export const PLACE_VALUES = 11;
export const CHROMA_REACH_AT = 6;
export const OPPONENT_AT = 7;
export const OPPONENT_SCALE_AT = 9;

/** Chroma at which a change of chroma by 5 % is about one ΔE2000; S_C takes more for stronger colors. */
const CHROMA_GAIN = 20;
const CHROMA_SATURATION = 6.3;

/** @returns writes the place of the encoded color at `rgb[at]` to `out[offset]` (PLACE_VALUES values) */
export function createColorPlace(
  space: RgbSpaceId,
): (rgb: ArrayLike<number>, at: number, out: Float64Array, offset: number) => void {
  const toOklab = createRgbToOklab(space);
  const toLab = createRgbToLab(space);
  return (rgb, at, out, offset) => {
    // CIELAB's lightness lands where the scales go afterwards.
    toLab(rgb[at], rgb[at + 1], rgb[at + 2], out, offset + OPPONENT_AT - 1);
    opponentScales(out[offset + OPPONENT_AT], out[offset + OPPONENT_AT + 1], out, offset + OPPONENT_SCALE_AT);
    toOklab(rgb[at], rgb[at + 1], rgb[at + 2], out, offset);
    const a = out[offset + 1];
    const b = out[offset + 2];
    const chroma = Math.sqrt(a * a + b * b);
    out[offset + 3] = chroma;
    out[offset + 4] = chroma > 1e-6 ? a / chroma : 1;
    out[offset + 5] = chroma > 1e-6 ? b / chroma : 0;
    out[offset + CHROMA_REACH_AT] = (CHROMA_GAIN * chroma) / (1 + CHROMA_SATURATION * chroma);
  };
}

const TABLE_STEPS = 8192;
/** Of the squared distance; what lies further apart is unlike. */
const TABLE_END = 64;
const STEPS_PER_UNIT = TABLE_STEPS / TABLE_END;

/** Matérn 5/2, tabulated over the *square* of the distance, in which it is smooth: within 2·10⁻⁵, and no roots to take. */
const TABLE = Float64Array.from({ length: TABLE_STEPS + 2 }, (_, i) => {
  const d = Math.sqrt((5 * i) / STEPS_PER_UNIT);
  return (1 + d + (d * d) / 3) * Math.exp(-d);
});

function matern(squaredDistance: number): number {
  const position = squaredDistance * STEPS_PER_UNIT;
  if (position >= TABLE_STEPS) return 0;
  const i = position | 0;
  return TABLE[i] + (position - i) * (TABLE[i + 1] - TABLE[i]);
}

export interface LookKernel {
  /** Covariance of all three outputs at two places, beside the curves. */
  shared(p: Float64Array, i: number, q: Float64Array, j: number): number;
  /** What the curve along lightness adds to the covariance of lightness, from the difference of the two. */
  tone(lightness: number): number;
  /** Of the curves along a and b, for colors whose unit of a or b is one ΔE2000: a product of these two. */
  opponentAlong(along: number): number;
  opponentAcross(lightness: number): number;
  /** Covariances of lightness, a and b; the three are independent of each other. */
  all(p: Float64Array, i: number, q: Float64Array, j: number, out: Float64Array): void;
}

export function createLookKernel({ near, hue, tone, opponent }: LookKernelOptions): LookKernel {
  const nearVariance = near.deviation ** 2;
  const hueVariance = hue.deviation ** 2;
  const toneVariance = tone.deviation ** 2;
  const opponentVariance = opponent.deviation ** 2;
  const nearScale = 1 / near.reach ** 2;
  const [hueL, hueC, hueH] = [1 / hue.lightness ** 2, 1 / hue.chroma ** 2, 1 / hue.hue ** 2];
  const toneScale = 1 / tone.reach ** 2;
  const alongScale = 1 / opponent.reach ** 2;
  const acrossScale = 1 / opponent.lightness ** 2;
  const kernel: LookKernel = {
    shared(p, i, q, j) {
      const l2 = (p[i] - q[j]) ** 2;
      const a2 = (p[i + 1] - q[j + 1]) ** 2;
      const b2 = (p[i + 2] - q[j + 2]) ** 2;
      const c2 = (p[i + 3] - q[j + 3]) ** 2;
      // Squared chord between the two hues.
      const cosine = p[i + 4] * q[j + 4] + p[i + 5] * q[j + 5];
      const h2 = cosine < 1 ? 2 - 2 * cosine : 0;
      const byHue = hueVariance * matern(l2 * hueL + c2 * hueC + h2 * hueH);
      const reach = p[i + CHROMA_REACH_AT] * q[j + CHROMA_REACH_AT];
      return nearVariance * matern((l2 + a2 + b2) * nearScale) + reach * byHue;
    },
    tone(lightness) {
      return toneVariance === 0 ? 0 : toneVariance * matern(lightness * lightness * toneScale);
    },
    opponentAlong(along) {
      return matern(along * along * alongScale);
    },
    opponentAcross(lightness) {
      return opponentVariance === 0 ? 0 : opponentVariance * matern(lightness * lightness * acrossScale);
    },
    all(p, i, q, j, out) {
      const shared = kernel.shared(p, i, q, j);
      const lightness = p[i] - q[j];
      out[0] = shared + kernel.tone(lightness);
      const across = kernel.opponentAcross(lightness);
      for (let k = 0; k < 2; k++) {
        const scales = p[i + OPPONENT_SCALE_AT + k] * q[j + OPPONENT_SCALE_AT + k];
        const along =
          across === 0 ? 0 : kernel.opponentAlong(p[i + OPPONENT_AT + k] - q[j + OPPONENT_AT + k]);
        out[1 + k] = shared + scales * across * along;
      }
    },
  };
  return kernel;
}
