import type { ColorSamples } from '../../../src/engine/sample/colorSamples';
import { createRandom } from '../../support/createRandom';

interface Fields {
  /** Encoded colors that the samples lie around, in turns. */
  readonly around: readonly (readonly [number, number, number])[];
  readonly count: number;
  /** Width of the uniform scatter around them. */
  readonly noise: number;
  /** Added to every channel by film. */
  readonly shift?: number;
  readonly filmNoise?: number;
  /** What film makes of a color, instead of `shift`. */
  readonly film?: (rgb: readonly number[]) => readonly number[];
}

/** Samples made from a few colors. */
export function colorSamples({ around, count, noise, shift = 0, filmNoise = 0, film }: Fields): ColorSamples {
  const random = createRandom(17);
  const clip = (v: number): number => Math.min(1, Math.max(0, v));
  const digital = new Float32Array(3 * count);
  const onFilm = new Float32Array(3 * count);
  for (let i = 0; i < count; i++) {
    const color = around[i % around.length].map((v) => clip(v + noise * (random() - 0.5)));
    digital.set(color, 3 * i);
    const mapped = film ? film(color) : color.map((v) => v + shift);
    onFilm.set(
      mapped.map((v) => clip(v + filmNoise * (random() - 0.5))),
      3 * i,
    );
  }
  return {
    count,
    digital,
    film: onFilm,
    weight: new Float32Array(count).fill(1),
    position: new Float32Array(2 * count),
    space: 'srgb',
  };
}
