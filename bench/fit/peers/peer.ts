import type { ColorSamples } from '../../../src/engine/sample/colorSamples';

/** Maps `count` interleaved encoded colors. */
export type ColorMap = (source: Float32Array, target: Float32Array, count: number) => void;

/** Another way from samples to a mapping, for comparison. */
export interface Peer {
  readonly name: string;
  /** Works on the same registered blocks that the look is fitted to. */
  fit(pairs: readonly ColorSamples[]): ColorMap;
}

/** All samples of all pairs one after another, as distributions. */
export function pooled(pairs: readonly ColorSamples[]): {
  digital: Float32Array;
  film: Float32Array;
  count: number;
} {
  const count = pairs.reduce((sum, pair) => sum + pair.count, 0);
  const digital = new Float32Array(3 * count);
  const film = new Float32Array(3 * count);
  let at = 0;
  for (const pair of pairs) {
    digital.set(pair.digital, 3 * at);
    film.set(pair.film, 3 * at);
    at += pair.count;
  }
  return { digital, film, count };
}
