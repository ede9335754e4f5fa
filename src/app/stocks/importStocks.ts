/** Files that become stocks: Filmfit's own, and tables and curves that the user brings. */
import type { Compute } from '../../compute/protocol';
import { readImport, type ImportedTable } from '../../formats/import/readImport';
import type { OpenedFile } from '../../photoshop/photoshopHost';
import { DEFAULT_LAYER_OPTIONS } from '../look/layerOptions';
import { NO_EDITS } from '../look/lookEdits';
import type { StyleWithOptions } from '../styleText';
import { TEXTS } from '../texts';
import { parseLibraryOrStyle, type ReadEntry } from './libraryFile';

export const IMPORTED_TYPES = [
  { extension: 'filmfit', label: TEXTS.fileTypes.library },
  { extension: 'json', label: TEXTS.fileTypes.style },
  { extension: 'cube', label: TEXTS.fileTypes.lut },
  { extension: '3dl', label: TEXTS.fileTypes.lut },
  { extension: 'png', label: TEXTS.fileTypes.hald },
  { extension: 'acv', label: TEXTS.fileTypes.curves },
] as const;

const OWN = /\.(filmfit|json)$/i;

/** @throws UserError that names the file and what is wrong with it */
export async function readStockFile(file: OpenedFile, compute: Compute): Promise<readonly ReadEntry[]> {
  if (OWN.test(file.name)) return parseLibraryOrStyle(await file.text(), file.name);
  const read = readImport(await file.bytes(), file.name);
  if (read.kind === 'style') return parseLibraryOrStyle(await file.text(), file.name);
  return [{ notes: {}, style: await styleOfTable(read, compute) }];
}

/** The table as a look, and the layers that come nearest to it. */
async function styleOfTable({ lut, name }: ImportedTable, compute: Compute): Promise<StyleWithOptions> {
  const { output } = await compute.run('importLut', { lut, name });
  const { look, projection } = output;
  return {
    style: {
      fitted: look,
      edits: NO_EDITS,
      look,
      stack: projection.value,
      metrics: null,
      projection: projection.diagnostics,
      heldOutDeltaE2000: null,
      frame: null,
      inversion: null,
      origin: 'stock',
    },
    layerOptions: DEFAULT_LAYER_OPTIONS,
  };
}
