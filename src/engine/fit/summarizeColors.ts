/**
 * ΔE2000 between rendered colors and the film of a pair, over cells of color: a wall counts no more than a flower.
 * Inside a cell the colors are averaged first, so that grain is no error of the look.
 */
import { createRgbToLab } from '../color/lab';
import { deltaE2000 } from '../metrics/deltaE';
import type { DifferenceSummary } from '../metrics/differenceSummary';
import { summarize } from '../metrics/summarize';
import type { ColorSamples } from '../sample/colorSamples';
import { binSamples } from './binSamples';

/** @param rendered 3 encoded values a sample */
export function summarizeColors(samples: ColorSamples, rendered: ArrayLike<number>): DifferenceSummary {
  const keyed = binSamples([samples], { values: [rendered] });
  const toLab = createRgbToLab(samples.space);
  const lab = new Float64Array(6);
  const differences = Float32Array.from({ length: keyed.count }, (_, i) => {
    toLab(keyed.film[3 * i], keyed.film[3 * i + 1], keyed.film[3 * i + 2], lab, 0);
    toLab(keyed.digital[3 * i], keyed.digital[3 * i + 1], keyed.digital[3 * i + 2], lab, 3);
    return deltaE2000(lab[0], lab[1], lab[2], lab[3], lab[4], lab[5]);
  });
  return summarize(differences, Float32Array.from(keyed.weight));
}
