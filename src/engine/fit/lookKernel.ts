/**
 * How alike a look treats two colors, beyond what the film prior says: covariances of a Gaussian process over colors.
 *
 * A sum of what is known of how film, labs and editors bend colors, all in ΔE2000 units:
 *  - near colors move alike (Matérn 5/2 over OKLab);
 *  - colors of one hue move alike, in proportion to their chroma, at all lightnesses (hue bands, saturation);
 *  - along a and along b alone: a curve on each opponent channel, nearly the same for all lightnesses.
 * The last is what carries a look from the few colors of one scene to others.
 */
import { createRgbToOklab } from '../color/oklab';
import type { RgbSpaceId } from '../color/rgbSpace';

export interface LookKernelOptions {
  /** Deviations in ΔE2000; reaches in OKLab units, of hue as a chord of the unit circle. */
  readonly near: { readonly deviation: number; readonly reach: number };
  readonly hue: {
    readonly deviation: number;
    readonly lightness: number;
    readonly chroma: number;
    readonly hue: number;
  };
  readonly opponent: { readonly deviation: number; readonly reach: number; readonly lightness: number };
}

export const COLOR_KERNEL: LookKernelOptions = {
  near: { deviation: 1.65, reach: 0.084 },
  hue: { deviation: 2, lightness: 0.167, chroma: 0.084, hue: 1.05 },
  opponent: { deviation: 1.76, reach: 0.0133, lightness: 0.9 },
};

/** Black and white: what is left is how bright each hue becomes. */
export const MONOCHROME_KERNEL: LookKernelOptions = {
  near: { deviation: 0.5, reach: 0.3 },
  hue: { deviation: 1, lightness: 1, chroma: 0.4, hue: 1.2 },
  opponent: { deviation: 0, reach: 1, lightness: 1 },
};

/** Values of a color's place: L, a, b, chroma, cos and sin of hue, and how far its chroma lets it move. */
export const PLACE_VALUES = 7;

/** Chroma at which a change of chroma by 5 % is about one ΔE2000; S_C takes more for stronger colors. */
const CHROMA_GAIN = 20;
const CHROMA_SATURATION = 6.3;

/** @returns writes the place of the encoded color at `rgb[at]` to `out[offset]` (PLACE_VALUES values) */
export function createColorPlace(
  space: RgbSpaceId,
): (rgb: ArrayLike<number>, at: number, out: Float64Array, offset: number) => void {
  const toOklab = createRgbToOklab(space);
  return (rgb, at, out, offset) => {
    toOklab(rgb[at], rgb[at + 1], rgb[at + 2], out, offset);
    const a = out[offset + 1];
    const b = out[offset + 2];
    const chroma = Math.sqrt(a * a + b * b);
    out[offset + 3] = chroma;
    out[offset + 4] = chroma > 1e-6 ? a / chroma : 1;
    out[offset + 5] = chroma > 1e-6 ? b / chroma : 0;
    out[offset + 6] = (CHROMA_GAIN * chroma) / (1 + CHROMA_SATURATION * chroma);
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
  /** Covariance of all three outputs at two places, beside the opponent curves. */
  shared(p: Float64Array, i: number, q: Float64Array, j: number): number;
  /** What a curve along a adds to the covariance of a, or along b to that of b, from squared differences. */
  opponent(squaredAlong: number, squaredLightness: number): number;
  /** Covariances of lightness, a and b; the three are independent of each other. */
  all(p: Float64Array, i: number, q: Float64Array, j: number, out: Float64Array): void;
}

export function createLookKernel({ near, hue, opponent }: LookKernelOptions): LookKernel {
  const nearVariance = near.deviation ** 2;
  const hueVariance = hue.deviation ** 2;
  const opponentVariance = opponent.deviation ** 2;
  const nearScale = 1 / near.reach ** 2;
  const [hueL, hueC, hueH] = [1 / hue.lightness ** 2, 1 / hue.chroma ** 2, 1 / hue.hue ** 2];
  const opponentScale = 1 / opponent.reach ** 2;
  const opponentL = 1 / opponent.lightness ** 2;
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
      return nearVariance * matern((l2 + a2 + b2) * nearScale) + p[i + 6] * q[j + 6] * byHue;
    },
    opponent(squaredAlong, squaredLightness) {
      if (opponentVariance === 0) return 0;
      return opponentVariance * matern(squaredAlong * opponentScale + squaredLightness * opponentL);
    },
    all(p, i, q, j, out) {
      const shared = kernel.shared(p, i, q, j);
      const l2 = (p[i] - q[j]) ** 2;
      out[0] = shared;
      out[1] = shared + kernel.opponent((p[i + 1] - q[j + 1]) ** 2, l2);
      out[2] = shared + kernel.opponent((p[i + 2] - q[j + 2]) ** 2, l2);
    },
  };
  return kernel;
}
