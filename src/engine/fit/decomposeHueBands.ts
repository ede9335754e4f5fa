/**
 * Hue bands and saturation curve of a look: what OKLCh hue, chroma and lightness still have to do after the curves.
 * Linear least squares in triangular bases around the hue circle and along chroma, over the nodes of the mapping.
 */
import { createRgbToOklab } from '../color/oklab';
import {
  HUE_BAND_COUNT,
  LOOK_RANGES,
  SATURATION_MAX_CHROMA,
  SATURATION_SAMPLES,
  type HueBand,
  type Look,
  type LookRange,
} from '../look';
import { NormalEquations } from '../math/normalEquations';
import { createLookMapper } from '../render/renderLook';
import type { ColorMapping } from './decomposeLook';

/** Chroma below this has no hue worth fitting. */
const MIN_CHROMA = 0.015;
/** Chroma that photos reach often; stronger colors count less. */
const NATURAL_CHROMA = 0.16;

export function decomposeHueBands(
  { values, size, space }: ColorMapping,
  colors: Float32Array,
  look: Look,
): Pick<Look, 'hueBands' | 'saturation'> {
  const toOklab = createRgbToOklab(space);
  const map = createLookMapper(look, { parametricOnly: true });
  const chromaFit = new NormalEquations(HUE_BAND_COUNT + SATURATION_SAMPLES);
  const shiftFit = new NormalEquations(HUE_BAND_COUNT);
  const lightnessFit = new NormalEquations(HUE_BAND_COUNT);
  const row = new Float64Array(HUE_BAND_COUNT + SATURATION_SAMPLES);
  const color = new Float64Array(3);
  const from = new Float64Array(3);
  const to = new Float64Array(3);
  const stride = size > 17 ? 2 : 1;
  for (let b = 0; b < size; b += stride) {
    for (let g = 0; g < size; g += stride) {
      for (let r = 0; r < size; r += stride) {
        const i = 3 * (r + size * (g + size * b));
        color.set(colors.subarray(i, i + 3));
        map(color, color, 1);
        toOklab(color[0], color[1], color[2], from, 0);
        toOklab(values[i], values[i + 1], values[i + 2], to, 0);
        const chroma = Math.hypot(from[1], from[2]);
        if (chroma < MIN_CHROMA) continue;
        const target = Math.hypot(to[1], to[2]);
        const weight = chroma * chroma * Math.exp(-((chroma / NATURAL_CHROMA) ** 2));
        row.fill(0);
        addTent(
          row,
          0,
          HUE_BAND_COUNT,
          (Math.atan2(from[2], from[1]) / (2 * Math.PI)) * HUE_BAND_COUNT,
          true,
        );
        lightnessFit.add(row, (to[0] - from[0]) / chroma, weight);
        if (target > MIN_CHROMA / 2) {
          const turn = Math.atan2(to[2] * from[1] - to[1] * from[2], to[1] * from[1] + to[2] * from[2]);
          shiftFit.add(row, (turn * 180) / Math.PI, weight);
        }
        const along = Math.min(1, chroma / SATURATION_MAX_CHROMA) * (SATURATION_SAMPLES - 1);
        addTent(row, HUE_BAND_COUNT, SATURATION_SAMPLES, along, false);
        chromaFit.add(row, Math.log(Math.max(0.05, Math.min(4, target / chroma))), weight);
      }
    }
  }
  const gains = chromaFit.solve(1e-3);
  const shifts = shiftFit.solve(1e-3);
  const lightnesses = lightnessFit.solve(1e-3);
  const hueBands: HueBand[] = Array.from({ length: HUE_BAND_COUNT }, (_, band) => ({
    hueDeg: (360 * band) / HUE_BAND_COUNT,
    shiftDeg: within(shifts[band], LOOK_RANGES.hueShiftDeg),
    chroma: within(Math.exp(gains[band]), LOOK_RANGES.chroma),
    lightness: within(lightnesses[band], LOOK_RANGES.bandLightness),
  }));
  const saturation = Array.from({ length: SATURATION_SAMPLES }, (_, k) =>
    within(Math.exp(gains[HUE_BAND_COUNT + k]), LOOK_RANGES.chroma),
  );
  return { hueBands, saturation };
}

function within(value: number, range: LookRange): number {
  return Math.max(range.min, Math.min(range.max, value));
}

/** Adds the two triangular weights around `position` to `row` from `offset` on. */
function addTent(
  row: Float64Array,
  offset: number,
  count: number,
  position: number,
  isCircle: boolean,
): void {
  const turned = isCircle ? position - Math.floor(position / count) * count : position;
  const lower = Math.min(isCircle ? count - 1 : count - 2, Math.floor(turned));
  const mix = turned - lower;
  row[offset + lower] += 1 - mix;
  row[offset + ((lower + 1) % count)] += mix;
}
