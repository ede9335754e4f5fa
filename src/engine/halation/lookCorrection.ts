/**
 * A smooth correction of the look over the tones of the *glowing* scene and the hues of the plain one, for each channel:
 * where the look is a little off, in level or in slope, it is so near highlights and far from them. (Over the hues of the
 * glowing scene it would take the red of the glow for its own where the scene is gray.)
 */

const TONES = 5;
/** A value a tone, and two differences of channels, plain and by tone. */
export const CORRECTION_TERMS = TONES + 4;
/** Light at which the tones of the correction end: a little above the brightest comparison; along its cube root they are evenly spaced. */
const BRIGHTEST_TONE = 0.3;

export interface LookCorrection {
  /** Writes the CORRECTION_TERMS basis functions at a pixel with the light `lit`. */
  writeBasis(basis: Float64Array, lit: Float64Array, pixel: number): void;
  /**
   * Adds the correction to encoded `colors`.
   * @param coefficients CORRECTION_TERMS for each channel
   */
  add(colors: Float64Array, lit: Float64Array, coefficients: Float64Array): Float64Array;
}

/** @param scene linear light of the plain scene, three values a pixel */
export function createLookCorrection(scene: Float64Array): LookCorrection {
  const hues = huesOf(scene);
  const shared = new Float64Array(CORRECTION_TERMS);

  /** Hat functions over the tone, and what red and blue have over green. */
  function writeBasis(basis: Float64Array, lit: Float64Array, pixel: number): void {
    const at = 3 * pixel;
    const tone = Math.min(1, rootOf((lit[at] + lit[at + 1] + lit[at + 2]) / 3));
    const redness = hues[2 * pixel];
    const blueness = hues[2 * pixel + 1];
    const position = tone * (TONES - 1);
    const index = Math.min(TONES - 2, Math.floor(position));
    basis.fill(0);
    basis[index] = 1 - (position - index);
    basis[index + 1] = position - index;
    basis[TONES] = redness;
    basis[TONES + 1] = blueness;
    basis[TONES + 2] = tone * redness;
    basis[TONES + 3] = tone * blueness;
  }

  return {
    writeBasis,
    add(colors, lit, coefficients) {
      for (let i = 0; i < colors.length; i += 3) {
        writeBasis(shared, lit, i / 3);
        for (let c = 0; c < 3; c++) {
          const from = c * CORRECTION_TERMS;
          for (let k = 0; k < CORRECTION_TERMS; k++) colors[i + c] += shared[k] * coefficients[from + k];
        }
      }
      return colors;
    },
  };
}

/** Two values a pixel: what red and blue have over green. */
function huesOf(scene: Float64Array): Float64Array {
  const hues = new Float64Array((2 * scene.length) / 3);
  for (let i = 0; i < hues.length / 2; i++) {
    const green = rootOf(scene[3 * i + 1]);
    hues[2 * i] = rootOf(scene[3 * i]) - green;
    hues[2 * i + 1] = rootOf(scene[3 * i + 2]) - green;
  }
  return hues;
}

const rootOf = (light: number): number => Math.cbrt(Math.max(0, light) / BRIGHTEST_TONE);
