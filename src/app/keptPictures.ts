import { fitLongEdge, resizeArea, resizePlane } from '../engine/image/resizeArea';
import type { RegisteredPictures } from '../engine/measureStyle';
import type { Evidence, MatchFindings } from './evidence';

/** Enough to compare colors on, and a quarter of the memory. */
const LONG_EDGE_PX = 600;

/** The pictures of a match. */
export type KeptPictures = Omit<Evidence, keyof MatchFindings>;

/** @param registered every pair that the look was learned from; the last one is shown, the others are for comparing models */
export function keptPictures(registered: readonly RegisteredPictures[]): KeptPictures {
  const last = registered.length - 1;
  return { ...registered[last], otherPairs: registered.slice(0, last).map(smallPictures) };
}

function smallPictures({ digital, registeredFilm, reliability }: RegisteredPictures): RegisteredPictures {
  const { width, height } = fitLongEdge(digital.width, digital.height, LONG_EDGE_PX);
  return {
    digital: resizeArea(digital, width, height),
    registeredFilm: resizeArea(registeredFilm, width, height),
    reliability: resizePlane(reliability, width, height),
  };
}
