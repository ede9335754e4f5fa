/** PhotoshopHost on the modules `photoshop` and `uxp`: the adapter that ships. */
import { applyStack } from './applyStack';
import { convertToRgb } from './convertToRgb';
import { findDocument, listDocuments } from './documents';
import { encodePreview } from './encodePreview';
import { openFiles, openFolder, openTextFile, readData, saveFile, saveToFolder, writeData } from './files';
import { findFilmfitGroups, removeFilmfitGroup } from './filmfitGroups';
import type { PhotoshopHost } from './photoshopHost';
import { readPicture } from './readPicture';
import { recordStep } from './recordStep';
import { selectedArea } from './selectedArea';
import { watchDocuments } from './watchDocuments';

export function createPhotoshopHost(): PhotoshopHost {
  return {
    documents: async () => listDocuments(),
    watchDocuments,
    readPicture,
    selectedArea: async (documentId) => selectedArea(documentId, findDocument(documentId).name),
    applyStack,
    findFilmfitGroups,
    removeFilmfitGroup,
    convertToRgb,
    encodePreview,
    saveFile,
    openTextFile,
    openFiles,
    openFolder,
    saveToFolder,
    recordStep,
    readData,
    writeData,
  };
}
