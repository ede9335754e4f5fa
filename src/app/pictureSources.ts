/** What can be chosen as film or digital: every open document as it is seen, and the layers of documents that have several. */
import type { DocumentSummary, PictureSource, UnsupportedReason } from '../photoshop/photoshopHost';

export type { PictureSource };

export interface SourceChoice {
  readonly source: PictureSource;
  /** Name of the document, or of the layer. */
  readonly name: string;
  readonly isLayer: boolean;
  readonly document: DocumentSummary;
  readonly unsupported: UnsupportedReason | null;
}

export function sourceKey(source: PictureSource): string {
  return source.layerId === null ? `${source.documentId}` : `${source.documentId}/${source.layerId}`;
}

export function isSameSource(a: PictureSource | null, b: PictureSource | null): boolean {
  return a !== null && b !== null && a.documentId === b.documentId && a.layerId === b.layerId;
}

export function listSources(documents: readonly DocumentSummary[]): readonly SourceChoice[] {
  return documents.flatMap((document) => {
    const shared = { document, unsupported: document.unsupported };
    const whole = { ...shared, source: { documentId: document.id, layerId: null }, name: document.name };
    if (document.layers.length < 2) return [{ ...whole, isLayer: false }];
    const layers = document.layers.map((layer) => ({
      ...shared,
      source: { documentId: document.id, layerId: layer.id },
      name: layer.name,
      isLayer: true,
    }));
    return [{ ...whole, isLayer: false }, ...layers];
  });
}

export function findSource(
  documents: readonly DocumentSummary[],
  source: PictureSource | null,
): SourceChoice | null {
  return listSources(documents).find((choice) => isSameSource(choice.source, source)) ?? null;
}
