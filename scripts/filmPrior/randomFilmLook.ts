/**
 * Random film-like looks: what we know about film before we have seen a single pair, as samples of a distribution.
 *
 * Three families, all of our own making and none fitted to an existing film or LUT:
 *  - density domain: layer sensitivities → H&D curve per layer (asymmetric sigmoid over log exposure) → interlayer
 *    and dye crosstalk in density → transmittance → display, as positive or as negative printed on paper. Contrast, toe,
 *    shoulder, speed differences and crosstalk spread as wide as published data sheets do;
 *  - grading: linear-light matrix → sigmoid tone with random contrast, pivot and end points → encoded matrix → split tone;
 *  - black and white: panchromatic or filtered channel weights → tone → toning.
 * The first two end in smooth random changes over hue, chroma and lightness in OKLCh, as dyes and lab printers make.
 *
 * Colors are encoded sRGB; results may leave [0, 1] a little: what a display clips, a smooth model should not see.
 */
import { createOklabToRgb, createRgbToOklab } from '../../src/engine/color/oklab';
import { RGB_SPACES } from '../../src/engine/color/rgbSpaces';
import type { Random } from '../../bench/fit/seededRandom';

export type LookFunction = (color: Float64Array) => void;

const { encode, decode } = RGB_SPACES.srgb;
const toOklab = createRgbToOklab('srgb');
const toRgb = createOklabToRgb('srgb');

/** Mixed as they come in the world: prints and slides, digital film emulations, and their milder forms. */
export function randomFilmLook(random: Random): LookFunction {
  const core = random.uniform() < 0.5 ? densityLook(random) : gradedLook(random);
  const chroma = chromaLook(random);
  const casts = channelCurves(random, 0.02);
  const strength = random.uniform() < 0.25 ? 0.2 + 0.8 * random.uniform() : 1;
  const start = new Float64Array(3);
  return (color) => {
    start.set(color);
    core(color);
    chroma(color);
    casts(color);
    for (let c = 0; c < 3; c++) color[c] = softRange(start[c] + strength * (color[c] - start[c]));
  };
}

export function randomMonochromeLook(random: Random): LookFunction {
  const weights = [0.3 + 0.14 * random.normal(), 0.5 + 0.16 * random.normal(), 0.2 + 0.12 * random.normal()];
  const total = Math.max(0.3, weights[0] + weights[1] + weights[2]);
  const tone = random.uniform() < 0.5 ? hurterDriffield(random, 0) : sigmoidTone(random);
  const toning = channelCurves(random, random.uniform() < 0.4 ? 0.025 : 0.003);
  const isEncodedMix = random.uniform() < 0.4;
  return (color) => {
    let gray = 0;
    for (let c = 0; c < 3; c++) gray += (weights[c] / total) * (isEncodedMix ? color[c] : decode(color[c]));
    const linear = isEncodedMix ? decode(Math.max(0, gray)) : gray;
    color.fill(softRange(tone(Math.max(0, linear))));
    toning(color);
  };
}

/** Keeps what is far outside the display's range within reach of a smooth model. */
function softRange(v: number): number {
  if (v > 1) return 1 + 0.25 * Math.tanh((v - 1) / 0.25);
  if (v < 0) return -0.12 * Math.tanh(-v / 0.12);
  return v;
}

/** Rows sum to one. */
function neutralMatrix(random: Random, mean: number, spread: number): number[] {
  const m = new Array<number>(9);
  for (let row = 0; row < 3; row++) {
    const a = mean + spread * random.normal();
    const b = mean + spread * random.normal();
    m[3 * row + ((row + 1) % 3)] = a;
    m[3 * row + ((row + 2) % 3)] = b;
    m[3 * row + row] = 1 - a - b;
  }
  return m;
}

function applyMatrix(m: readonly number[], v: Float64Array): void {
  const [x, y, z] = v;
  for (let row = 0; row < 3; row++) v[row] = m[3 * row] * x + m[3 * row + 1] * y + m[3 * row + 2] * z;
}

/**
 * Linear exposure → encoded print value of one layer, by a generalized logistic in log exposure.
 * @param jitter how much this layer differs from the others it was drawn with
 */
