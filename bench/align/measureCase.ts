/** Aligns one pair with known truth and measures everything about it that the benchmark prints. */
import { alignWithEvidence } from '../../src/engine/align/alignFilmToDigital';
import type { Alignment } from '../../src/engine/align/alignment';
import { digitalPosition, filmPosition } from '../../src/engine/align/localWarp';
import { registerFilm } from '../../src/engine/align/registerFilm';
import type { Evidence } from '../../src/engine/align/verdict';
import type { ImagePair, Plane, RgbImage } from '../../src/engine/image/rgbImage';
import { runWatched } from './runWatched';
import type { Watched } from './runWatched';

export interface TruthGrid {
  readonly film: readonly (readonly [number, number])[];
  readonly digital: readonly (readonly [number, number])[];
}

export interface BenchCase extends ImagePair {
  readonly id: string;
  readonly level: string;
  /** The photo that it was made of. */
  readonly scene: string;
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
  /** The same where the photo has structure: elsewhere no one can see what lies on what. NaN where nothing has. */
  readonly structuredErrorPx: number;
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
    structuredErrorPx: meanErrorPx(alignment, onlyStructured(item)),
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

/** Half the side of the square that is looked at for structure, in px of a 1000 px long edge. */
const STRUCTURE_RADIUS_PX = 25;
/** Standard deviation of its gray values, of [0, 1], from which on a square has structure. */
const STRUCTURE_CONTRAST = 0.02;

/** The case with the truth cut down to places where the photo has structure. */
function onlyStructured(item: BenchCase): BenchCase {
  const { truth, digital } = item;
  const radius = Math.round((STRUCTURE_RADIUS_PX * Math.max(digital.width, digital.height)) / 1000);
  const kept = truth.digital.map(([x, y]) => contrastAround(digital, x, y, radius) >= STRUCTURE_CONTRAST);
  return {
    ...item,
    truth: { film: truth.film.filter((_, i) => kept[i]), digital: truth.digital.filter((_, i) => kept[i]) },
  };
}

function contrastAround({ data, width, height }: RgbImage, x: number, y: number, radius: number): number {
  let [sum, square, count] = [0, 0, 0];
  const bottom = Math.min(height, Math.round(y) + radius);
  const right = Math.min(width, Math.round(x) + radius);
  for (let row = Math.max(0, Math.round(y) - radius); row < bottom; row++) {
    for (let column = Math.max(0, Math.round(x) - radius); column < right; column++) {
      const i = 3 * (row * width + column);
      const gray = (data[i] + data[i + 1] + data[i + 2]) / 3;
      sum += gray;
      square += gray * gray;
      count++;
    }
  }
  return count > 0 ? Math.sqrt(Math.max(0, square / count - (sum / count) ** 2)) : 0;
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
