/**
 * The shares of light in a glow of one radius, by Gauss–Newton with residuals that are cut off where they are large.
 * Beside them, for each channel, a smooth correction of the look over the tones of the *glowing* scene and the hues of the
 * plain one: where the look is a little off, in level or in slope, it is so near highlights and far from them. (Over the
 * hues of the glowing scene it would take the red of the glow for its own where the scene is gray.)
 */
import { encodeTable, readEncodeTable } from '../color/transferTables';
import type { RgbSpaceId } from '../color/rgbSpace';
import { NormalEquations } from '../math/normalEquations';
import type { LookMapper } from '../render/renderLook';

/** Colors at chosen pixels: three values a pixel. */
export interface GlowSamples {
  readonly count: number;
  /** Linear light of the photo. */
  readonly scene: Float64Array;
  /** Encoded values of the film. */
  readonly film: Float64Array;
  /** Part of the picture that the pixel is in, below GLOW_PARTS. */
  readonly part: Uint8Array;
  readonly space: RgbSpaceId;
}

export interface GlowFit {
  /** Red and green over what all channels share, as shares of the light. */
  readonly glow: readonly [red: number, green: number];
  /** The same without each part of the picture. */
  readonly withoutPart: readonly (readonly [red: number, green: number])[];
  /** Squared residuals of each part. */
  readonly cost: Float64Array;
}

/** Parts of the picture that are left out in turn, to see how far they agree (jackknife; Quenouille 1949, Tukey 1958). */
export const GLOW_PARTS = 8;
/** Red, green, all channels alike in the same glow (bloom of the lenses), and in a narrow one (softness). */
const SHARES = 4;
const TONES = 5;
/** Two differences of channels, plain and by tone. */
const CORRECTIONS = TONES + 4;
const UNKNOWNS = SHARES + 3 * CORRECTIONS;
const ROUNDS = 4;
const ROBUST = 2.5;
const RIDGE = 1e-9;
const FIRST_SPREAD = 0.02;
/** Light at which the tones of the correction end; along its cube root they are evenly spaced. */
const BRIGHTEST_TONE = 0.3;
/** Step of light that slopes are measured with: a share of it, and a least one. */
const PROBE_SHARE = 0.05;
const PROBE_LEAST = 0.002;

/**
 * @param wide what the glow would add to the scene in each channel, were its share 1
 * @param narrow the same of a blur as narrow as what is called softness
 */
