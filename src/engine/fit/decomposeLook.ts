/**
 * A fitted mapping of the RGB cube → the readable stages of a Look, and what they leave as the residual lattice.
 *
 * White balance from middle gray; matrix and curves in turns (the curves carry the gray axis exactly, the matrix is the
 * least-squares fit of everything else seen through the inverted curves); then the hue bands (decomposeHueBands.ts).
 * Every step is a small linear fit, so the result never depends on a starting point.
 */
import { decodeTable, encodeTable, readDecodeTable, readEncodeTable } from '../color/transferTables';
import type { RgbSpaceId } from '../color/rgbSpace';
import { CURVE_SAMPLES, LOOK_RANGES, neutralLook, type Look, type WhiteBalance } from '../look';
import { interpolateSorted, nearestMonotone } from '../math/monotone';
import { NormalEquations } from '../math/normalEquations';
import { runToEnd, type Task } from '../task';
import { latticeColors } from '../render/bakeLut';
import { anchoredGain, createLookMapper } from '../render/renderLook';
import { decomposeHueBands } from './decomposeHueBands';

/** A mapping of the encoded RGB cube at the nodes of a lattice, red fastest; values may leave [0, 1]. */
export interface ColorMapping {
  readonly size: number;
  /** 3 · size³ mapped colors. */
  readonly values: Float64Array;
  readonly space: RgbSpaceId;
}

/** Curves are followed along the gray axis at this many points. */
const AXIS_POINTS = 257;
const MATRIX_ROUNDS = 3;
const COLORS_PER_STEP = 4096;
/** Colors of this distance from gray (encoded) count 1/e in the matrix: it is for the colors of photos, not the corners. */
const CHROMA_REACH = 0.35;

export interface DecomposeOptions {
  readonly name: string;
  /** The film is black and white: no hue bands. */
  readonly monochrome: boolean;
}

export function decomposeLook(mapping: ColorMapping, options: DecomposeOptions): Look {
  return runToEnd(decomposeLookTask(mapping, options));
}

/** The same, with pauses. */
export function* decomposeLookTask(mapping: ColorMapping, options: DecomposeOptions): Task<Look> {
  const axis = grayAxis(mapping);
  const whiteBalance = middleGrayBalance(axis, mapping.space);
  const colors = latticeColors(mapping.size);
  let look: Look = { ...neutralLook(mapping.space, options.name), whiteBalance };
  look = { ...look, ...curvesAlong(axis, look) };
  for (let round = 0; round < MATRIX_ROUNDS; round++) {
    yield { stage: 'fit.bake', fraction: (0.4 * round) / MATRIX_ROUNDS };
    look = { ...look, matrix: fitMatrix(mapping, colors, look) };
    look = { ...look, ...curvesAlong(axis, look) };
  }
  yield { stage: 'fit.bake', fraction: 0.4 };
  if (!options.monochrome) look = { ...look, ...decomposeHueBands(mapping, colors, look) };

  const staged = new Float64Array(3 * COLORS_PER_STEP);
  const offsets = new Float32Array(mapping.values.length);
  const map = createLookMapper(look, { unclipped: true });
  for (let from = 0; from < offsets.length; from += staged.length) {
    yield { stage: 'fit.bake', fraction: 0.5 + (0.5 * from) / offsets.length };
    const part = colors.subarray(from, from + staged.length);
    map(part, staged, part.length / 3);
    for (let i = 0; i < part.length; i++) offsets[from + i] = mapping.values[from + i] - staged[i];
  }
  return { ...look, residual: { size: mapping.size, offsets } };
}

/** The three channels along the gray axis, each made non-decreasing: 3 × AXIS_POINTS. */
function grayAxis({ size, values }: ColorMapping): readonly Float64Array[] {
  const node = (i: number, c: number): number => {
    const k = Math.max(0, Math.min(size - 1, i));
    return values[3 * k * (1 + size + size * size) + c];
  };
  return [0, 1, 2].map((c) => {
    const points = new Float64Array(AXIS_POINTS);
    for (let p = 0; p < AXIS_POINTS; p++) {
      const position = (p / (AXIS_POINTS - 1)) * (size - 1);
      const i = Math.min(size - 2, Math.floor(position));
      const t = position - i;
      // Catmull-Rom through the nodes, without corners at them.
      const slope0 = (node(i + 1, c) - node(i - 1, c)) / 2;
      const slope1 = (node(i + 2, c) - node(i, c)) / 2;
      const t2 = t * t;
      const t3 = t2 * t;
      const value =
        (2 * t3 - 3 * t2 + 1) * node(i, c) +
        (t3 - 2 * t2 + t) * slope0 +
        (3 * t2 - 2 * t3) * node(i + 1, c) +
        (t3 - t2) * slope1;
      points[p] = Math.max(0, Math.min(1, value));
    }
    return nearestMonotone(points);
  });
}

function middleGrayBalance(axis: readonly Float64Array[], space: RgbSpaceId): WhiteBalance {
  const decode = decodeTable(space);
  const middle = readDecodeTable(decode, 0.5);
  const stops = axis.map((points) => {
    const y = Math.max(1e-3, Math.min(1 - 1e-3, readDecodeTable(decode, points[(AXIS_POINTS - 1) / 2])));
    return Math.log2((y * (1 - middle)) / (middle * (1 - y)));
  });
  const within = (ev: number, { min, max }: { min: number; max: number }): number =>
    Math.max(min, Math.min(max, ev));
  return {
    exposureEv: within(stops[1], LOOK_RANGES.exposureEv),
    redEv: within(stops[0] - stops[1], LOOK_RANGES.whiteBalanceEv),
    blueEv: within(stops[2] - stops[1], LOOK_RANGES.whiteBalanceEv),
  };
}

