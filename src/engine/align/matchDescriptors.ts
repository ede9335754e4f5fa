/**
 * Nearest neighbours among descriptors: the Hamming distance of 128-bit sketches preselects, the exact Euclidean
 * distance decides; a match must be clearly better than the runner-up (Lowe's ratio) and mutual.
 */
import type { Task } from '../task';
import type { Features } from './features';
import { DESCRIPTOR_LENGTH } from './features';

/** Candidates of a query whose exact distance is computed. */
const CANDIDATES = 8;
const QUERIES_PER_STEP = 24;

export interface Match {
  /** Indices of the features. */
  readonly film: number;
  readonly digital: number;
  /** Distance to the best over distance to the second best, in [0, 1]. */
  readonly ratio: number;
}

/** Matches with a ratio below `maxRatio`, most distinctive first. */
export function* matchDescriptors(film: Features, digital: Features, maxRatio: number): Task<Match[]> {
  const matches: Match[] = [];
  if (digital.count < 2 || film.count < 2) return matches;
  const search = new NearestSearch(digital);
  const reverse = new NearestSearch(film);
  for (let i = 0; i < film.count; i += QUERIES_PER_STEP) {
    for (let query = i; query < Math.min(film.count, i + QUERIES_PER_STEP); query++) {
      search.find(film, query);
      const ratio = Math.sqrt(search.bestDistance / Math.max(search.secondDistance, 1e-12));
      if (ratio >= maxRatio) continue;
      const found = search.best;
      reverse.find(digital, found);
      if (reverse.best === query) matches.push({ film: query, digital: found, ratio });
    }
    yield { stage: 'align.match', fraction: i / film.count };
  }
  return matches.sort((a, b) => a.ratio - b.ratio || a.film - b.film);
}

class NearestSearch {
  best = -1;
  /** Squared distances. */
  bestDistance = 0;
  secondDistance = 0;
  private readonly candidates = new Int32Array(CANDIDATES);
  private readonly distances = new Int32Array(CANDIDATES);

  constructor(private readonly features: Features) {}

  find(from: Features, query: number): void {
    this.preselect(from.sketches, 4 * query);
    this.best = -1;
    this.bestDistance = Infinity;
    this.secondDistance = Infinity;
    const used = Math.min(CANDIDATES, this.features.count);
    for (let k = 0; k < used; k++) {
      const distance = squaredDistance(
        from.descriptors,
        query * DESCRIPTOR_LENGTH,
        this.features.descriptors,
        this.candidates[k] * DESCRIPTOR_LENGTH,
      );
      if (distance < this.bestDistance) {
        this.secondDistance = this.bestDistance;
        this.bestDistance = distance;
        this.best = this.candidates[k];
      } else if (distance < this.secondDistance) {
        this.secondDistance = distance;
      }
    }
  }

  /** The nearest sketches, kept sorted by insertion. */
  private preselect(sketches: Int32Array, at: number): void {
    const { candidates, distances } = this;
    const others = this.features.sketches;
    const a = sketches[at];
    const b = sketches[at + 1];
    const c = sketches[at + 2];
    const d = sketches[at + 3];
    distances.fill(129);
    let worst = 129;
    for (let i = 0, p = 0; p < others.length; i++, p += 4) {
      const distance = bitCount4(a ^ others[p], b ^ others[p + 1], c ^ others[p + 2], d ^ others[p + 3]);
      if (distance >= worst) continue;
      let k = CANDIDATES - 1;
      for (; k > 0 && distances[k - 1] > distance; k--) {
        distances[k] = distances[k - 1];
        candidates[k] = candidates[k - 1];
      }
      distances[k] = distance;
      candidates[k] = i;
      worst = distances[CANDIDATES - 1];
    }
  }
}

/** Set bits of four words: the words' counts of pairs and nibbles are added before they are summed across. */
function bitCount4(a: number, b: number, c: number, d: number): number {
  a -= (a >>> 1) & 0x55555555;
  b -= (b >>> 1) & 0x55555555;
  c -= (c >>> 1) & 0x55555555;
  d -= (d >>> 1) & 0x55555555;
  a = ((a & 0x33333333) + ((a >>> 2) & 0x33333333) + (b & 0x33333333) + ((b >>> 2) & 0x33333333)) | 0;
  c = ((c & 0x33333333) + ((c >>> 2) & 0x33333333) + (d & 0x33333333) + ((d >>> 2) & 0x33333333)) | 0;
  // Nibbles of a and c are at most 8, so bytes of their sum at most 32: the products' top byte holds the total ≤ 128.
  const sum = (a & 0x0f0f0f0f) + ((a >>> 4) & 0x0f0f0f0f) + (c & 0x0f0f0f0f) + ((c >>> 4) & 0x0f0f0f0f);
  return Math.imul(sum, 0x01010101) >>> 24;
}

function squaredDistance(a: Float32Array, i: number, b: Float32Array, j: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let k = 0; k < DESCRIPTOR_LENGTH; k += 4) {
    const d0 = a[i + k] - b[j + k];
    const d1 = a[i + k + 1] - b[j + k + 1];
    const d2 = a[i + k + 2] - b[j + k + 2];
    const d3 = a[i + k + 3] - b[j + k + 3];
    s0 += d0 * d0;
    s1 += d1 * d1;
    s2 += d2 * d2;
    s3 += d3 * d3;
  }
  return s0 + s1 + s2 + s3;
}
