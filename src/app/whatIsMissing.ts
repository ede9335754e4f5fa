/** What the user has to do before Match can run; null when everything is there. */
import { findSource } from './pictureSources';
import type { SessionState } from './state';

export type Missing =
  | 'no-document'
  | 'one-document'
  | 'nothing-readable'
  | 'film'
  | 'digital'
  | 'film-unsupported'
  | 'digital-unsupported';

export function whatIsMissing(state: SessionState): Missing | null {
  const { documents } = state;
  if (documents.length === 0) return 'no-document';
  if (documents.every((document) => document.unsupported !== null)) return 'nothing-readable';
  const film = findSource(documents, state.film);
  const digital = findSource(documents, state.digital);
  if (documents.length === 1 && documents[0].layers.length < 2) return 'one-document';
  if (film === null) return 'film';
  if (digital === null) return 'digital';
  if (film.unsupported !== null) return 'film-unsupported';
  if (digital.unsupported !== null) return 'digital-unsupported';
  return null;
}
