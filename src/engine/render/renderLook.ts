/** A look's own arithmetic, stage by stage as look.ts lists them. Encoded RGB in, encoded RGB in [0, 1] out. */
import { createOklabToRgb, createRgbToOklab } from '../color/oklab';
import { decodeTable, encodeTable, readDecodeTable, readEncodeTable } from '../color/transferTables';
import { rgbImage, type RgbImage } from '../image/rgbImage';
import { SATURATION_MAX_CHROMA, type HueBand, type Look, type SampledCurve } from '../look';
import { runToEnd, type Task } from '../task';
import { addLatticeOffset } from './latticeOffset';

/** Maps interleaved encoded RGB of `count` colors from `source` to `target`; both may be the same buffer. */
export type LookMapper = (
  source: ArrayLike<number>,
  target: Float32Array | Float64Array,
  count: number,
) => void;

export interface LookMapperOptions {
  /** Leave the residual lattice out and show what the readable stages say alone. @default false */
  readonly parametricOnly?: boolean;
  /** Keep values outside [0, 1], which the lattice may pull back in. @default false */
  readonly unclipped?: boolean;
}

type Stage = (color: Float64Array) => void;

/** @returns a function for many colors; make it once per look, not per color. */
export function createLookMapper(look: Look, options: LookMapperOptions = {}): LookMapper {
  const stages = [linearStage(look), curveStage(look), chromaStage(look)].filter((stage) => stage !== null);
  const residual = options.parametricOnly ? null : look.residual;
  const color = new Float64Array(3);
  return (source, target, count) => {
    for (let i = 0; i < 3 * count; i += 3) {
      const red = clip(source[i]);
      const green = clip(source[i + 1]);
      const blue = clip(source[i + 2]);
      color[0] = red;
      color[1] = green;
      color[2] = blue;
      for (const stage of stages) stage(color);
      if (residual) addLatticeOffset(residual, red, green, blue, color);
      for (let c = 0; c < 3; c++) target[i + c] = options.unclipped ? color[c] : clip(color[c]);
    }
  };
}

/** The picture as the look would have it. For large pictures a baked lattice is faster. */
export function renderLook(image: RgbImage, look: Look): RgbImage {
  return runToEnd(renderLookTask(image, look));
}

const PIXELS_PER_STEP = 8192;

/**
 * `renderLook` as a task, for where nothing may block.
 * @throws RangeError when the look was made for another RGB space
 */
export function* renderLookTask(image: RgbImage, look: Look): Task<RgbImage> {
  if (image.space !== look.space) {
    throw new RangeError(`Expected a picture in ${look.space}, the space of the look; got ${image.space}.`);
  }
  const result = rgbImage(image.width, image.height, image.space);
  const map = createLookMapper(look);
  const pixels = image.width * image.height;
  for (let from = 0; from < pixels; from += PIXELS_PER_STEP) {
    const to = Math.min(pixels, from + PIXELS_PER_STEP);
    map(image.data.subarray(3 * from, 3 * to), result.data.subarray(3 * from, 3 * to), to - from);
    yield { stage: 'render.look', fraction: to / pixels };
  }
  return result;
}

/** NaN becomes 0. */
function clip(value: number): number {
  return value > 0 ? (value < 1 ? value : 1) : 0;
}

/** A value of a curve sampled at equal steps over [0, 1]; the argument must lie there. */
export function readCurve(curve: ArrayLike<number>, t: number): number {
  const last = curve.length - 1;
  const position = t * last;
  const index = Math.min(last - 1, position | 0);
  return curve[index] + (position - index) * (curve[index + 1] - curve[index]);
}

/** The gain that leaves white alone, in linear light; see WhiteBalance. */
export function anchoredGain(linear: number, gain: number): number {
  return (gain * linear) / (1 + (gain - 1) * linear);
}

function linearStage(look: Look): Stage | null {
  const { exposureEv, redEv, blueEv } = look.whiteBalance;
  const m = look.matrix;
  const isIdentity = m.every((value, i) => value === (i % 4 === 0 ? 1 : 0));
  if (isIdentity && exposureEv === 0 && redEv === 0 && blueEv === 0) return null;
  const decode = decodeTable(look.space);
  const encode = encodeTable(look.space);
  const redGain = 2 ** (exposureEv + redEv);
  const greenGain = 2 ** exposureEv;
  const blueGain = 2 ** (exposureEv + blueEv);
  return (color) => {
    const r = anchoredGain(readDecodeTable(decode, color[0]), redGain);
    const g = anchoredGain(readDecodeTable(decode, color[1]), greenGain);
    const b = anchoredGain(readDecodeTable(decode, color[2]), blueGain);
    for (let c = 0; c < 3; c++) {
      color[c] = readEncodeTable(encode, m[3 * c] * r + m[3 * c + 1] * g + m[3 * c + 2] * b);
    }
  };
}

function isIdentityCurve(curve: SampledCurve): boolean {
  return curve.every((value, i) => Math.abs(value - i / (curve.length - 1)) < 1e-9);
}

function curveStage(look: Look): Stage | null {
  const { red, green, blue } = look.channels;
  if ([look.tone, red, green, blue].every(isIdentityCurve)) return null;
  const curves = [red, green, blue];
  return (color) => {
    for (let c = 0; c < 3; c++) color[c] = clip(readCurve(curves[c], clip(readCurve(look.tone, color[c]))));
  };
}

function isNeutralBand(band: HueBand): boolean {
  return band.shiftDeg === 0 && band.chroma === 1 && band.lightness === 0;
}

/** Bands are evenly spaced: each fades linearly to nothing at its neighbours' centers. */
function chromaStage(look: Look): Stage | null {
  const bands = look.hueBands;
  const isNeutral = bands.every(isNeutralBand) && look.saturation.every((gain) => gain === 1);
  if (isNeutral) return null;
  const toOklab = createRgbToOklab(look.space);
  const toRgb = createOklabToRgb(look.space);
  const spacing = (2 * Math.PI) / bands.length;
  const first = bands.length > 0 ? (bands[0].hueDeg * Math.PI) / 180 : 0;
  return (color) => {
    toOklab(color[0], color[1], color[2], color, 0);
    const chroma = Math.sqrt(color[1] * color[1] + color[2] * color[2]);
    if (chroma > 1e-9) {
      let gain = readCurve(look.saturation, Math.min(1, chroma / SATURATION_MAX_CHROMA));
      let shift = 0;
      if (bands.length > 0) {
        let turn = (Math.atan2(color[2], color[1]) - first) / spacing;
        turn -= Math.floor(turn / bands.length) * bands.length;
        const lower = Math.min(bands.length - 1, turn | 0);
        const mix = turn - lower;
        const a = bands[lower];
        const b = bands[(lower + 1) % bands.length];
        gain *= a.chroma + mix * (b.chroma - a.chroma);
        shift = ((a.shiftDeg + mix * (b.shiftDeg - a.shiftDeg)) * Math.PI) / 180;
        color[0] += chroma * (a.lightness + mix * (b.lightness - a.lightness));
      }
      const cos = gain * Math.cos(shift);
      const sin = gain * Math.sin(shift);
      const a0 = color[1];
      color[1] = cos * a0 - sin * color[2];
      color[2] = sin * a0 + cos * color[2];
    }
    toRgb(color[0], color[1], color[2], color, 0);
  };
}
