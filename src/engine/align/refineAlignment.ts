/** Coarse to fine: the levels of the photometric refinement, sized by how much of the digital picture the film covers. */
import type { Homography } from './alignment';
import { frameOnDigital, refineLevel } from './refineLevel';
import type { GrayPair, LevelOptions, Mapping, RefinedLevel } from './refineLevel';
import { localScale } from './homography';
import type { Task } from '../task';

/** Long edge of the overlap at each level, in level pixels. */
const COARSE_PX = 300;
const MIDDLE_PX = 600;
const FINE_PX = 1200;

type LevelShape = Omit<LevelOptions, 'scale'>;

const COARSE: LevelShape = {
  normalizeRadiusPx: 8,
  tileRadiusPx: 10,
  tileStepPx: 9,
  searchPx: 6,
  minCorrelation: 0.3,
  warp: { cells: 4, smoothness: 4 },
};
const MIDDLE: LevelShape = {
  normalizeRadiusPx: 10,
  tileRadiusPx: 12,
  tileStepPx: 18,
  searchPx: 4,
  minCorrelation: 0.35,
  warp: { cells: 6, smoothness: 1 },
};
const FINE: LevelShape = {
  normalizeRadiusPx: 12,
  tileRadiusPx: 15,
  tileStepPx: 30,
  searchPx: 3,
  minCorrelation: 0.4,
  warp: { cells: 8, smoothness: 0.3 },
};

/** First level: decides whether a start is right. */
export function* refineCoarse(pair: GrayPair, start: Mapping): Task<RefinedLevel | null> {
  return yield* refineLevel(pair, start, {
    ...COARSE,
    scale: levelScale(pair, start.filmToDigital, COARSE_PX),
  });
}

/** The finer levels; what they cannot improve stays as it was. */
export function* refineFine(pair: GrayPair, coarse: RefinedLevel): Task<RefinedLevel> {
  let best = coarse;
  let scale = levelScale(pair, best.filmToDigital, COARSE_PX);
  for (const [shape, longEdgePx] of [
    [MIDDLE, MIDDLE_PX],
    [FINE, FINE_PX],
  ] as const) {
    const next = levelScale(pair, best.filmToDigital, longEdgePx);
    if (next < 1.2 * scale) continue;
    scale = next;
    const refined = yield* refineLevel(pair, best, { ...shape, scale });
    if (!refined || refined.agreeing < 0.25 * best.agreeing) break;
    best = refined;
  }
  return best;
}

/** Scale at which the overlap's bounding box has the wanted long edge; never finer than either picture's own pixels. */
function levelScale(pair: GrayPair, h: Homography, longEdgePx: number): number {
  const corners = frameOnDigital(pair.frame, h);
  const { width, height } = pair.digital;
  const clamp = (value: number, high: number): number => Math.min(high, Math.max(0, value));
  const xs = corners.map(([x]) => clamp(x, width));
  const ys = corners.map(([, y]) => clamp(y, height));
  const long = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys), 1);
  const zoom = localScale(h, pair.film.width / 2, pair.film.height / 2);
  return Math.min(1, longEdgePx / long, 1.4 / zoom);
}
