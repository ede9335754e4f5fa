/** A document for a moment: made, filled, used and closed without saving inside one modal scope. */
import { app, imaging, type ExecutionContext, type HostDocument } from 'photoshop';
import { UserError } from '../engine/userError';
import { selectLayers } from './layerGroups';
import type { HostPixels } from './readPixels';

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
  // Closed by Photoshop itself when the scope ends early, by Cancel or an error.
  await context.hostControl.registerAutoCloseDocument(document.id);
  await fill(document, picture, profileName);
  const result = await work(document);
  await context.hostControl.unregisterAutoCloseDocument(document.id);
  await document.closeWithoutSaving();
  if (before) app.activeDocument = before;
  return result;
}

async function fill(document: HostDocument, picture: HostPixels, profileName: string): Promise<void> {
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
