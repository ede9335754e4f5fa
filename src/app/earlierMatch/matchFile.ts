/** What a match found out, as a text in the data folder; the pictures themselves stay with Photoshop. */
import type { Look } from '../../engine/look';
import { formatSealed, parseSealed } from '../../formats/sealedData';
import type { Evidence, MatchFindings } from '../evidence';

/** In the plugin’s data folder. */
export const MATCH_FILE = 'last-match.txt';

/** A style file keeps seven digits of a number. */
const SAME_DELTA_E = 1e-4;
/** To be raised with every change to `MatchFindings`, and what it holds: an older text is then left alone. */
const SEAL = { kind: 'filmfit-match', version: 1 };

/** The findings alone, sealed against damage and other versions. */
export function formatMatch(evidence: Evidence): string {
  return formatSealed(SEAL, findingsOf(evidence));
}

function findingsOf(evidence: MatchFindings): MatchFindings {
  const { madeFrom, filmName, digitalName, digitalDocumentId, alignment } = evidence;
  const { warnings, confidence, nuisances, model, texture, masked } = evidence;
  const places = { madeFrom, filmName, digitalName, digitalDocumentId, alignment };
  return { ...places, warnings, confidence, nuisances, model, texture, masked };
}

/** @returns null when the text is damaged or of another version, or when this look was learned from other pictures */
export function parseMatch(text: string, look: Look): MatchFindings | null {
  const findings = parseSealed(SEAL, text) as MatchFindings | null;
  return findings && isLearnedFrom(look, findings) ? findings : null;
}

function isLearnedFrom({ provenance }: Look, { madeFrom }: MatchFindings): boolean {
  const learned = provenance.pairs;
  return (
    learned.length === madeFrom.pairs.length &&
    madeFrom.pairs.every(
      ({ film, digital, deltaE2000 }, i) =>
        film.pixelHash === learned[i].filmPixelHash &&
        digital.pixelHash === learned[i].digitalPixelHash &&
        Math.abs(deltaE2000 - (learned[i].deltaE2000 ?? Infinity)) < SAME_DELTA_E,
    )
  );
}