export function fitGlow(
  { count, scene, film, part, space }: GlowSamples,
  wide: Float64Array,
  narrow: Float64Array,
  map: LookMapper,
): GlowFit {
  const look = createEncodedLook(map, space, count);
  const basis = new Float64Array(CORRECTIONS);
  const hues = huesOf(scene);
  let solution = new Float64Array(UNKNOWNS);
  let parts: NormalEquations[] = [];
  let spread = FIRST_SPREAD;
  const cost = new Float64Array(GLOW_PARTS);
  const residual = new Float64Array(3 * count);
  const row = new Float64Array(UNKNOWNS);
  const lit = new Float64Array(3 * count);
  const slopes = [0, 1, 2].map(() => new Float64Array(3 * count));
  for (let round = 0; round < ROUNDS; round++) {
    addGlow(lit, scene, wide, narrow, solution);
    const plain = look(lit);
    const corrected = withCorrection(plain.slice(), lit, hues, solution, basis);
    for (let k = 0; k < 3; k++) {
      const moved = lit.slice();
      for (let i = k; i < moved.length; i += 3) moved[i] += probeOf(lit[i]);
      const there = withCorrection(look(moved), moved, hues, solution, basis);
      for (let i = 0; i < there.length; i++) {
        slopes[k][i] = (there[i] - corrected[i]) / probeOf(lit[3 * Math.floor(i / 3) + k]);
      }
    }
    parts = Array.from({ length: GLOW_PARTS }, () => new NormalEquations(UNKNOWNS));
    cost.fill(0);
    for (let i = 0; i < count; i++) {
      writeBasis(basis, lit, hues, i);
      for (let c = 0; c < 3; c++) {
        const at = 3 * i + c;
        const [red, green, blue] = [slopes[0][at], slopes[1][at], slopes[2][at]];
        row.fill(0);
        row[0] = red * wide[3 * i];
        row[1] = green * wide[3 * i + 1];
        row[2] = row[0] + row[1] + blue * wide[3 * i + 2];
        row[3] = red * narrow[3 * i] + green * narrow[3 * i + 1] + blue * narrow[3 * i + 2];
        row.set(basis, SHARES + c * CORRECTIONS);
        // The equations are for the unknowns themselves, not for their steps: that is what the ridge is to pull.
        let known = 0;
        for (let j = 0; j < SHARES; j++) known += row[j] * solution[j];
        residual[at] = film[at] - corrected[at];
        const trust = Math.min(1, (ROBUST * spread) / (Math.abs(residual[at]) + 1e-9));
        parts[part[i]].add(row, film[at] - plain[at] + known, trust);
        cost[part[i]] += Math.min(residual[at] ** 2, (ROBUST * spread) ** 2);
      }
    }
    solution = solveWithout(parts, -1);
    for (let j = 0; j < SHARES; j++) solution[j] = Math.max(-0.3, Math.min(0.6, solution[j]));
    spread = Math.max(1e-4, 1.4826 * residual.map(Math.abs).sort()[residual.length >> 1]);
  }
  return {
    glow: [solution[0], solution[1]],
    withoutPart: parts.map((_, k): [number, number] => {
      const [red, green] = solveWithout(parts, k);
      return [red, green];
    }),
    cost,
  };
}

const probeOf = (light: number): number => PROBE_SHARE * Math.max(0, light) + PROBE_LEAST;

function solveWithout(parts: readonly NormalEquations[], left: number): Float64Array<ArrayBuffer> {
  const all = new NormalEquations(UNKNOWNS);
  parts.forEach((part, k) => {
    if (k !== left) all.addAll(part);
  });
  return Float64Array.from(all.solve(RIDGE));
}

function addGlow(
  target: Float64Array,
  scene: Float64Array,
  wide: Float64Array,
  narrow: Float64Array,
  [red, green, alike, soft]: Float64Array,
): void {
  const shares = [red + alike, green + alike, alike];
  for (let i = 0; i < target.length; i++) target[i] = scene[i] + shares[i % 3] * wide[i] + soft * narrow[i];
}

/** @returns a function from linear light to the look's encoded values */
function createEncodedLook(
  map: LookMapper,
  space: RgbSpaceId,
  count: number,
): (light: Float64Array) => Float64Array {
  const encode = encodeTable(space);
  return (light) => {
    const colors = light.map((value) => readEncodeTable(encode, Math.max(0, value)));
    map(colors, colors, count);
    return colors;
  };
}

/** Adds the correction to `colors`. */
function withCorrection(
  colors: Float64Array,
  light: Float64Array,
  hues: Float64Array,
  solution: Float64Array,
  basis: Float64Array,
): Float64Array {
  for (let i = 0; i < colors.length; i += 3) {
    writeBasis(basis, light, hues, i / 3);
    for (let c = 0; c < 3; c++) {
      const from = SHARES + c * CORRECTIONS;
      for (let k = 0; k < CORRECTIONS; k++) colors[i + c] += basis[k] * solution[from + k];
    }
  }
  return colors;
}

/** Hat functions over the tone, and what red and blue have over green. */
function writeBasis(basis: Float64Array, light: Float64Array, hues: Float64Array, pixel: number): void {
  const at = 3 * pixel;
  const root = rootOf((light[at] + light[at + 1] + light[at + 2]) / 3);
  const tone = root < 1 ? root : 1;
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
