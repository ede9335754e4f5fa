import { createRgbToOklab } from '../color/oklab';
import type { ColorBins } from './colorBins';

/** Cells of OKLab this large share a fold. */
const CELL = 0.07;

/** Assigns every bin to one of `folds` groups such that neighbouring colors stay together. */
export function colorClusters(bins: ColorBins, folds: number): Uint8Array {
  const toOklab = createRgbToOklab(bins.space);
  const lab = new Float64Array(3);
  const result = new Uint8Array(bins.count);
  for (let i = 0; i < bins.count; i++) {
    toOklab(bins.digital[3 * i], bins.digital[3 * i + 1], bins.digital[3 * i + 2], lab, 0);
    let hash = 0x811c9dc5;
    for (let c = 0; c < 3; c++) hash = Math.imul(hash ^ (Math.floor(lab[c] / CELL) + 64), 0x01000193);
    hash ^= hash >>> 15;
    result[i] = (hash >>> 0) % folds;
  }
  return result;
}
