/**
 * Hue/Saturation with derivatives: the smooth form of Photoshop's arithmetic, in terms of the largest channel (max),
 * the smallest (min) and the hue. The order of its sliders: hueSaturationSliders.ts.
 *
 *   t      = Σ wᵢ lᵢ                       range lightness pulls min up to max (t > 0) or max down to min
 *   S, C   = max + min + C₀ t, C₀ (1 − |t|)
 *   C′     = min(C · gain, S, 2 − S),  gain = master · max(0, 1 + Σ wᵢ (gᵢ − 1))
 *   out    = (S − C′)/2 + C′ f(hue + Δhue)
 */
import {
  HANDLES,
  HANDLES_FROM,
  hueSaturationSliders,
  MASTER,
  RANGES,
  toHueSaturation,
  type HueSaturationModelOptions,
} from './hueSaturationSliders';
import { LEAK, type LayerModel } from './layerModel';
import { rangeWeight, rangeWeightSlopes } from './rangeTrapezoid';

/** Photoshop's handles sit this much further round the wheel than their nominal angle. */
const HANDLE_SCALE = 1.002;

export function hueSaturationModel(options: HueSaturationModelOptions): LayerModel {
  const { freeHandles } = options;
  const parameters = hueSaturationSliders(options);
  const count = parameters.length;
  return {
    parameters,
    conditions: [],
    masterSaturation: 1,
    at: (values) => hueSaturationAt(Float64Array.from(values), count, freeHandles),
    toAdjustment: (values) => toHueSaturation(values, freeHandles),
  };
}

/** Chroma factor of a saturation slider. */
function gainOf(saturation: number): number {
  return saturation > 0 ? 1 / Math.max(1 - (saturation / 100) * (254 / 255), 1 / 128) : 1 + saturation / 100;
}

function gainSlope(saturation: number): number {
  if (saturation <= 0) return 1 / 100;
  const g = gainOf(saturation);
  return (g * g * (254 / 255)) / 100;
}

