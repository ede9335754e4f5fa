/** Every format that a style can be written in, by the name that stands behind --to. */
import path from 'node:path';
import { exportAcv } from '../formats/acv/acv';
import { exportCube } from '../formats/cube/exportCube';
import type { Exported } from '../formats/exported';
import { exportHald, HALD_LEVELS } from '../formats/hald/hald';
import { exportDeviceLink } from '../formats/icc/exportDeviceLink';
import { exportPp3 } from '../formats/pp3/exportPp3';
import type { Style } from '../formats/style/style';
import { exportThreeDl, THREE_DL_SIZES } from '../formats/threeDl/threeDl';
import { exportXmpProfile } from '../formats/xmp/exportXmpProfile';
import { nodeDeflate } from './nodeDeflate';

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
    summary: '3D LUT (.cube) for Photoshop, Premiere, Resolve, Final Cut, OBS, darktable, Affinity',
    sizes: [33, 17, 65, 32, 64],
    export: (style, { size }) => exportCube(style, size),
  },
  {
    format: 'hald',
    summary: 'Hald picture (.png, 16 bit; --size is the level) for RawTherapee, digiKam, G’MIC, ImageMagick',
    sizes: HALD_LEVELS,
    export: (style, { size }) => exportHald(style, size, nodeDeflate),
  },
  {
    format: '3dl',
    summary: '3D LUT (.3dl) for Flame, Lustre, Photoshop',
    sizes: THREE_DL_SIZES,
    export: (style, { size }) => exportThreeDl(style, size),
  },
  {
    format: 'icc-devicelink',
    summary: 'ICC device link (.icc) for Photoshop’s Color Lookup and color-managed converters',
    sizes: [],
    export: exportDeviceLink,
  },
  {
    format: 'xmp-profile',
    summary: 'creative profile (.xmp) for Lightroom and Camera Raw',
    sizes: [],
    export: exportXmpProfile,
  },
  {
    format: 'pp3',
    summary: 'RawTherapee profile (.pp3) with a Hald picture beside it',
    sizes: [],
    export: (style, { fileName }) => {
      const { dir, name } = path.parse(path.resolve(fileName));
      return exportPp3(style, name, (hald) => path.join(dir, hald), nodeDeflate);
    },
  },
  {
    format: 'acv',
    summary: 'Photoshop curves preset (.acv): the curves alone',
    sizes: [],
    export: exportAcv,
  },
];
