/** A fitted look with what the user changed on it. */
import { CURVE_SAMPLES, identityCurve, neutralLook } from '../../engine/look';
import type { HueBand, Look, SampledCurve } from '../../engine/look';
import { createLookMapper } from '../../engine/render/renderLook';
import { editedSaturation, mixedMatrix, scaledResidual } from './editStages';
import {
  CURVE_POINT_INPUTS,
  HUE_CENTERS_DEG,
  HUE_NAMES,
  type HueEdit,
  type LookEdits,
  type SliderName,
} from './lookEdits';

/** What a hue's slider at 100 turns the hue by. */
export const HUE_SHIFT_FULL_DEG = 30;

/** What a slider at 100 does. */
const FULL = {
  exposureEv: 1,
  warmthEv: 0.4,
  tintEv: 0.3,
  /** Of the cubic below: its slope in the middle becomes 1 + this. */
  contrast: 0.45,
  /** Output at the end of the curve. */
  endPoint: 0.15,
  saturation: 1,
  hueShiftDeg: HUE_SHIFT_FULL_DEG,
  hueChroma: 1,
  hueLightness: 0.5,
};

export function applyEdits(look: Look, edits: LookEdits): Look {
  const { curves } = edits;
  const atTone = grayThrough(look, { tone: false });
  const atChannels = grayThrough(look, { tone: true });
  const share = (name: SliderName) => edits.sliders[name] / 100;
  const { exposureEv, redEv, blueEv } = look.whiteBalance;
  const [warmth, tint] = [FULL.warmthEv * share('warmth'), FULL.tintEv * share('tint')];
  const bend = (value: number) => bendTone(value, share('contrast'), share('blacks'), share('whites'));
  const gain = 1 + FULL.saturation * share('saturation');
  const saturation = editedSaturation(look.saturation, edits.chroma);
  return {
    ...look,
    whiteBalance: {
      exposureEv: exposureEv + FULL.exposureEv * share('exposure'),
      redEv: redEv + warmth + tint,
      blueEv: blueEv - warmth + tint,
    },
    tone: withPoints(look.tone.map(bend), curves.tone, atTone),
    channels: {
      red: withPoints(look.channels.red, curves.red, atChannels),
      green: withPoints(look.channels.green, curves.green, atChannels),
      blue: withPoints(look.channels.blue, curves.blue, atChannels),
    },
    matrix: mixedMatrix(look.matrix, edits.mixing),
    saturation: gain === 1 ? saturation : saturation.map((factor) => factor * gain),
    hueBands: look.hueBands.map((band) => editBand(band, edits.hues)),
    residual: scaledResidual(look.residual, edits.residual),
  };
}

/**
 * x + 4k·x(1−x)(x−½) steepens the middle and keeps 0, ½ and 1; the end points move with (1−x)² and x². Rises
 * everywhere for all settings of the sliders, until it is clipped.
 */
function bendTone(x: number, contrast: number, blacks: number, whites: number): number {
  const steepened = x + 4 * FULL.contrast * contrast * x * (1 - x) * (x - 0.5);
  const moved = steepened + FULL.endPoint * (blacks * (1 - x) ** 2 + whites * x ** 2);
  return Math.min(1, Math.max(0, moved));
}

/**
 * The curve plus a smooth line through the moved points, kept rising. The points stand at grays of the photo, the
 * curve at what stages before it made of them: `arriving` tells what.
 */
function withPoints(curve: SampledCurve, levels: readonly number[], arriving: SampledCurve): SampledCurve {
  if (levels.every((level) => level === 0)) return curve;
  let highest = 0;
  return curve.map((value, i) => {
    const gray = inverseAt(arriving, i / (curve.length - 1));
    const moved = value + pointOffset(levels, gray);
    highest = Math.max(highest, Math.min(1, Math.max(0, moved)));
    return highest;
  });
}

/** What the exposure, and if asked for the tone curve, make of gray: outputs at equal steps over [0, 1], rising. */
function grayThrough(look: Look, { tone }: { readonly tone: boolean }): SampledCurve {
  const { exposureEv } = look.whiteBalance;
  const stage: Look = {
    ...neutralLook(look.space),
    whiteBalance: { exposureEv, redEv: 0, blueEv: 0 },
    ...(tone ? { tone: look.tone } : {}),
  };
  const grays = Float32Array.from(identityCurve().flatMap((value) => [value, value, value]));
  createLookMapper(stage)(grays, grays, CURVE_SAMPLES);
  return Array.from({ length: CURVE_SAMPLES }, (_, i) => grays[3 * i]);
}

/** The input at which a rising curve reaches `output`. */
function inverseAt(curve: SampledCurve, output: number): number {
  const last = curve.length - 1;
  const above = curve.findIndex((value) => value >= output);
  if (above <= 0) return above === 0 ? 0 : 1;
  const [low, high] = [curve[above - 1], curve[above]];
  return (above - 1 + (output - low) / (high - low || 1)) / last;
}

/** Catmull–Rom through the points (E. Catmull, R. Rom, “A class of local interpolating splines”, 1974). */
export function pointOffset(levels: readonly number[], x: number): number {
  const last = CURVE_POINT_INPUTS.length - 1;
  const position = Math.min(last, Math.max(0, x * last));
  const index = Math.min(last - 1, Math.floor(position));
  const t = position - index;
  const at = (i: number) => levels[Math.min(last, Math.max(0, i))] / 255;
  const [p0, p1, p2, p3] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
  return p1 + 0.5 * t * (p2 - p0 + t * (2 * p0 - 5 * p1 + 4 * p2 - p3 + t * (3 * (p1 - p2) + p3 - p0)));
}

function editBand(band: HueBand, hues: LookEdits['hues']): HueBand {
  const [from, to, mix] = neighbours(band.hueDeg);
  const of = (field: keyof HueEdit) => ((1 - mix) * hues[from][field] + mix * hues[to][field]) / 100;
  return {
    hueDeg: band.hueDeg,
    shiftDeg: band.shiftDeg + FULL.hueShiftDeg * of('shift'),
    chroma: Math.max(0, band.chroma * (1 + FULL.hueChroma * of('saturation'))),
    lightness: band.lightness + FULL.hueLightness * of('lightness'),
  };
}

/** The two named hues around an angle, and how far it lies towards the second, in [0, 1]. */
function neighbours(hueDeg: number) {
  const count = HUE_NAMES.length;
  for (let i = 0; i < count; i++) {
    const [from, to] = [HUE_NAMES[i], HUE_NAMES[(i + 1) % count]];
    const span = turn(HUE_CENTERS_DEG[to] - HUE_CENTERS_DEG[from]);
    const way = turn(hueDeg - HUE_CENTERS_DEG[from]);
    if (way < span) return [from, to, way / span] as const;
  }
  return [HUE_NAMES[0], HUE_NAMES[0], 0] as const;
}

const turn = (deg: number) => ((deg % 360) + 360) % 360;
