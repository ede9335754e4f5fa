/** What can be told from a scan alone, before anything is matched: whether it is a negative, and where the picture lies. */
import { findPictureArea } from '../engine/align/findPictureArea';
import type { RgbImage } from '../engine/image/rgbImage';
import { stretchedLuma } from '../engine/image/stretchedLuma';
import { runToEnd } from '../engine/task';
import { recognizeNegative } from '../engine/negative/recognizeNegative';

export interface FilmScan {
  /** Whether there is an orange mask. Without one the pair has to tell. */
  readonly isMasked: boolean;
  /** Corners of the picture inside its border, clockwise from the top left, in shares of the scan; null without a border. */
  readonly crop: readonly (readonly [x: number, y: number])[] | null;
}

export function inspectScan(scan: RgbImage): FilmScan {
  const { width, height } = scan;
  const corners = runToEnd(findPictureArea(runToEnd(stretchedLuma(scan, 'preview')), 'preview'));
  const isWhole = corners[0][0] === 0 && corners[0][1] === 0 && corners[2][0] === width - 1;
  return {
    isMasked: recognizeNegative(scan) !== null,
    crop: isWhole && corners[2][1] === height - 1 ? null : corners.map(([x, y]) => [x / width, y / height]),
  };
}
