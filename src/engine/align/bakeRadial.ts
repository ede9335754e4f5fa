/** A lens's radial term as the coefficients of a local warp, so that one kind of displacement serves for everything. */
import type { Homography, LocalWarp } from './alignment';
import { Correspondences } from './correspondences';
import type { RadialTerm } from './fitHomography';
import { fitLocalWarp } from './fitLocalWarp';
import { applyHomography } from './homography';

const NODES = 24;
/** The term is sampled somewhat beyond the film's frame: ρ = 1 is its corner. */
const REACH = 1.1;

/** `cells` on the long edge of a digital picture of this size. */
export function bakeRadial(
  radial: RadialTerm,
  filmToDigital: Homography,
  width: number,
  height: number,
  cells: number,
): LocalWarp | null {
  const points = new Correspondences(NODES * NODES);
  for (let row = 0; row < NODES; row++) {
    for (let column = 0; column < NODES; column++) {
      const dx = REACH * radial.centerX * ((2 * column) / (NODES - 1) - 1);
      const dy = REACH * radial.centerY * ((2 * row) / (NODES - 1) - 1);
      const bend = 1 + (radial.k * (dx * dx + dy * dy)) / radial.radiusPx ** 2;
      const x = radial.centerX + dx;
      const y = radial.centerY + dy;
      const [u, v] = applyHomography(filmToDigital, radial.centerX + bend * dx, radial.centerY + bend * dy);
      if (u > -0.1 * width && v > -0.1 * height && u < 1.1 * width && v < 1.1 * height)
        points.add(x, y, u, v);
    }
  }
  return fitLocalWarp(
    points,
    filmToDigital,
    { width, height, cells, smoothness: 1e-4, cutoffPx: Infinity, iterations: 1 },
    null,
  );
}
