/**
 * How far single samples scatter about a fitted look, as a robust deviation of one of three outputs in ΔE2000: grain,
 * noise and misregistration that are left in block means. Colors of one cell share part of it, and a fold of a
 * cross-validation does too, so that only the samples themselves show it.
 */
import type { ColorSamples } from '../sample/colorSamples';
import type { Task } from '../task';
import { mapColors, type LookPosterior } from './lookPosterior';
import { FRAME_VALUES, createPerceptualFrame } from './perceptualFrame';

const MAX_SAMPLES = 900;
/** Median length of a normal vector of three components with deviation 1. */
const MEDIAN_LENGTH = 1.54;

export function* measureScatter(pairs: readonly ColorSamples[], posterior: LookPosterior): Task<number> {
  const frameAt = createPerceptualFrame(posterior.space);
  const frame = new Float64Array(FRAME_VALUES);
  const lengths: number[] = [];
  for (const { count, digital, film } of pairs) {
    const stride = Math.max(1, Math.ceil((count * pairs.length) / MAX_SAMPLES));
    const chosen = Float32Array.from({ length: 3 * Math.floor(count / stride) }, (_, i) => {
      return digital[3 * stride * Math.floor(i / 3) + (i % 3)];
    });
    const mapped = new Float64Array(chosen.length);
    yield* mapColors(posterior, chosen, mapped, chosen.length / 3);
    for (let i = 0; i < chosen.length / 3; i++) {
      const at = 3 * stride * i;
      frameAt(film, at, frame, 0);
      let energy = 0;
      for (let output = 0; output < 3; output++) {
        let seen = 0;
        for (let c = 0; c < 3; c++) seen += frame[3 * output + c] * (film[at + c] - mapped[3 * i + c]);
        energy += seen * seen;
      }
      lengths.push(Math.sqrt(energy));
    }
  }
  const sorted = Float64Array.from(lengths).sort();
  return sorted.length > 0 ? sorted[sorted.length >> 1] / MEDIAN_LENGTH : 0;
}
