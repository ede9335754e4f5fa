/** The files for other programs that the panel can write. */
import { exportAcv } from '../formats/acv/acv';
import { exportCube } from '../formats/cube/exportCube';
import type { Exported } from '../formats/exported';
import { exportDeviceLink } from '../formats/icc/exportDeviceLink';
import type { Style } from '../formats/style/style';
import { exportThreeDl } from '../formats/threeDl/threeDl';
import { exportXmpProfile } from '../formats/xmp/exportXmpProfile';

export const EXPORT_FORMATS = ['cube', 'xmp', '3dl', 'icc', 'acv'] as const;
/** Named after the file's extension. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const THREE_DL_SIZE = 33;

type Exporter = (style: Style, lutSize: number) => Exported;

export const EXPORTERS: Readonly<Record<ExportFormat, Exporter>> = {
  cube: exportCube,
  xmp: exportXmpProfile,
  '3dl': (style) => exportThreeDl(style, THREE_DL_SIZE),
  icc: exportDeviceLink,
  acv: exportAcv,
};
