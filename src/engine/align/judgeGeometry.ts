/** What a mapping that the pictures support can still lack: enough in common, or certainty along every direction. */
import type { FailureStatus } from './describeAlignment';
import { frameOverlap } from './frameOverlap';
import type { GrayPair } from './prepareLevel';
import type { RefinedLevel } from './refineLevel';
import { frameOnDigital } from './levelScale';

/** Less than this share of the smaller view in common teaches nothing about a look. */
const MIN_COMMON = 0.08;
/** A mapping in doubt whose views share less than this is in doubt for that reason. */
const LITTLE_COMMON = 0.25;
/** Least ratio of what the agreeing tiles know across to what they know along their common direction. */
const MIN_ISOTROPY = 0.01;

/** null when nothing speaks against the mapping; `isTrusted` says whether the tiles support it. */
export function judgeGeometry(pair: GrayPair, level: RefinedLevel, isTrusted: boolean): FailureStatus | null {
  const common = commonShare(pair, level);
  if (common < (isTrusted ? MIN_COMMON : LITTLE_COMMON)) return 'small-overlap';
  if (isotropy(level) < MIN_ISOTROPY) return 'degenerate-geometry';
  return isTrusted ? null : 'not-the-same-scene';
}

/** Share of the smaller of the two views that the other shows too, in [0, 1]. */
export function commonShare({ frame, digital }: GrayPair, { filmToDigital }: RefinedLevel): number {
  const corners = frameOnDigital(frame, filmToDigital);
  const { width, height } = digital;
  let twice = 0;
  corners.forEach(([x, y], i) => {
    const [u, v] = corners[(i + 1) % corners.length];
    twice += x * v - u * y;
  });
  const filmShare = Math.abs(twice) / 2 / ((width - 1) * (height - 1));
  return frameOverlap(corners, width, height) / Math.min(1, Math.max(1e-9, filmShare));
}

/**
 * Ratio of the eigenvalues of the mean information matrix of the agreeing tiles, each scaled to trace 1, in [0, 1]: 0
 * when all of them see edges of one direction, along which the film could slide.
 */
export function isotropy({ points, agrees }: RefinedLevel): number {
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < points.count; i++) {
    if (!agrees[i]) continue;
    const trace = points.infoXX[i] + points.infoYY[i];
    xx += points.infoXX[i] / trace;
    xy += points.infoXY[i] / trace;
    yy += points.infoYY[i] / trace;
  }
  const half = (xx + yy) / 2;
  const spread = Math.hypot((xx - yy) / 2, xy);
  return half > 0 ? (half - spread) / (half + spread) : 0;
}
