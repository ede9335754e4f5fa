/** The files for other programs that the panel can write: every format but the style itself, which has a button of its own. */
import type { RgbSpaceId } from '../engine/color/rgbSpace';
import { EXPORTERS } from '../formats/export/exporters';
import type { Exporter, ExportId } from '../formats/export/exporter';

export const PANEL_EXPORTERS: readonly Exporter[] = EXPORTERS.filter(({ id }) => id !== 'filmfit');

/** What the user has chosen for files; as nothing is chosen, the file's own defaults hold. */
export interface ExportChoices {
  readonly format: ExportId;
  /** Steps or levels by format. */
  readonly sizes: Readonly<Partial<Record<ExportId, number>>>;
  /** Of the pictures that a table is for; null is the space of the look. */
  readonly space: RgbSpaceId | null;
  /** The profile of the user's camera, for `dcp`. */
  readonly baseDcp: { readonly fileName: string; readonly bytes: Uint8Array } | null;
}

export const NO_EXPORT_CHOICES: ExportChoices = { format: 'cube', sizes: {}, space: null, baseDcp: null };

/** @throws RangeError for a format that the panel does not write */
export function panelExporter(id: ExportId): Exporter {
  const exporter = PANEL_EXPORTERS.find((each) => each.id === id);
  if (!exporter) throw new RangeError(`The panel writes no “${id}”.`);
  return exporter;
}

/** The size that a file will have: what was chosen for the format, else what the settings say for all LUTs, else its default. */
export function exportSize(
  { id, sizes }: Exporter,
  choices: ExportChoices,
  settingsSize: number,
): number | null {
  const wanted = choices.sizes[id] ?? settingsSize;
  return sizes.includes(wanted) ? wanted : (sizes[0] ?? null);
}
