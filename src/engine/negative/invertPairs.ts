/** Un-inverted negatives among registered pairs, made positive with one inversion for the roll. */
import type { Alignment } from '../align/alignment';
import type { RgbImage } from '../image/rgbImage';
import type { ColorSamples } from '../sample/colorSamples';
import { within, type Task } from '../task';
import { fitInversion } from './fitInversion';
import { NEGATIVE_KINDS, type Inversion } from './inversion';
import { createInversionMapper, invertNegativeTask } from './invertNegative';
import { measureFilmBase } from './measureFilmBase';
import { kindOfNegative } from './recognizeNegative';

/** What the user says about the film pictures; `auto`: the alignment says whether tones run the other way. */
export const NEGATIVE_CHOICES = ['auto', 'no', ...NEGATIVE_KINDS] as const;
export type NegativeChoice = (typeof NEGATIVE_CHOICES)[number];

export function isTakenForNegative(
  choice: NegativeChoice,
  { negative }: Pick<Alignment, 'negative'>,
): boolean {
  return choice === 'auto' ? negative : choice !== 'no';
}

interface AlignedScan {
  readonly alignment: Alignment;
  /** As it was scanned, in even light: it shows the rebate. */
  readonly scan: RgbImage;
  /** Warped onto the digital picture's pixels. */
  readonly film: RgbImage;
  readonly samples: ColorSamples;
}

/**
 * @returns the pairs with positive film and samples, which of them were negative, and the inversion; null where none was
 * @throws UserError as `measureFilmBase` and `fitInversion`
 */
export function* invertPairs<P extends AlignedScan>(
  pairs: readonly P[],
  choice: NegativeChoice,
  scanGamma: number | null,
): Task<{
  readonly pairs: readonly P[];
  readonly isNegative: readonly boolean[];
  readonly inversion: Inversion | null;
}> {
  const isNegative = pairs.map(({ alignment }) => isTakenForNegative(choice, alignment));
  const first = isNegative.indexOf(true);
  if (first < 0) return { pairs, isNegative, inversion: null };
  const { scan } = pairs[first];
  const kind = choice === 'auto' || choice === 'no' ? kindOfNegative(scan, scanGamma) : choice;
  const base = measureFilmBase(scan, scanGamma);
  const samples = pairs.flatMap((pair, i) => (isNegative[i] ? [pair.samples] : []));
  const fit = yield* within(fitInversion(samples, { kind, scanGamma, ...base }), 0, 0.6);
  const inversion = fit.value;
  const map = createInversionMapper(inversion);
  const positives: P[] = [];
  for (const [i, pair] of pairs.entries()) {
    if (!isNegative[i]) {
      positives.push(pair);
      continue;
    }
    const film = yield* within(invertNegativeTask(pair.film, inversion), 0.6, 1);
    const colors = new Float32Array(pair.samples.film.length);
    map(pair.samples.film, colors, pair.samples.count);
    positives.push({ ...pair, film, samples: { ...pair.samples, film: colors } });
  }
  return { pairs: positives, isNegative, inversion };
}
