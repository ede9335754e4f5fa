/** The document below a group that is to be made: what would cover it is hidden while something is read, then put back as if nothing had been. */
import { app, type ExecutionContext } from 'photoshop';
import { findDocument } from './documents';
import { findFilmfitGroups, groupToReplace } from './filmfitGroups';
import type { FilmfitGroup, GroupPurpose } from './photoshopHost';
import { playCommand } from './playCommand';
import { layerWithId } from './references';

export interface HiddenGroups {
  /** Leaves no entry in the history. */
  readonly putBack: () => Promise<void>;
}

/** @returns null when there is nothing to hide. What goes wrong afterwards ends the modal scope, which puts it back too. */
export async function hideReplaced(
  context: ExecutionContext,
  documentId: number,
  purpose: GroupPurpose,
): Promise<HiddenGroups | null> {
  const groups = await groupsOver(documentId, purpose);
  if (groups.length === 0) return null;
  const active = app.activeDocument;
  const isOther = active?.id !== documentId;
  // Commands act on the active document.
  if (isOther) app.activeDocument = findDocument(documentId);
  const suspension = await context.hostControl.suspendHistory({
    documentID: documentId,
    name: 'Filmfit: read picture',
  });
  await playCommand({ _obj: 'hide', null: groups.map(({ groupId }) => layerWithId(groupId)) });
  return {
    putBack: async () => {
      await context.hostControl.resumeHistory(suspension, false);
      if (isOther && active) app.activeDocument = active;
    },
  };
}

/** An inversion lies below every look: what it is made for is the bare scan. */
async function groupsOver(documentId: number, purpose: GroupPurpose): Promise<readonly FilmfitGroup[]> {
  if (purpose === 'inversion') return findFilmfitGroups(documentId);
  const group = await groupToReplace(documentId, purpose);
  return group ? [group] : [];
}
