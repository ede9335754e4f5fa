import type { GrainModel } from '../look';

/**
 * Size of the grain on the film, in micrometers.
 * @param frameMm long edge of what the picture shows of the film: 36 for a whole 35 mm frame
 */
export function grainSizeUm({ sizePx, analysedLongEdgePx }: GrainModel, frameMm: number): number {
  return (1000 * frameMm * sizePx) / analysedLongEdgePx;
}
