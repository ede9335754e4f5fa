/**
 * Changes to one document as one entry of its history: all of them, or none. The document is the active one while
 * they are made, since that is what commands act on.
 */
import { app, type ExecutionContext } from 'photoshop';
import { findDocument } from './documents';
import { runModal, whenIdle } from './runModal';
import { announceChange } from './watchDocuments';

/** @param name of the entry in the History panel. */
export async function inOneStep<T>(
  documentId: number,
  name: string,
  change: (context: ExecutionContext) => Promise<T>,
): Promise<T> {
  const before = app.activeDocument?.id ?? null;
  try {
    return await runModal(name, async (context) => {
      activate(documentId);
      const suspension = await context.hostControl.suspendHistory({ documentID: documentId, name });
      // An exception ends the modal scope, and Photoshop then puts back what was suspended.
      const result = await change(context);
      await context.hostControl.resumeHistory(suspension, true);
      return result;
    });
  } finally {
    if (before !== null && before !== documentId) await returnTo(before);
    await whenIdle();
    announceChange();
  }
}

function activate(documentId: number): void {
  const document = findDocument(documentId);
  if (app.activeDocument?.id !== documentId) app.activeDocument = document;
}

/** In a scope of its own: after Cancel nothing works any more in the old one. */
async function returnTo(documentId: number): Promise<void> {
  try {
    await runModal('Filmfit: back to your document', async () => activate(documentId));
  } catch {
    // The document has been closed meanwhile, or Photoshop is busy: then it stays where it is.
  }
}
