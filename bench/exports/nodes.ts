/** What a table of so many nodes costs the look, whatever the format: our own reader on random colors, of full scale. */
import { createLutMapper } from '../../src/engine/render/applyLut';
import { bakeLut } from '../../src/engine/render/bakeLut';
import { createLookMapper } from '../../src/engine/render/renderLook';
import { createRandom } from '../../test/support/createRandom';
import { LOOK } from './proof';

const COLORS = 50_000;
/** Of .cube and device links, and of Hald pictures of level 8 and 12. */
export const NODES = [17, 33, 64, 65, 144] as const;

export interface NodesCost {
  readonly mean: number;
  /** 99 of 100 values are below. */
  readonly p99: number;
  readonly max: number;
}

export function costOfNodes(size: number): NodesCost {
  const random = createRandom(5);
  const colors = Float32Array.from({ length: 3 * COLORS }, random);
  const wanted = new Float32Array(colors.length);
  const found = new Float32Array(colors.length);
  createLookMapper(LOOK)(colors, wanted, COLORS);
  createLutMapper(bakeLut(LOOK, size))(colors, found, COLORS);
  const errors = wanted.map((value, i) => Math.abs(value - found[i])).sort();
  return {
    mean: errors.reduce((sum, error) => sum + error, 0) / errors.length,
    p99: errors[Math.floor(0.99 * errors.length)],
    max: errors[errors.length - 1],
  };
}