function hurterDriffield(random: Random, jitter: number, base?: CurveShape): (linear: number) => number {
  const shape = base ?? curveShape(random);
  const gamma = shape.gamma * Math.exp(jitter * random.normal());
  const pivot = shape.pivot + 0.5 * jitter * random.normal();
  const toe = shape.skew * Math.exp(jitter * random.normal());
  const density = densityCurve(gamma, pivot, toe, shape.range);
  // Printing light and viewer adapt: white to `white`, black to `black`, both encoded.
  const white = shape.white + 0.6 * jitter * 0.1 * random.normal();
  const black = shape.black + 0.4 * jitter * 0.1 * random.normal();
  const brightest = encode(10 ** -density(shape.whitePoint));
  const darkest = encode(10 ** -density(0));
  return (linear) => {
    const v = encode(10 ** -density(linear + shape.flare));
    return black + ((white - black) * (v - darkest)) / Math.max(0.05, brightest - darkest);
  };
}

interface CurveShape {
  readonly gamma: number;
  readonly pivot: number;
  readonly skew: number;
  readonly range: number;
  readonly flare: number;
  readonly white: number;
  readonly black: number;
  /** The exposure that is printed to white: above 1 leaves headroom, so that the look darkens. */
  readonly whitePoint: number;
}

function curveShape(random: Random): CurveShape {
  return {
    gamma: 1.55 * Math.exp(0.18 * random.normal()),
    pivot: -0.75 + 0.12 * random.normal(),
    skew: Math.exp(0.5 * random.normal()),
    range: 2 + 0.5 * random.normal(),
    flare: 0.004 * random.uniform(),
    white: 0.97 + 0.04 * random.normal(),
    black: Math.abs(0.035 * random.normal()) - 0.01,
    whitePoint: Math.exp(0.17 * random.normal()),
  };
}

function densityCurve(gamma: number, pivot: number, skew: number, range: number): (linear: number) => number {
  const top = Math.max(1.2, range);
  // Slope at the pivot is gamma: the logistic's own is top / 4 per unit of its steepness for skew 1.
  const steepness = (4 * gamma) / top;
  return (linear) => {
    const x = (Math.log10(Math.max(1e-5, linear)) - pivot) * steepness;
    return top * (1 - (1 + Math.exp(-x)) ** -skew);
  };
}

function densityLook(random: Random): LookFunction {
  const sensitivities = neutralMatrix(random, 0.03, 0.08);
  const shape = curveShape(random);
  const jitter = 0.08 * Math.abs(random.normal());
  const gains = [0.06 * random.normal(), 0.03 * random.normal(), 0.07 * random.normal()];
  const layers = [0, 1, 2].map(() => hurterDriffield(random, jitter, shape));
  // Interlayer effects pull densities apart, unwanted absorptions pull them together.
  const crosstalk = neutralMatrix(random, -0.05, 0.09);
  const exposureEv = 0.25 * random.normal();
  return (color) => {
    for (let c = 0; c < 3; c++) color[c] = decode(color[c]) * 2 ** (exposureEv + gains[c]);
    applyMatrix(sensitivities, color);
    for (let c = 0; c < 3; c++) {
      const print = Math.max(0.002, decode(layers[c](Math.max(0, color[c]))));
      color[c] = -Math.log10(print);
    }
    applyMatrix(crosstalk, color);
    for (let c = 0; c < 3; c++) color[c] = encode(10 ** -color[c]);
  };
}

/** Linear → encoded: a sigmoid around a pivot in encoded values with random gamma and end points. */
function sigmoidTone(random: Random): (linear: number) => number {
  const gamma = Math.exp(0.16 * random.normal());
  const contrast = 0.6 + 2.2 * random.uniform();
  const strength = 0.8 * random.uniform();
  const pivot = 0.45 + 0.08 * random.normal();
  const black =
    random.uniform() < 0.5 ? 0.045 * Math.abs(random.normal()) : -0.02 * Math.abs(random.normal());
  const white = 1 - 0.06 * random.normal() ** 2 + 0.015 * random.normal();
  const sigmoid = (v: number): number => 1 / (1 + Math.exp(-2 * contrast * 1.5 * (v - pivot)));
  const low = sigmoid(0);
  const high = sigmoid(1);
  return (linear) => {
    const v = encode(linear) ** gamma;
    const s = (sigmoid(v) - low) / (high - low);
    return black + (white - black) * (v + strength * (s - v));
  };
}

function gradedLook(random: Random): LookFunction {
  const matrix = neutralMatrix(random, 0, 0.08);
  const tone = sigmoidTone(random);
  const encodedMatrix = neutralMatrix(random, 0, 0.05);
  const curves = channelCurves(random, 0.03);
  const gains = [0.06 * random.normal(), 0.03 * random.normal(), 0.08 * random.normal()];
  return (color) => {
    for (let c = 0; c < 3; c++) color[c] = decode(color[c]) * 2 ** gains[c];
    applyMatrix(matrix, color);
    for (let c = 0; c < 3; c++) color[c] = color[c] < 0 ? -tone(-color[c]) + 2 * tone(0) : tone(color[c]);
    applyMatrix(encodedMatrix, color);
    curves(color);
  };
}

