/** PhotoshopHost on the modules `photoshop` and `uxp`: the adapter that ships. */
import { applyStack } from './applyStack';
import { convertToRgb } from './convertToRgb';
import { listDocuments } from './documents';
import { encodePreview } from './encodePreview';
import { openTextFile, readData, saveFile, writeData } from './files';
import { findFilmfitGroups, removeFilmfitGroup } from './filmfitGroups';
import type { PhotoshopHost } from './photoshopHost';
import { readPicture } from './readPicture';
import { watchDocuments } from './watchDocuments';

export function createPhotoshopHost(): PhotoshopHost {
  return {
    documents: async () => listDocuments(),
    watchDocuments,
    readPicture,
    applyStack,
    findFilmfitGroups,
    removeFilmfitGroup,
    convertToRgb,
    encodePreview,
    saveFile,
    openTextFile,
    readData,
    writeData,
  };
}
