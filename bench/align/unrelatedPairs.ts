/** Film frames beside photos of other scenes: how often a wrong alignment passes for right. */
import { alignWithEvidence } from '../../src/engine/align/alignFilmToDigital';
import type { Evidence } from '../../src/engine/align/verdict';
import { resizeArea } from '../../src/engine/image/resizeArea';
import type { RgbImage } from '../../src/engine/image/rgbImage';
import { runToEnd } from '../../src/engine/task';

export interface UnrelatedResult {
  readonly film: string;
  readonly digital: string;
  readonly accepted: boolean;
  readonly confidence: number;
  readonly evidence: Evidence;
}

export interface NamedPicture {
  readonly name: string;
  /** Pictures of one scene have the same. */
  readonly scene: string;
  readonly image: RgbImage;
}

/** Reduced, so that many pairs can be tried. */
export const UNRELATED_PX = 600;

export function reduced(image: RgbImage): RgbImage {
  const scale = Math.min(1, UNRELATED_PX / Math.max(image.width, image.height));
  return resizeArea(image, Math.round(image.width * scale), Math.round(image.height * scale));
}

/** Up to `count` pairs of different scenes, spread evenly over all there are. */
export function* measureUnrelated(
  films: readonly NamedPicture[],
  digitals: readonly NamedPicture[],
  count: number,
): Generator<UnrelatedResult> {
  const pairs = films.flatMap((film) =>
    digitals.filter((digital) => digital.scene !== film.scene).map((digital) => ({ film, digital })),
  );
  const step = Math.max(1, pairs.length / count);
  for (let k = 0; k < Math.min(count, pairs.length); k++) {
    const { film, digital } = pairs[Math.floor(k * step)];
    const { alignment, evidence } = runToEnd(alignWithEvidence({ film: film.image, digital: digital.image }));
    yield {
      film: film.name,
      digital: digital.name,
      accepted: alignment.status === 'ok',
      confidence: alignment.confidence,
      evidence,
    };
  }
}
