/** A document for a moment: made, filled, used and closed without saving inside one modal scope. */
import { app, imaging, type ExecutionContext, type HostDocument } from 'photoshop';
import { UserError } from '../engine/userError';
import { findDocument } from './documents';
import { selectLayers } from './layerGroups';
import { knownProfile } from './profileNames';
import type { HostPixels } from './readPixels';
import { runModal } from './runModal';

/**
 * @param profileName '' for the working space.
 * @param work is called while the new document is active; the document that was active before is active again afterwards.
 */
export async function withTemporaryDocument<T>(
  context: ExecutionContext,
  picture: HostPixels,
  profileName: string,
  work: (document: HostDocument) => Promise<T>,
): Promise<T> {
  const before = app.activeDocument;
  const document = await createDocument(picture, profileName);
  const { id } = document;
  try {
    // Closed by Photoshop itself when the scope ends early, by Cancel or an error.
    await context.hostControl.registerAutoCloseDocument(id);
  } catch (error) {
    closeLater(id);
    throw error;
  }
  await fill(document, picture);
  const result = await work(document);
  await document.closeWithoutSaving();
  await context.hostControl.unregisterAutoCloseDocument(id);
  if (before) app.activeDocument = before;
  return result;
}

/** After Cancel nothing can be closed in the scope that was cancelled: it is done in one of its own, after that one. */
function closeLater(id: number): void {
  void runModal('Filmfit: close the chart', async () => findDocument(id).closeWithoutSaving()).catch(
    () => undefined,
  );
}

/** A new document that shows `picture`; it becomes the active one. */
export async function createDocumentOf(picture: HostPixels, profileName: string): Promise<HostDocument> {
  const document = await createDocument(picture, profileName);
  await fill(document, picture);
  return document;
}

async function createDocument(picture: HostPixels, profileName: string): Promise<HostDocument> {
  const document = await app.createDocument({
    name: 'Filmfit chart',
    width: picture.width,
    height: picture.height,
    resolution: 72,
    mode: 'RGBColorMode',
    depth: picture.bits,
    fill: 'white',
    ...(profileName === '' ? {} : { profile: profileName }),
  });
  if (!document) throw new UserError('host-refused', { detail: 'no temporary document' });
  return document;
}

/** The numbers go in as they are: tagged with the document's own profile they are not converted. */
async function fill(document: HostDocument, picture: HostPixels): Promise<void> {
  const { profileName } = knownProfile(document.colorProfileName);
  const background = document.layers[0];
  const imageData = await imaging.createImageDataFromBuffer(picture.data, {
    width: picture.width,
    height: picture.height,
    components: 3,
    colorSpace: 'RGB',
    ...(profileName === '' ? {} : { colorProfile: profileName }),
  });
  try {
    await imaging.putPixels({ documentID: document.id, layerID: background.id, imageData });
  } finally {
    imageData.dispose();
  }
  await selectLayers([background.id]);
}
