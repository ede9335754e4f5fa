/** How far a written file is from the look that it was made from: ΔE2000 over colors spread through the whole cube. */
import { createRgbToLab } from '../../engine/color/lab';
import type { RgbSpaceId } from '../../engine/color/rgbSpace';
import type { Look } from '../../engine/look';
import { deltaE2000 } from '../../engine/metrics/deltaE';
import { summarize } from '../../engine/metrics/summarize';
import { createLookMapper } from '../../engine/render/renderLook';

export interface DeltaESummary {
  readonly mean: number;
  readonly median: number;
  readonly p95: number;
  readonly max: number;
}

export interface RoundTrip {
  readonly deltaE2000: DeltaESummary;
}

/** Maps `count` interleaved colors in place of the look's own arithmetic. */
export type ColorMapper = (source: Float32Array, target: Float32Array, count: number) => void;

/** Colors off the nodes of any lattice in use, so that interpolation is measured too. */
const COLORS_PER_AXIS = 14;

/** @param written what the file does to colors in the look's own space */
export function measureRoundTrip(look: Look, written: ColorMapper): RoundTrip {
  return compareMappers(look.space, createLookMapper(look), written);
}

/** Both map encoded colors of `space` to encoded colors of `space`. */
export function compareMappers(space: RgbSpaceId, expected: ColorMapper, written: ColorMapper): RoundTrip {
  const colors = probeColors();
  const count = colors.length / 3;
  const wanted = new Float32Array(colors.length);
  const found = new Float32Array(colors.length);
  expected(colors, wanted, count);
  written(colors, found, count);
  const toLab = createRgbToLab(space);
  const lab = new Float64Array(6);
  const differences = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    toLab(wanted[3 * i], wanted[3 * i + 1], wanted[3 * i + 2], lab, 0);
    toLab(found[3 * i], found[3 * i + 1], found[3 * i + 2], lab, 3);
    differences[i] = deltaE2000(lab[0], lab[1], lab[2], lab[3], lab[4], lab[5]);
  }
  return { deltaE2000: summarize(differences) };
}

function probeColors(): Float32Array {
  const n = COLORS_PER_AXIS;
  const colors = new Float32Array(3 * n ** 3);
  for (let i = 0; i < n ** 3; i++) {
    colors[3 * i] = ((i % n) + 0.37) / n;
    colors[3 * i + 1] = ((Math.floor(i / n) % n) + 0.53) / n;
    colors[3 * i + 2] = (Math.floor(i / n ** 2) + 0.61) / n;
  }
  return colors;
}
