/** Coarse to fine: the levels of the photometric refinement, sized by how much of the digital picture the film covers. */
import type { GrayPair, Mapping } from './prepareLevel';
import { refineByDrift } from './refineByDrift';
import { judgeLevel, refineLevel } from './refineLevel';
import type { LevelOptions, RefinedLevel } from './refineLevel';
import { isPlausible } from './isPlausible';
import { levelScale } from './levelScale';
import type { MappingShape } from './fitMapping';
import { verdictOf } from './verdict';
import type { Task } from '../task';

/** Long edge of the overlap at each level, in level pixels. */
const ROUGH_PX = 150;
const COARSE_PX = 300;
const MIDDLE_PX = 600;
const FINE_PX = 1200;

/** Steps on the gradients reach a pixel or two: they start where that is several pixels of the finest level. */
const DRIFT_PX = [400, 600, 900, 1200];
const DRIFT_NORMALIZE_PX = 12;

const MAX_PASSES = 5;
/** Share of agreeing tiles that needs no second pass. */
const CONTENT = 0.75;

type LevelShape = Omit<LevelOptions, 'scale'>;

/** From a plane scene to parallax between near and far. */
const FLEXIBILITY: readonly MappingShape[] = [
  { radial: false, warp: null },
  { radial: true, warp: null },
  { radial: true, warp: { cells: 8, amplitude: 0.0005 } },
  { radial: true, warp: { cells: 8, amplitude: 0.002 } },
  { radial: true, warp: { cells: 12, amplitude: 0.006 } },
];
const COARSE: LevelShape = {
  normalizeRadiusPx: 8,
  tileRadiusPx: 10,
  tileStepPx: 9,
  searchPx: 6,
  minCorrelation: 0.3,
  shapes: FLEXIBILITY.slice(0, 4),
};
/** Catches starts that are tens of pixels off; no local warp, since the tiles are few. */
const ROUGH: LevelShape = {
  normalizeRadiusPx: 7,
  tileRadiusPx: 8,
  tileStepPx: 6,
  searchPx: 6,
  minCorrelation: 0.35,
  shapes: [],
};
const MIDDLE: LevelShape = {
  normalizeRadiusPx: 10,
  tileRadiusPx: 12,
  tileStepPx: 18,
  searchPx: 4,
  minCorrelation: 0.35,
  shapes: FLEXIBILITY,
};
const FINE: LevelShape = {
  normalizeRadiusPx: 12,
  tileRadiusPx: 15,
  tileStepPx: 30,
  searchPx: 3,
  minCorrelation: 0.4,
  shapes: FLEXIBILITY,
};

/** First level: decides whether a start is right. */
export function* refineCoarse(pair: GrayPair, start: Mapping): Task<RefinedLevel | null> {
  return yield* refineOnce(pair, start, COARSE, COARSE_PX);
}

/** Catches a start that is far off, at a very small scale; its verdict tells promising starts from hopeless ones. */
export function* refineRough(pair: GrayPair, start: Mapping): Task<RefinedLevel | null> {
  return yield* refineOnce(pair, start, ROUGH, ROUGH_PX);
}

/** Looks again from where the first level led, as long as that makes it better. */
export function* refineRepeatedly(pair: GrayPair, start: Mapping): Task<RefinedLevel | null> {
  let best: RefinedLevel | null = null;
  let from = start;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const next: RefinedLevel | null = yield* refineCoarse(pair, from);
    if (!next || verdictOf(next) <= 1.02 * verdictOf(best)) break;
    from = best = next;
  }
  return best;
}

function* refineOnce(
  pair: GrayPair,
  start: Mapping,
  shape: LevelShape,
  longEdgePx: number,
): Task<RefinedLevel | null> {
  if (!isPlausible(start.filmToDigital, pair.film.width, pair.film.height)) return null;
  return yield* refineLevel(pair, start, {
    ...shape,
    scale: levelScale(pair, start.filmToDigital, longEdgePx),
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
    // Where many tiles still disagree, a second look from the improved map finds more of them.
    for (let pass = 0; pass < 2; pass++) {
      const refined: RefinedLevel | null = yield* refineLevel(pair, best, { ...shape, scale }, best.points);
      if (!refined || refined.agreeing < 0.25 * best.agreeing) return best;
      best = refined;
      if (shape === FINE || refined.agreeing > CONTENT * refined.tried) break;
    }
  }
  let mapping: Mapping = best;
  for (const longEdgePx of DRIFT_PX) {
    mapping = yield* refineByDrift(pair, mapping, FLEXIBILITY, {
      scale: levelScale(pair, mapping.filmToDigital, longEdgePx),
      normalizeRadiusPx: DRIFT_NORMALIZE_PX,
    });
  }
  return judgeLevel(mapping, best.homography, best.points, best.tried, best.agreePx);
}