function hueSaturationAt(p: Float64Array, parameterCount: number, freeHandles: boolean) {
  const masterGain = gainOf(p[1]);
  const masterGainSlope = gainSlope(p[1]);
  const rangeGain = new Float64Array(RANGES);
  const rangeGainSlope = new Float64Array(RANGES);
  const handle = new Float64Array(4 * RANGES);
  for (let i = 0; i < RANGES; i++) {
    rangeGain[i] = gainOf(p[MASTER + 3 * i + 1]);
    rangeGainSlope[i] = gainSlope(p[MASTER + 3 * i + 1]);
    for (let k = 0; k < 4; k++) {
      const offset = freeHandles ? p[HANDLES_FROM + 4 * i + k] : HANDLES[k].neutral;
      // Nominal angles are 0…359, and the scale acts on them, not on the distance from the center.
      const nominal = (60 * i + offset + 360) % 360;
      handle[4 * i + k] = nominal * HANDLE_SCALE;
    }
  }
  const lightness = p[2] / 100;

  // State of the color at hand, shared by both functions below.
  const x = new Float64Array(3);
  const weight = new Float64Array(RANGES);
  let hue = 0;
  let max = 0;
  let min = 0;
  let maxAt = 0;
  let minAt = 0;
  let hueShift = 0;
  let rangeFactor = 0;
  let t = 0;

  const read = (source: Float64Array, i: number): void => {
    for (let c = 0; c < 3; c++) {
      const v = source[i + c];
      x[c] = lightness > 0 ? v + (1 - v) * lightness : v * (1 + lightness);
    }
    const [r, g, b] = x;
    maxAt = r >= g ? (r >= b ? 0 : 2) : g >= b ? 1 : 2;
    minAt = r <= g ? (r <= b ? 0 : 2) : g <= b ? 1 : 2;
    if (maxAt === minAt) minAt = (maxAt + 1) % 3;
    max = x[maxAt];
    min = x[minAt];
    const c0 = max - min;
    hue = 0;
    if (c0 > 1e-12) {
      if (maxAt === 0) hue = (g - b) / c0;
      else if (maxAt === 1) hue = (b - r) / c0 + 2;
      else hue = (r - g) / c0 + 4;
      if (hue < 0) hue += 6;
    }
    const deg = hue * 60;
    hueShift = p[0];
    rangeFactor = 1;
    t = 0;
    for (let k = 0; k < RANGES; k++) {
      const w = rangeWeight(handle, 4 * k, deg);
      weight[k] = w;
      if (w === 0) continue;
      hueShift += w * p[MASTER + 3 * k];
      rangeFactor = Math.max(rangeFactor + w * (rangeGain[k] - 1), 0);
      t += (w * p[MASTER + 3 * k + 2]) / 100;
      if (t > 1) t = 1;
      else if (t < -1) t = -1;
    }
  };

  const evaluate = (source: Float64Array, target: Float64Array, count: number): void => {
    for (let i = 0, end = 3 * count; i < end; i += 3) {
      read(source, i);
      const c0 = max - min;
      const sum = max + min + c0 * t;
      const chroma = Math.min(c0 * (1 - Math.abs(t)) * rangeFactor * masterGain, sum, 2 - sum);
      const low = (sum - chroma) / 2;
      const h = hue + hueShift / 60;
      target[i] = low + chroma * primary(h);
      target[i + 1] = low + chroma * primary(h + 4);
      target[i + 2] = low + chroma * primary(h + 2);
    }
  };

  const bySum = new Float64Array(3);
  const byChroma = new Float64Array(3);
  const byHue = new Float64Array(3);
  const byMax = new Float64Array(3);
  const byMin = new Float64Array(3);
  const slopes = new Float64Array(5);

  const differentiate = (
    source: Float64Array,
    index: number,
    byColor: Float64Array,
    byParameter: Float64Array,
  ): void => {
    read(source, 3 * index);
    byParameter.fill(0);
    const n = parameterCount;
    const c0 = max - min;
    const sum = max + min + c0 * t;
    const keep = 1 - Math.abs(t);
    const gain = rangeFactor * masterGain;
    const wanted = c0 * keep * gain;
    const room = Math.min(sum, 2 - sum);
    const clipped = wanted > room;
    const chroma = clipped ? room : wanted;
    const leak = clipped ? LEAK : 1;
    const roomSlope = clipped ? (sum < 1 ? 1 : -1) : 0;
    const h = hue + hueShift / 60;
    for (let c = 0; c < 3; c++) {
      const at = h + (c === 0 ? 0 : c === 1 ? 4 : 2);
      bySum[c] = 0.5;
      byChroma[c] = primary(at) - 0.5;
      byHue[c] = chroma * primarySlope(at);
    }
    // Derivatives of the inner quantities: chroma by gain, by t, by C₀; sum by t.
    const chromaByFactor = c0 * keep * masterGain * leak;
    const sumByT = c0;
    const chromaByT = -Math.sign(t) * c0 * gain * leak + roomSlope * sumByT;
    const chromaByC0 = keep * gain * leak;

    // What a change of hue does through the weights, in sextants.
    let shiftByHue = 0;
    let factorByHue = 0;
    let tByHue = 0;
    const rangeLeak = rangeFactor > 0 ? 1 : LEAK;
    const tLeak = Math.abs(t) < 1 ? 1 : LEAK;
    for (let k = 0; k < RANGES; k++) {
      if (weight[k] === 0) continue;
      const w = weight[k];
      const at = MASTER + 3 * k;
      const light = p[at + 2] / 100;
      rangeWeightSlopes(handle, 4 * k, hue * 60, slopes);
      shiftByHue += slopes[4] * p[at];
      factorByHue += slopes[4] * 60 * (rangeGain[k] - 1) * rangeLeak;
      tByHue += slopes[4] * 60 * light * tLeak;
      for (let c = 0; c < 3; c++) {
        const row = c * n;
        const byT = bySum[c] * sumByT + byChroma[c] * chromaByT;
        const byFactor = byChroma[c] * chromaByFactor;
        byParameter[row + at] = (byHue[c] * w) / 60;
        byParameter[row + at + 1] = byFactor * w * rangeGainSlope[k] * rangeLeak;
        byParameter[row + at + 2] = (byT * w * tLeak) / 100;
        if (freeHandles) {
          const byWeight =
            (byHue[c] * p[at]) / 60 + byFactor * (rangeGain[k] - 1) * rangeLeak + byT * light * tLeak;
          for (let j = 0; j < 4; j++) {
            byParameter[row + HANDLES_FROM + 4 * k + j] = byWeight * slopes[j] * HANDLE_SCALE;
          }
        }
      }
    }
    const inverse = c0 > 1e-6 ? 1 / c0 : 0;
    // hue = base ± (mid − min)/C₀
    const midAt = 3 - maxAt - minAt;
    const midPart = (x[midAt] - min) * inverse;
    const sign = (maxAt + 1) % 3 === midAt ? 1 : -1;
    const lightSlope = lightness > 0 ? 1 - lightness : 1 + lightness;
    for (let c = 0; c < 3; c++) {
      const byT = bySum[c] * sumByT + byChroma[c] * chromaByT;
      const byHueAll =
        byHue[c] * (1 + shiftByHue) + byChroma[c] * chromaByFactor * factorByHue + byT * tByHue;
      const byC0 = byChroma[c] * chromaByC0;
      const direct = bySum[c] + byChroma[c] * roomSlope;
      byMax[c] = direct * (1 + t) + byC0 - byHueAll * sign * midPart * inverse;
      byMin[c] = direct * (1 - t) - byC0 + byHueAll * sign * (midPart - 1) * inverse;
      const byMid = byHueAll * sign * inverse;
      byColor[3 * c + maxAt] = byMax[c] * lightSlope;
      byColor[3 * c + minAt] = byMin[c] * lightSlope;
      byColor[3 * c + midAt] = byMid * lightSlope;
      const row = c * n;
      byParameter[row] = byHue[c] / 60;
      byParameter[row + 1] = byChroma[c] * c0 * keep * rangeFactor * masterGainSlope * leak;
      let byLightness = 0;
      for (let k = 0; k < 3; k++) {
        const v = source[3 * index + k];
        const d = k === maxAt ? byMax[c] : k === minAt ? byMin[c] : byMid;
        byLightness += d * (lightness > 0 ? 1 - v : v);
      }
      byParameter[row + 2] = byLightness / 100;
    }
  };
  return { evaluate, differentiate };
}

/** How much of the red primary a hue (in sextants) holds: 1 around 0, 0 around 3. */
function primary(h: number): number {
  const m = h - 6 * Math.floor(h / 6);
  const v = Math.abs(m - 3) - 1;
  return v < 0 ? 0 : v > 1 ? 1 : v;
}

function primarySlope(h: number): number {
  const m = h - 6 * Math.floor(h / 6);
  const v = Math.abs(m - 3) - 1;
  if (v <= 0 || v >= 1) return 0;
  return m < 3 ? -1 : 1;
}
