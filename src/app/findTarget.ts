import type { DocumentSummary } from '../photoshop/photoshopHost';
import type { SessionState } from './state';

/** The document that Apply works on, when there is one. */
export function findTarget({ documents, targetDocumentId }: SessionState): DocumentSummary | null {
  return documents.find(({ id }) => id === targetDocumentId) ?? null;
}
