/** The document without the group that a new one would replace: hidden while something is read, then put back as if nothing had been. */
import { app, type ExecutionContext } from 'photoshop';
import { findDocument } from './documents';
import { groupToReplace } from './filmfitGroups';
import type { GroupPurpose } from './photoshopHost';
import { playCommand } from './playCommand';
import { layerWithId } from './references';

export interface HiddenGroup {
  /** Leaves no entry in the history. */
  readonly putBack: () => Promise<void>;
}

/** @returns null when there is no such group. What goes wrong afterwards ends the modal scope, which puts it back too. */
export async function hideReplaced(
  context: ExecutionContext,
  documentId: number,
  purpose: GroupPurpose,
): Promise<HiddenGroup | null> {
  const group = await groupToReplace(documentId, purpose);
  if (!group) return null;
  const active = app.activeDocument;
  const isOther = active?.id !== documentId;
  // Commands act on the active document.
  if (isOther) app.activeDocument = findDocument(documentId);
  const suspension = await context.hostControl.suspendHistory({
    documentID: documentId,
    name: 'Filmfit: read picture',
  });
  await playCommand({ _obj: 'hide', null: [layerWithId(group.groupId)] });
  return {
    putBack: async () => {
      await context.hostControl.resumeHistory(suspension, false);
      if (isOther && active) app.activeDocument = active;
    },
  };
}
