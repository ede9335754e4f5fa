import { fitLongEdge, resizeArea, resizePlane } from '../engine/image/resizeArea';
import type { RegisteredPictures } from '../engine/measureStyle';

/** Enough to compare colors on, and a quarter of the memory. */
const LONG_EDGE_PX = 600;

/** A pair that is not shown, kept for comparing models. */
export function smallPictures({
  digital,
  registeredFilm,
  reliability,
}: RegisteredPictures): RegisteredPictures {
  const { width, height } = fitLongEdge(digital.width, digital.height, LONG_EDGE_PX);
  return {
    digital: resizeArea(digital, width, height),
    registeredFilm: resizeArea(registeredFilm, width, height),
    reliability: resizePlane(reliability, width, height),
  };
}
