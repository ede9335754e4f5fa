/** The files for other programs that the panel can write: those that need nothing but the style and are one file. */
import { EXPORTERS } from '../formats/export/exporters';
import type { Exporter, ExportId } from '../formats/export/exporter';
import type { LossCode } from '../formats/export/losses';

const IN_TWO_FILES: readonly LossCode[] = ['companion', 'companion-in-lut-folder'];

export const PANEL_EXPORTERS: readonly Exporter[] = EXPORTERS.filter(
  ({ id, needs, losses }) =>
    id !== 'filmfit' && needs.length === 0 && !losses.some((loss) => IN_TWO_FILES.includes(loss)),
);

/** @throws RangeError for a format that the panel does not write */
export function panelExporter(id: ExportId): Exporter {
  const exporter = PANEL_EXPORTERS.find((each) => each.id === id);
  if (!exporter) throw new RangeError(`The panel writes no “${id}”.`);
  return exporter;
}