/** Small smooth offsets a channel along its own value: crossed curves, split toning. */
function channelCurves(random: Random, spread: number): LookFunction {
  const shapes = [0, 1, 2].map(() => Array.from({ length: 5 }, () => spread * random.normal()));
  return (color) => {
    for (let c = 0; c < 3; c++) {
      const t = Math.max(0, Math.min(1, color[c])) * 4;
      const i = Math.min(3, Math.floor(t));
      const mix = smoothStep(t - i);
      color[c] += shapes[c][i] + mix * (shapes[c][i + 1] - shapes[c][i]);
    }
  };
}

function smoothStep(t: number): number {
  return t * t * (3 - 2 * t);
}

/** A smooth random periodic function of hue: harmonics 0…7, falling off. */
function hueFunction(random: Random, spread: number): (hue: number) => number {
  const terms = Array.from({ length: 8 }, (_, k) => ({
    cos: (spread * random.normal()) / (1 + 0.3 * k),
    sin: k === 0 ? 0 : (spread * random.normal()) / (1 + 0.3 * k),
  }));
  return (hue) =>
    terms.reduce((sum, { cos, sin }, k) => sum + cos * Math.cos(k * hue) + sin * Math.sin(k * hue), 0);
}

/** One range of hues that a lab or an editor moved: it may reach further into the shadows or into the highlights. */
interface HueBump {
  readonly hue: number;
  readonly sharpness: number;
  readonly tilt: number;
  readonly shift: number;
  readonly gain: number;
  readonly lightness: number;
}

function hueBumps(random: Random): HueBump[] {
  return Array.from({ length: Math.floor(7 * random.uniform()) }, () => ({
    hue: 2 * Math.PI * random.uniform(),
    // Half width of 15° to 50°.
    sharpness: 1 / (0.26 + 0.61 * random.uniform()) ** 2,
    tilt: 1.2 * random.normal(),
    shift: 0.11 * random.normal(),
    gain: 0.22 * random.normal(),
    lightness: 0.2 * random.normal(),
  }));
}

function chromaLook(random: Random): LookFunction {
  const busy = Math.exp(0.5 * random.normal()) * (random.uniform() < 0.2 ? 0.2 : 1);
  const shift = hueFunction(random, 0.05 * busy);
  const gain = hueFunction(random, 0.075 * busy);
  const lightness = hueFunction(random, 0.075 * busy);
  const bumps = hueBumps(random);
  const saturation = 0.15 * random.normal();
  const compression = 0.6 * random.normal();
  const inShadows = 0.25 * random.normal();
  const inHighlights = 0.25 * random.normal();
  const lab = new Float64Array(3);
  return (color) => {
    const inside = [0, 1, 2].map((c) => Math.max(0, Math.min(1, color[c])));
    toOklab(inside[0], inside[1], inside[2], lab, 0);
    const chroma = Math.hypot(lab[1], lab[2]);
    const hue = Math.atan2(lab[2], lab[1]);
    const dark = Math.max(0, 1 - lab[0] / 0.5);
    const bright = Math.max(0, (lab[0] - 0.5) / 0.5);
    let exponent =
      saturation + gain(hue) + inShadows * dark + inHighlights * bright - compression * (chroma - 0.1);
    let turn = shift(hue);
    let lift = lightness(hue);
    for (const bump of bumps) {
      const away = Math.cos(hue - bump.hue) - 1;
      const reach =
        Math.exp(bump.sharpness * away) * Math.max(0.1, Math.min(2, 1 + bump.tilt * (lab[0] - 0.55)));
      exponent += bump.gain * reach;
      turn += bump.shift * reach;
      lift += bump.lightness * reach;
    }
    const scale = Math.exp(Math.max(-1.5, Math.min(0.9, exponent)));
    const a = scale * (Math.cos(turn) * lab[1] - Math.sin(turn) * lab[2]);
    const b = scale * (Math.sin(turn) * lab[1] + Math.cos(turn) * lab[2]);
    toRgb(lab[0] + chroma * lift, a, b, lab, 0);
    for (let c = 0; c < 3; c++) color[c] += lab[c] - inside[c];
  };
}
