/**
 * Corresponding colors of a registered pair: means over small blocks of both pictures.
 *
 * Single pixels carry grain, scanner blur and what is left of misregistration; all three are errors in the *input* of
 * the fit as well and would pull every fitted color toward gray. Means over blocks without structure do not. A block
 * with texture, an edge, dust or a mismatch counts less: weight 1 / (1 + (texture + gradient / 2) / s₀²). What else is
 * to be trusted less or not at all, blockMasks.ts knows.
 */
import type { Plane, RgbImage } from '../image/rgbImage';
import type { Task } from '../task';
import { UserError } from '../userError';
import { maskBlocks, type MaskOptions } from './blockMasks';
import { measureBlocks, type BlockStatistics } from './measureBlocks';
import type { ColorSamples } from './colorSamples';

/** Blocks along the long edge; 6 px at 960 px measured best, a little less or more does no harm. */
const BLOCKS_ALONG_LONG_EDGE = 160;
/** s₀: the encoded deviation inside a block that halves its weight. */
const STRUCTURE_SCALE = 0.012;
/** A picture's own grain and noise: the variance that its calmest blocks have is no structure. */
const NOISE_FLOOR_QUANTILE = 0.05;
const MIN_SAMPLES = 24;

/**
 * @param digital the digital photo
 * @param film the film frame on the digital photo's pixels
 * @param reliability how far each pixel's correspondence is to be trusted, in [0, 1]
 * @returns one sample a block, at most about 160 × 160; weights in (0, 1]
 * @throws UserError `fit.too-few-samples` when hardly anything is covered by both pictures
 * @throws RangeError when sizes or spaces differ
 */
export function* sampleColors(
  digital: RgbImage,
  film: RgbImage,
  reliability: Plane,
  options: MaskOptions = {},
): Task<ColorSamples> {
  requireSameGrid(digital, film, reliability);
  const { width, height } = digital;
  const sizePx = Math.max(1, Math.round(Math.max(width, height) / BLOCKS_ALONG_LONG_EDGE));
  const blocks = yield* measureBlocks(digital, film, reliability, sizePx);
  const digitalFloor = quantile(blocks.digitalVariance, blocks.coverage, NOISE_FLOOR_QUANTILE);
  const filmFloor = quantile(blocks.filmVariance, blocks.coverage, NOISE_FLOOR_QUANTILE);

  const total = blocks.columns * blocks.rows;
  const texture = Float32Array.from({ length: total }, (_, block) => {
    return (
      Math.max(0, blocks.digitalVariance[block] - digitalFloor) +
      Math.max(0, blocks.filmVariance[block] - filmFloor)
    );
  });
  const masks = maskBlocks(blocks, texture, options);
  const samples = {
    digital: new Float32Array(3 * total),
    film: new Float32Array(3 * total),
    weight: new Float32Array(total),
    position: new Float32Array(2 * total),
  };
  const halfLongEdge = Math.max(width, height) / 2;
  let count = 0;
  for (let block = 0; block < total; block++) {
    if (blocks.coverage[block] === 0 || masks.factor[block] === 0) continue;
    const structure = (texture[block] + gradientAt(blocks, block) / 2) / STRUCTURE_SCALE ** 2;
    for (let c = 0; c < 3; c++) {
      samples.digital[3 * count + c] = blocks.digitalMean[3 * block + c];
      samples.film[3 * count + c] = blocks.filmMean[3 * block + c];
    }
    samples.weight[count] = (blocks.coverage[block] * masks.factor[block]) / (1 + structure);
    samples.position[2 * count] = (((block % blocks.columns) + 0.5) * sizePx - width / 2) / halfLongEdge;
    samples.position[2 * count + 1] =
      ((Math.floor(block / blocks.columns) + 0.5) * sizePx - height / 2) / halfLongEdge;
    count++;
  }
  if (count < MIN_SAMPLES) throw new UserError('fit.too-few-samples', { found: count, needed: MIN_SAMPLES });
  return {
    count,
    digital: samples.digital.slice(0, 3 * count),
    film: samples.film.slice(0, 3 * count),
    weight: samples.weight.slice(0, count),
    position: samples.position.slice(0, 2 * count),
    space: digital.space,
    masked: masks.shares,
  };
}

/** Mean squared step to the neighbouring blocks, of both pictures: an edge that the inside of the block may not show. */
function gradientAt(blocks: BlockStatistics, block: number): number {
  const { columns, rows, coverage, digitalMean, filmMean } = blocks;
  const x = block % columns;
  const y = Math.floor(block / columns);
  const neighbours = [x > 0 ? block - 1 : -1, x + 1 < columns ? block + 1 : -1];
  neighbours.push(y > 0 ? block - columns : -1, y + 1 < rows ? block + columns : -1);
  let sum = 0;
  let found = 0;
  for (const other of neighbours) {
    if (other < 0 || coverage[other] === 0) continue;
    found++;
    for (let c = 0; c < 3; c++) {
      sum += (digitalMean[3 * block + c] - digitalMean[3 * other + c]) ** 2 / 3;
      sum += (filmMean[3 * block + c] - filmMean[3 * other + c]) ** 2 / 3;
    }
  }
  // A step between block means shows a quarter of its square inside each of the two blocks.
  return found > 0 ? sum / found / 4 : 0;
}

function quantile(values: Float32Array, coverage: Float32Array, share: number): number {
  const known = values.filter((_, i) => coverage[i] > 0).sort();
  return known.length > 0 ? known[Math.floor(share * (known.length - 1))] : 0;
}

function requireSameGrid(digital: RgbImage, film: RgbImage, reliability: Plane): void {
  for (const other of [film, reliability]) {
    if (other.width !== digital.width || other.height !== digital.height) {
      throw new RangeError(
        `Expected everything on the digital picture's ${digital.width}×${digital.height} pixels, got ${other.width}×${other.height}.`,
      );
    }
  }
  if (film.space !== digital.space) {
    throw new RangeError(`Expected both pictures in one space, got ${film.space} and ${digital.space}.`);
  }
}
