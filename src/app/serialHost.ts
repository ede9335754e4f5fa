/**
 * Photoshop refuses a second modal scope while one is open, so calls into the host wait for each other. Without this a
 * thumbnail that is being read would make a click on Apply fail.
 */
import type { PhotoshopHost } from '../photoshop/photoshopHost';

export function createSerialHost(host: PhotoshopHost): PhotoshopHost {
  let last: Promise<unknown> = Promise.resolve();
  function inTurn<T>(call: () => Promise<T>): Promise<T> {
    const result = last.then(call);
    last = result.catch(() => undefined);
    return result;
  }
  return {
    ...host,
    documents: () => inTurn(() => host.documents()),
    readPicture: (source, options) => inTurn(() => host.readPicture(source, options)),
    selectedArea: (documentId) => inTurn(() => host.selectedArea(documentId)),
    applyStack: (options) => inTurn(() => host.applyStack(options)),
    findFilmfitGroups: (documentId) => inTurn(() => host.findFilmfitGroups(documentId)),
    removeFilmfitGroup: (documentId, groupId) => inTurn(() => host.removeFilmfitGroup(documentId, groupId)),
    convertToRgb: (documentId) => inTurn(() => host.convertToRgb(documentId)),
    encodePreview: (image) => inTurn(() => host.encodePreview(image)),
  };
}
