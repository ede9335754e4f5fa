/** Aligns one pair with known truth and measures everything about it that the benchmark prints. */
import { alignWithEvidence } from '../../src/engine/align/alignFilmToDigital';
import type { Alignment } from '../../src/engine/align/alignment';
import { digitalPosition, filmPosition } from '../../src/engine/align/localWarp';
import { registerFilm } from '../../src/engine/align/registerFilm';
import type { Evidence } from '../../src/engine/align/verdict';
import type { ImagePair, Plane } from '../../src/engine/image/rgbImage';
import { runWatched } from './runWatched';
import type { Watched } from './runWatched';

export interface TruthGrid {
  readonly film: readonly (readonly [number, number])[];
  readonly digital: readonly (readonly [number, number])[];
}

export interface BenchCase extends ImagePair {
  readonly id: string;
  readonly level: string;
  readonly truth: TruthGrid;
  /** 0 where film and photo show the same, one byte a film pixel; null where that is not known. */
  readonly unreliable: Uint8Array | null;
}

export interface CaseResult {
  readonly id: string;
  readonly level: string;
  readonly status: Alignment['status'];
  readonly confidence: number;
  readonly evidence: Evidence;
  /** Mean distance from the truth in px of a 1000 px long edge, whatever the status. */
  readonly errorPx: number;
  /** CPU seconds of the alignment, and of registering the film and measuring its reliability. */
  readonly alignS: number;
  readonly registerS: number;
  /** CPU milliseconds by stage, and the longest time between two steps. */
  readonly stagesMs: Readonly<Record<string, number>>;
  readonly longestStepMs: number;
  readonly mask: MaskCounts | null;
}

/** Pixels by what the mask says (trusted or not) and what is true. */
export interface MaskCounts {
  readonly flaggedBad: number;
  readonly flaggedGood: number;
  readonly trustedBad: number;
  readonly trustedGood: number;
}

export function measureCase(item: BenchCase, withMask: boolean): CaseResult {
  const { film, digital } = item;
  const aligned = runWatched(alignWithEvidence({ film, digital }));
  const { alignment, evidence } = aligned.value;
  const isOk = alignment.status === 'ok';
  const registered = withMask && isOk ? runWatched(registerFilm({ film, digital }, alignment)) : null;
  return {
    id: item.id,
    level: item.level,
    status: alignment.status,
    confidence: alignment.confidence,
    evidence,
    errorPx: meanErrorPx(alignment, item),
    alignS: aligned.cpuS,
    registerS: registered?.cpuS ?? 0,
    stagesMs: { ...aligned.stagesMs, ...registered?.stagesMs },
    longestStepMs: Math.max(aligned.longestStepMs, registered?.longestStepMs ?? 0),
    mask: registered && item.unreliable && scoreMask(registered, alignment, item, item.unreliable),
  };
}

export function meanErrorPx(
  mapping: Pick<Alignment, 'filmToDigital' | 'warp'>,
  { truth, digital }: BenchCase,
): number {
  const scale = 1000 / Math.max(digital.width, digital.height);
  let sum = 0;
  truth.film.forEach(([x, y], i) => {
    const [u, v] = digitalPosition(mapping, x, y);
    const [p, q] = truth.digital[i];
    sum += Math.hypot(u - p, v - q);
  });
  return (scale * sum) / truth.film.length;
}

/** Below this reliability a pixel counts as flagged. */
const TRUSTED = 0.5;
const STRIDE = 2;

/** Over the digital pixels that lie in the film's picture, whatever shows there. */
function scoreMask(
  registered: Watched<{ reliability: Plane }>,
  alignment: Alignment,
  { film, digital }: BenchCase,
  unreliable: Uint8Array,
): MaskCounts {
  const { reliability } = registered.value;
  let [flaggedBad, flaggedGood, trustedBad, trustedGood] = [0, 0, 0, 0];
  for (let y = 0; y < digital.height; y += STRIDE) {
    for (let x = 0; x < digital.width; x += STRIDE) {
      const [u, v] = filmPosition(alignment, x, y);
      const i = Math.round(u);
      const j = Math.round(v);
      if (i < 0 || j < 0 || i >= film.width || j >= film.height) continue;
      const isBad = unreliable[j * film.width + i] !== 0;
      const isTrusted = reliability.data[y * digital.width + x] >= TRUSTED;
      if (isBad && isTrusted) trustedBad++;
      else if (isBad) flaggedBad++;
      else if (isTrusted) trustedGood++;
      else flaggedGood++;
    }
  }
  return { flaggedBad, flaggedGood, trustedBad, trustedGood };
}
