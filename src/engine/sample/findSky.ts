/** The sky of a landscape: calm blocks of a sky's color that hang together with the top of the picture. */
import { createRgbToOklab } from '../color/oklab';
import type { BlockStatistics } from './measureBlocks';

/** OKLab of skies by day: blue and bright, or nearly white. */
const BLUE_HUES_DEG = { from: 200, to: 295 } as const;
const MIN_BLUE_CHROMA = 0.02;
const MIN_BLUE_LIGHTNESS = 0.45;
const MIN_WHITE_LIGHTNESS = 0.8;
const MAX_WHITE_CHROMA = 0.035;
/** Encoded deviation inside a block of the digital photo; clouds have less, branches against the sky more. */
const MAX_DEVIATION = 0.04;

/** @returns 1 for every block of the sky of the digital photo, else 0 */
export function findSky({
  columns,
  rows,
  coverage,
  digitalMean,
  digitalVariance,
  space,
}: BlockStatistics): Uint8Array {
  const toOklab = createRgbToOklab(space);
  const lab = new Float64Array(3);
  const isSkyLike = (block: number): boolean => {
    if (coverage[block] === 0 || digitalVariance[block] > MAX_DEVIATION ** 2) return false;
    toOklab(digitalMean[3 * block], digitalMean[3 * block + 1], digitalMean[3 * block + 2], lab, 0);
    const [lightness, a, b] = lab;
    const chroma = Math.hypot(a, b);
    if (lightness > MIN_WHITE_LIGHTNESS && chroma < MAX_WHITE_CHROMA) return true;
    const hueDeg = ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
    const isBlue = hueDeg > BLUE_HUES_DEG.from && hueDeg < BLUE_HUES_DEG.to;
    return isBlue && chroma > MIN_BLUE_CHROMA && lightness > MIN_BLUE_LIGHTNESS;
  };
  const sky = new Uint8Array(columns * rows);
  const waiting: number[] = [];
  const visit = (block: number): void => {
    if (sky[block] === 1 || !isSkyLike(block)) return;
    sky[block] = 1;
    waiting.push(block);
  };
  // The film frame may not reach the top of the photo: the first covered block of each column counts as the top.
  for (let x = 0; x < columns; x++) {
    let y = 0;
    while (y < rows && coverage[y * columns + x] === 0) y++;
    if (y < rows) visit(y * columns + x);
  }
  for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
    const x = block % columns;
    if (x > 0) visit(block - 1);
    if (x + 1 < columns) visit(block + 1);
    if (block >= columns) visit(block - columns);
    if (block + columns < columns * rows) visit(block + columns);
  }
  return sky;
}
