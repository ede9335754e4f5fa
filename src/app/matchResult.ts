/** What the panel keeps of a match: the look with what it was learned from, and what shows how near it is. */
import type { Estimation, PairEstimate, Validation } from '../engine/estimation';
import { UserError } from '../engine/userError';
import { matchedPair, type MadeFrom } from './earlierMatch/madeFrom';
import { heldOutOf } from './heldOutOf';
import { NO_EDITS } from './look/lookEdits';
import { keptPictures } from './keptPictures';
import { matchWarnings } from './matchWarnings';
import type { ReadPair } from './readPair';
import type { CurrentStyle } from './currentStyle';
import type { Evidence } from './evidence';

/** What several pairs say about each other, mean ΔE2000. */
export interface TogetherResult {
  /** The look on the pair that was added: learned from the other pairs, and learned from all. */
  readonly newPair: { readonly before: number; readonly after: number };
  readonly heldOut: number | null;
}

/** For the store, and for whoever asked for the match. */
export interface MatchResult {
  readonly evidence: Evidence;
  readonly style: CurrentStyle;
  readonly together: TogetherResult;
}

/**
 * @param reads in the order of the estimation's pairs; the last one is shown
 * @throws UserError when the recipe could not lay a film on its photo
 */
export function matchResult(
  reads: readonly ReadPair[],
  output: Estimation,
  choices: Omit<MadeFrom, 'pairs' | 'inversion'>,
): MatchResult {
  if (output.status === 'unaligned') throw new UserError(`align-${output.alignment.status}`);
  const last = reads.length - 1;
  const [read, pair]: [ReadPair, PairEstimate] = [reads[last], output.pairs[last]];
  const metrics = { before: pair.before, look: pair.look, stack: pair.stack };
  const { alignment } = pair;
  const { digital } = read.pair;
  const matched = reads.map((each, index) => matchedPair(each, output.pairs[index]));
  const learnedFrom = matched.map(({ film, digital: photo, deltaE2000 }, index) => ({
    film: film.name,
    digital: photo.name,
    deltaE2000,
    ...heldOutOf(output.validation, index),
    filmPixelHash: film.pixelHash,
    digitalPixelHash: photo.pixelHash,
  }));
  const look = { ...output.look, provenance: { ...output.look.provenance, pairs: learnedFrom } };
  const ofDocuments = matchWarnings({ alignment, digital }, metrics, read.documents);
  const heldOutDeltaE2000 = output.validation && meanHeldOut(output.validation);
  const registered = output.pairs.map(({ registeredFilm, reliability }, i) => ({
    digital: reads[i].pair.digital,
    registeredFilm,
    reliability,
  }));
  const inversion = output.inversion ?? null;
  const evidence: Evidence = {
    madeFrom: { ...choices, pairs: matched, inversion },
    filmName: read.read.film.name,
    digitalName: read.read.digital.name,
    digitalDocumentId: read.read.digital.source.documentId,
    ...keptPictures(registered),
    alignment,
    warnings: [...output.warnings, ...ofDocuments],
    confidence: output.confidence,
    nuisances: pair.nuisances,
    model: output.model,
    texture: output.texture ?? null,
    masked: pair.masked ?? null,
  };
  const projection = output.projections[0] ?? null;
  const { light, lab, offsetsKnown } = pair.nuisances;
  const fitted = { fitted: look, edits: NO_EDITS, look, stack: output.stack };
  const style: CurrentStyle = {
    ...fitted,
    metrics,
    projection,
    heldOutDeltaE2000,
    frame: offsetsKnown ? { light, lab } : null,
    inversion,
    origin: 'match',
  };
  const unseen = output.validation?.pairs.find(({ pairIndex }) => pairIndex === last);
  const newPair = { before: (unseen?.asShot ?? pair.before).mean, after: pair.look.mean };
  return { evidence, style, together: { newPair, heldOut: heldOutDeltaE2000 } };
}

function meanHeldOut({ pairs }: Validation): number | null {
  return pairs.length === 0 ? null : pairs.reduce((sum, { asShot }) => sum + asShot.mean, 0) / pairs.length;
}