/** What gains and matrix make of an encoded color, in linear light. */
function linearAfterBalance(
  look: Look,
): (color: ArrayLike<number>, offset: number, out: Float64Array) => void {
  const decode = decodeTable(look.space);
  const { exposureEv, redEv, blueEv } = look.whiteBalance;
  const gains = [2 ** (exposureEv + redEv), 2 ** exposureEv, 2 ** (exposureEv + blueEv)];
  return (color, offset, out) => {
    for (let c = 0; c < 3; c++) out[c] = anchoredGain(readDecodeTable(decode, color[offset + c]), gains[c]);
  };
}

/** For each channel, the encoded value along the gray axis after gains and matrix. */
function axisBeforeCurves(look: Look): readonly Float64Array[] {
  const encode = encodeTable(look.space);
  const balance = linearAfterBalance(look);
  const gray = new Float64Array(3);
  const linear = new Float64Array(3);
  const result = [0, 1, 2].map(() => new Float64Array(AXIS_POINTS));
  for (let p = 0; p < AXIS_POINTS; p++) {
    balance(gray.fill(p / (AXIS_POINTS - 1)), 0, linear);
    for (let c = 0; c < 3; c++) {
      const m = look.matrix;
      const v = m[3 * c] * linear[0] + m[3 * c + 1] * linear[1] + m[3 * c + 2] * linear[2];
      result[c][p] = readEncodeTable(encode, v);
    }
  }
  return result.map(nearestMonotone);
}

/** Tone and channel curves that put the gray axis where the mapping has it. */
function curvesAlong(axis: readonly Float64Array[], look: Look): Pick<Look, 'tone' | 'channels'> {
  const before = axisBeforeCurves(look);
  const steps = Array.from({ length: CURVE_SAMPLES }, (_, i) => i / (CURVE_SAMPLES - 1));
  const whole = [0, 1, 2].map((c) => steps.map((v) => interpolateSorted(before[c], axis[c], v)));
  const tone = steps.map((_, i) => (whole[0][i] + whole[1][i] + whole[2][i]) / 3);
  const channel = (c: number): number[] =>
    steps.map((v) => {
      const inside = Math.max(tone[0], Math.min(tone[CURVE_SAMPLES - 1], v));
      return Math.max(0, Math.min(1, interpolateSorted(tone, whole[c], inside) + v - inside));
    });
  return { tone, channels: { red: channel(0), green: channel(1), blue: channel(2) } };
}

/** Row by row: linear light wanted before the curves, as a mix of the channels with weights that sum to one. */
function fitMatrix({ values, size, space }: ColorMapping, colors: Float32Array, look: Look): number[] {
  const before = axisBeforeCurves({ ...look });
  const decode = decodeTable(space);
  const balance = linearAfterBalance(look);
  const linear = new Float64Array(3);
  const axis = curveAxis(look, before);
  const systems = [0, 1, 2].map(() => new NormalEquations(2));
  const stride = size > 17 ? 2 : 1;
  for (let b = 0; b < size; b += stride) {
    for (let g = 0; g < size; g += stride) {
      for (let r = 0; r < size; r += stride) {
        const i = 3 * (r + size * (g + size * b));
        balance(colors, i, linear);
        const high = Math.max(colors[i], colors[i + 1], colors[i + 2]);
        const low = Math.min(colors[i], colors[i + 1], colors[i + 2]);
        const natural = Math.exp(-(((high - low) / CHROMA_REACH) ** 2));
        for (let c = 0; c < 3; c++) {
          const wanted = values[i + c];
          const top = axis[c][AXIS_POINTS - 1];
          const bottom = axis[c][0];
          if (wanted <= bottom + 0.01 || wanted >= top - 0.01) continue;
          const encoded = interpolateSorted(axis[c], before[c], wanted);
          const target = readDecodeTable(decode, encoded);
          const own = linear[c];
          const row = [linear[(c + 1) % 3] - own, linear[(c + 2) % 3] - own];
          // Errors count as they are seen: an encoded step is a linear step over about the square root.
          systems[c].add(row, target - own, natural / (target + 0.02));
        }
      }
    }
  }
  const matrix = new Array<number>(9).fill(0);
  for (let c = 0; c < 3; c++) {
    const [next, afterNext] = systems[c].solve(1e-4);
    matrix[3 * c + ((c + 1) % 3)] = next;
    matrix[3 * c + ((c + 2) % 3)] = afterNext;
    matrix[3 * c + c] = 1 - next - afterNext;
  }
  return matrix;
}

/** The gray axis after the look's curves, at the points of `before`, strictly rising enough to be inverted. */
function curveAxis(look: Look, before: readonly Float64Array[]): readonly Float64Array[] {
  const steps = look.tone.map((_, i) => i / (look.tone.length - 1));
  const { red, green, blue } = look.channels;
  return [red, green, blue].map((channel, c) =>
    before[c].map(
      (v, p) => interpolateSorted(steps, channel, interpolateSorted(steps, look.tone, v)) + 1e-7 * p,
    ),
  );
}
