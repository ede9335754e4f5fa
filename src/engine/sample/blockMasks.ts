/**
 * Places whose colors say little about the film, whatever their correspondence: what is clipped, what is nearly black
 * (flare, scanner noise and whole levels decide there), what is a mirror of a lamp (it moves between two exposures), what
 * has structure inside a block (averages over an edge are colors that nobody saw), and, where asked for, the sky.
 */
import type { BlockStatistics } from './measureBlocks';
import { findSky } from './findSky';

export interface MaskOptions {
  /** Leave the sky out: clouds move between two exposures, and polarized or graduated filters darken it. @default false */
  readonly sky?: boolean;
}

/** Share of the covered blocks that each mask concerns, in [0, 1]; a block may lie in several. */
export interface MaskedShares {
  readonly clipped: number;
  readonly shadows: number;
  readonly highlights: number;
  readonly structure: number;
  /** Null when the sky was not looked for. */
  readonly sky: number | null;
}

export interface BlockMasks {
  /** Factor in [0, 1] a block. */
  readonly factor: Float32Array;
  readonly shares: MaskedShares;
}

const MAX_CLIPPED_SHARE = 0.02;
const CLIPPED_FACTOR = 0.15;
/** Encoded mean of the brightest channel below which a block is nearly black: 0.2 % of the light. */
const SHADOW = 0.03;
const SHADOW_FACTOR = 0.3;
/** A specular highlight is this bright, and so much brighter than what surrounds it. */
const HIGHLIGHT = 0.8;
const HIGHLIGHT_STEP = 0.3;
const HIGHLIGHT_FACTOR = 0.15;
const HIGHLIGHT_REACH = 2;
/** Encoded deviation inside a block, above the noise of the picture, from which on a block is rejected. */
const STRUCTURE = 0.1;
/** Where hardly a block is calm (grass, gravel), the calmest must do: structure costs weight, but nothing is rejected. */
const MIN_CALM_SHARE = 0.3;

/** @param texture variance inside each block of both pictures, each above its own noise */
export function maskBlocks(
  blocks: BlockStatistics,
  texture: Float32Array,
  options: MaskOptions = {},
): BlockMasks {
  const { columns, rows, coverage, clippedShare, digitalMean, filmMean } = blocks;
  const total = columns * rows;
  const factor = new Float32Array(total).fill(1);
  const covered = coverage.reduce((sum, share) => sum + (share > 0 ? 1 : 0), 0);
  const brightness = Float32Array.from({ length: total }, (_, block) => brightest(digitalMean, block));
  const apply = (isMasked: (block: number) => boolean, masked: number): number => {
    let found = 0;
    for (let block = 0; block < total; block++) {
      if (coverage[block] === 0 || !isMasked(block)) continue;
      factor[block] *= masked;
      found++;
    }
    return covered > 0 ? found / covered : 0;
  };
  const isStructured = (block: number): boolean => texture[block] > STRUCTURE ** 2;
  let calm = 0;
  for (let block = 0; block < total; block++) if (coverage[block] > 0 && !isStructured(block)) calm++;
  const sky = options.sky ? findSky(blocks) : null;
  return {
    factor,
    shares: {
      clipped: apply((block) => clippedShare[block] > MAX_CLIPPED_SHARE, CLIPPED_FACTOR),
      shadows: apply(
        (block) => brightness[block] < SHADOW || brightest(filmMean, block) < SHADOW,
        SHADOW_FACTOR,
      ),
      highlights: apply((block) => isHighlight(blocks, brightness, block), HIGHLIGHT_FACTOR),
      structure: calm >= MIN_CALM_SHARE * covered ? apply(isStructured, 0) : 0,
      sky: sky && apply((block) => sky[block] === 1, 0),
    },
  };
}

function brightest(means: Float32Array, block: number): number {
  return Math.max(means[3 * block], means[3 * block + 1], means[3 * block + 2]);
}

/** Much brighter than the middle of the blocks around it: lamps, and their mirror images on metal, glass and water. */
function isHighlight(
  { columns, rows, coverage }: BlockStatistics,
  brightness: Float32Array,
  block: number,
): boolean {
  if (brightness[block] < HIGHLIGHT) return false;
  const x = block % columns;
  const y = Math.floor(block / columns);
  const around: number[] = [];
  for (let v = Math.max(0, y - HIGHLIGHT_REACH); v <= Math.min(rows - 1, y + HIGHLIGHT_REACH); v++) {
    for (let u = Math.max(0, x - HIGHLIGHT_REACH); u <= Math.min(columns - 1, x + HIGHLIGHT_REACH); u++) {
      const other = v * columns + u;
      if (other !== block && coverage[other] > 0) around.push(brightness[other]);
    }
  }
  around.sort((a, b) => a - b);
  return around.length > 0 && brightness[block] - around[around.length >> 1] > HIGHLIGHT_STEP;
}
