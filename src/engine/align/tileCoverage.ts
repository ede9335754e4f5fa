/**
 * How much of the overlap the agreeing tiles vouch for: a mapping that is held in one corner can be right there and
 * far off elsewhere.
 */
import { isInQuad } from './frameQuad';
import type { GrayPair } from './prepareLevel';
import type { RefinedLevel } from './refineLevel';
import { filmPosition } from './localWarp';

const NODES = 16;
/** A tile vouches for what lies within this share of the overlap's size. */
const REACH = 0.14;

/** Share of the overlap within reach of an agreeing tile, in [0, 1]. */
export function tileCoverage(pair: GrayPair, level: RefinedLevel): number {
  const { width, height } = pair.digital;
  const inside: [number, number][] = [];
  for (let row = 0; row < NODES; row++) {
    for (let column = 0; column < NODES; column++) {
      const x = ((column + 0.5) / NODES) * width;
      const y = ((row + 0.5) / NODES) * height;
      if (isInQuad(pair.frame, ...filmPosition(level, x, y))) inside.push([x, y]);
    }
  }
  if (inside.length === 0) return 0;
  const reach = REACH * Math.max(width, height) * Math.sqrt(inside.length / (NODES * NODES));
  const { points, agrees } = level;
  const covered = inside.filter(([x, y]) => {
    for (let i = 0; i < points.count; i++) {
      if (agrees[i] && Math.hypot(points.digitalX[i] - x, points.digitalY[i] - y) < reach) return true;
    }
    return false;
  });
  return covered.length / inside.length;
}
