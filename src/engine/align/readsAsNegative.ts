/** Which polarity a film picture has when it is known where it lies: the sign of its tones' correlation. */
import type { Homography } from './alignment';
import { isInQuad } from './frameQuad';
import { applyHomography, invertHomography } from './homography';
import type { GrayPair } from './prepareLevel';
import { resizePlane } from '../image/resizeArea';

/** Sizes of the comparison: mostly the large tones. */
const NODES = 48;

/** Whether dark is light in the film: its tones fall where the digital picture's rise. */
export function readsAsNegative({ film, digital, frame }: GrayPair, filmToDigital: Homography): boolean {
  const smallFilm = resizePlane(film, NODES, NODES);
  const smallDigital = resizePlane(digital, NODES, NODES);
  const toFilm = invertHomography(filmToDigital);
  let [n, sx, sy, sxy] = [0, 0, 0, 0];
  for (let row = 0; row < NODES; row++) {
    for (let column = 0; column < NODES; column++) {
      const [x, y] = applyHomography(
        toFilm,
        ((column + 0.5) * digital.width) / NODES,
        ((row + 0.5) * digital.height) / NODES,
      );
      if (!isInQuad(frame, x, y)) continue;
      const i = Math.min(NODES - 1, Math.max(0, Math.floor((x * NODES) / film.width)));
      const j = Math.min(NODES - 1, Math.max(0, Math.floor((y * NODES) / film.height)));
      const a = smallDigital.data[row * NODES + column];
      const b = smallFilm.data[j * NODES + i];
      n++;
      sx += a;
      sy += b;
      sxy += a * b;
    }
  }
  return n * sxy < sx * sy;
}
