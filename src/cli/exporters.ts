/** Every format that a style can be written in, by the name that stands behind --to. */
import type { Style } from '../formats/style/style';
import { exportCube } from '../formats/cube/exportCube';
import type { Exported } from '../formats/exported';

export interface ExportOptions {
  /** One of `sizes`, the first by default; 0 when the format has no choice. */
  readonly size: number;
  readonly fileName: string;
}

export interface Exporter {
  readonly format: string;
  readonly summary: string;
  /** Sizes to choose from, the default first; empty when there is no choice. */
  readonly sizes: readonly number[];
  readonly export: (style: Style, options: ExportOptions) => Exported;
}

export const EXPORTERS: readonly Exporter[] = [
  {
    format: 'cube',
    summary: '3D LUT (.cube): Photoshop, Premiere, Resolve, Final Cut, OBS, darktable, Affinity',
    sizes: [33, 17, 65, 32, 64],
    export: (style, { size }) => exportCube(style, size),
  },
];
