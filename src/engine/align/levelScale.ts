/** How large a level of the refinement is: by how much of the digital picture the film covers. */
import type { Homography } from './alignment';
import type { FrameQuad } from './frameQuad';
import { applyHomography, localScale } from './homography';
import type { GrayPair } from './prepareLevel';

/** Scale at which the overlap's bounding box has the wanted long edge; never finer than either picture's own pixels. */
export function levelScale(pair: GrayPair, h: Homography, longEdgePx: number): number {
  const corners = frameOnDigital(pair.frame, h);
  const { width, height } = pair.digital;
  const clamp = (value: number, high: number): number => Math.min(high, Math.max(0, value));
  const xs = corners.map(([x]) => clamp(x, width));
  const ys = corners.map(([, y]) => clamp(y, height));
  const long = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys), 1);
  const zoom = localScale(h, pair.film.width / 2, pair.film.height / 2);
  return Math.min(1, longEdgePx / long, 1.4 / zoom);
}

/** Corners of the film frame on the digital picture. */
export function frameOnDigital(frame: FrameQuad, h: Homography): [number, number][] {
  return frame.map(([x, y]) => applyHomography(h, x, y));
}
