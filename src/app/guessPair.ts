/** A first guess at which open picture is the film scan and which the digital photo, from names and proportions. */
import type { DocumentSummary, PictureSource } from '../photoshop/photoshopHost';
import { listSources, type SourceChoice } from './pictureSources';

const FILM_WORDS =
  /film|scan|negativ|analog|portra|ektar|kodak|gold|ultramax|colorplus|fuji|superia|provia|velvia|cinestill|ektachrome|vision3|ilford|lomo|roll|frontier|noritsu|pakon|neg\b/i;
const DIGITAL_WORDS =
  /digital|dsc|img[_-]?\d|dji|raw|\.(cr2|cr3|nef|arw|raf|dng|rw2|orf)\b|sony|nikon|canon|lumix|iphone|pixel|mirrorless/i;

export interface GuessedPair {
  readonly film: PictureSource | null;
  readonly digital: PictureSource | null;
}

function filmness(name: string): number {
  return (FILM_WORDS.test(name) ? 1 : 0) - (DIGITAL_WORDS.test(name) ? 1 : 0);
}

/** Portrait against landscape, and 3:2 against 1:1: how far two proportions are apart, as |ln ratio|. */
function proportionGap(a: DocumentSummary, b: DocumentSummary): number {
  return Math.abs(Math.log((a.widthPx * b.heightPx) / (a.heightPx * b.widthPx)));
}

/** With fewer than two readable pictures one or both are null. */
export function guessPair(documents: readonly DocumentSummary[]): GuessedPair {
  const readable = listSources(documents).filter((choice) => choice.unsupported === null);
  const wholes = readable.filter((choice) => !choice.isLayer);
  const candidates = wholes.length >= 2 ? wholes : readable.filter((choice) => choice.isLayer);
  if (candidates.length < 2) return guessSingle(wholes[0]);
  const film = best(candidates, (choice) => filmness(choice.name));
  const others = candidates.filter((choice) => choice !== film);
  const digital = best(
    others,
    (choice) => -filmness(choice.name) - proportionGap(choice.document, film.document),
  );
  return { film: film.source, digital: digital.source };
}

function guessSingle(only: SourceChoice | undefined): GuessedPair {
  if (!only) return { film: null, digital: null };
  return filmness(only.name) > 0
    ? { film: only.source, digital: null }
    : { film: null, digital: only.source };
}

/** The first of those with the highest score. */
function best(choices: readonly SourceChoice[], score: (choice: SourceChoice) => number): SourceChoice {
  return choices.reduce((winner, choice) => (score(choice) > score(winner) ? choice : winner));
}
