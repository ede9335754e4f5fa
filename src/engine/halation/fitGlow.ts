/**
 * The shares of light in a glow of one radius, by Gauss–Newton with residuals that are cut off where they are large
 * (Huber, Robust Estimation of a Location Parameter, 1964), and a correction of the look beside them.
 */
import { NormalEquations } from '../math/normalEquations';
import type { LookMapper } from '../render/renderLook';
import { GLOW_PARTS, type GlowSamples } from './glowSamples';
import { CORRECTION_TERMS, createLookCorrection } from './lookCorrection';
import { createLightMapper, measureSlopes } from './lookSlopes';

export interface GlowFit {
  /** Red and green over what all channels share, as shares of the light. */
  readonly glow: readonly [red: number, green: number];
  /** The same without each part of the picture. */
  readonly withoutPart: readonly (readonly [red: number, green: number])[];
  /** Squared residuals of each part. */
  readonly cost: Float64Array;
}

/** Red, green, all channels alike in the same glow (bloom of the lenses), and in a narrow one (softness). */
const SHARES = 4;
/** No film or lens is beyond: the ends that a step in the wrong direction stops at. */
const SHARE_RANGE = [-0.3, 0.6] as const;
const UNKNOWNS = SHARES + 3 * CORRECTION_TERMS;
const ROUNDS = 4;
/** Deviations at which residuals are cut off. */
const ROBUST = 2.5;
const RIDGE = 1e-9;
/** Deviation of the residuals before any is known, in encoded values, and the least one. */
const FIRST_SPREAD = 0.02;
const MIN_SPREAD = 1e-4;
/** Median of the absolute residuals → deviation, were they normal. */
const MEDIAN_TO_SIGMA = 1.4826;

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
  const look = createLightMapper(map, space);
  const correction = createLookCorrection(scene);
  let solution = new Float64Array(UNKNOWNS);
  const corrected = (light: Float64Array): Float64Array =>
    correction.add(look(light), light, solution.subarray(SHARES));
  let parts: NormalEquations[] = [];
  let spread = FIRST_SPREAD;
  const cost = new Float64Array(GLOW_PARTS);
  const residual = new Float64Array(3 * count);
  const row = new Float64Array(UNKNOWNS);
  const basis = new Float64Array(CORRECTION_TERMS);
  const lit = new Float64Array(3 * count);
  const slopes = [0, 1, 2].map(() => new Float64Array(3 * count));
  for (let round = 0; round < ROUNDS; round++) {
    addGlow(lit, scene, wide, narrow, solution);
    const plain = look(lit);
    const predicted = correction.add(plain.slice(), lit, solution.subarray(SHARES));
    measureSlopes(corrected, lit, predicted, slopes);
    parts = Array.from({ length: GLOW_PARTS }, () => new NormalEquations(UNKNOWNS));
    cost.fill(0);
    for (let i = 0; i < count; i++) {
      correction.writeBasis(basis, lit, i);
      for (let c = 0; c < 3; c++) {
        const at = 3 * i + c;
        row.fill(0);
        writeShares(row, slopes, wide, narrow, i, c);
        row.set(basis, SHARES + c * CORRECTION_TERMS);
        // The equations are for the unknowns themselves, not for their steps: that is what the ridge is to pull.
        let known = 0;
        for (let j = 0; j < SHARES; j++) known += row[j] * solution[j];
        residual[at] = film[at] - predicted[at];
        const limit = ROBUST * spread;
        const trust = Math.min(1, limit / (Math.abs(residual[at]) + 1e-9));
        parts[part[i]].add(row, film[at] - plain[at] + known, trust);
        cost[part[i]] += Math.min(residual[at] ** 2, limit ** 2);
      }
    }
    solution = solveWithout(parts, -1);
    for (let j = 0; j < SHARES; j++) {
      solution[j] = Math.max(SHARE_RANGE[0], Math.min(SHARE_RANGE[1], solution[j]));
    }
    spread = Math.max(MIN_SPREAD, MEDIAN_TO_SIGMA * medianSize(residual));
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

/** Change of the film's channel `c` by each share of glow. */
function writeShares(
  row: Float64Array,
  slopes: readonly Float64Array[],
  wide: Float64Array,
  narrow: Float64Array,
  pixel: number,
  c: number,
): void {
  const first = 3 * pixel;
  const [red, green, blue] = [slopes[0][first + c], slopes[1][first + c], slopes[2][first + c]];
  row[0] = red * wide[first];
  row[1] = green * wide[first + 1];
  row[2] = row[0] + row[1] + blue * wide[first + 2];
  row[3] = red * narrow[first] + green * narrow[first + 1] + blue * narrow[first + 2];
}

/** @param left part of the picture that is left out (jackknife); −1 for none */
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

function medianSize(values: Float64Array): number {
  return values.map(Math.abs).sort()[values.length >> 1];
}
