/** Every format that a style can be written in. The command line and the panel read the same table. */
import { exportActionJson } from '../actionJson/exportActionJson';
import { exportAcv } from '../acv/exportAcv';
import { exportCostyle } from '../costyle/exportCostyle';
import { exportCube } from '../cube/exportCube';
import { exportDcp } from '../dcp/exportDcp';
import { dtstyleSpace, exportDtstyle } from '../dtstyle/exportDtstyle';
import { exportHald } from '../hald/exportHald';
import { HALD_LEVELS } from '../hald/hald';
import { exportAbstract } from '../icc/exportAbstract';
import { exportCamera } from '../icc/exportCamera';
import { exportDeviceLink } from '../icc/exportDeviceLink';
import { exportJson } from '../json/exportJson';
import { exportPp3, pp3Space } from '../pp3/exportPp3';
import { exportPp3Curves } from '../pp3/exportPp3Curves';
import { exportPsd } from '../psd/exportPsd';
import { exportStyle } from '../style/exportStyle';
import { STYLE_EXTENSION, type Style } from '../style/style';
import { exportThreeDl } from '../threeDl/exportThreeDl';
import { THREE_DL_SIZES } from '../threeDl/threeDl';
import { exportXmpPreset } from '../xmp/exportXmpPreset';
import { exportXmpProfile } from '../xmp/exportXmpProfile';
import type { RgbSpaceId } from '../../engine/color/rgbSpace';
import type { Exported } from './exported';
import type { ExportContext, Exporter, ExportId } from './exporter';
import type { LossCode } from './losses';

const LUT_SIZES = [33, 17, 65] as const;

interface Definition {
  readonly extension: string;
  readonly sizes?: readonly number[];
  readonly needs?: Exporter['needs'];
  readonly takesSpace?: boolean;
  /** @default the chosen space, or the one of the look */
  readonly pictureSpace?: (lookSpace: RgbSpaceId) => RgbSpaceId | null;
  readonly hasCompanion?: boolean;
  readonly losses?: readonly LossCode[];
  /** Keeps grain and halation, which are more than colors. */
  readonly keepsTexture?: boolean;
  readonly run: (style: Style, context: Chosen) => Exported;
}

/** The program knows the space of its picture, and brings its colors to what the file works in. */
const anySpace = (): null => null;

/** The context with the choice made; 0 where there is none. */
type Chosen = ExportContext & { readonly size: number };

const DEFINITIONS: Readonly<Record<ExportId, Definition>> = {
  filmfit: { extension: STYLE_EXTENSION, keepsTexture: true, run: exportStyle },
  cube: {
    extension: 'cube',
    sizes: [...LUT_SIZES, 32, 64],
    takesSpace: true,
    run: (style, { size, space }) => exportCube(style, size, space),
  },
  hald: {
    extension: 'png',
    sizes: HALD_LEVELS,
    losses: ['space-in-name'],
    takesSpace: true,
    run: (style, { size, space, deflate }) => exportHald(style, size, space, deflate),
  },
  '3dl': {
    extension: '3dl',
    sizes: THREE_DL_SIZES,
    losses: ['rounded'],
    takesSpace: true,
    run: (style, { size, space }) => exportThreeDl(style, size, space),
  },
  'icc-devicelink': {
    extension: 'icc',
    takesSpace: true,
    run: (style, { space }) => exportDeviceLink(style, space),
  },
  'icc-abstract': {
    extension: 'icc',
    losses: ['outside-gamut'],
    pictureSpace: anySpace,
    run: exportAbstract,
  },
  'icc-camera': { extension: 'icc', losses: ['experimental'], run: exportCamera },
  dcp: {
    extension: 'dcp',
    losses: ['no-neutral-tint', 'fixed-end-points', 'generic-camera', 'base-without-curve'],
    pictureSpace: anySpace,
    run: (style, { baseDcp }) => exportDcp(style, baseDcp),
  },
  'xmp-profile': {
    extension: 'xmp',
    losses: ['base-rendering'],
    pictureSpace: anySpace,
    run: exportXmpProfile,
  },
  'xmp-preset': {
    extension: 'xmp',
    losses: ['curves-only', 'curves-unproved'],
    pictureSpace: anySpace,
    run: exportXmpPreset,
  },
  costyle: { extension: 'costyle', losses: ['curves-only', 'curves-unproved'], run: exportCostyle },
  pp3: {
    extension: 'pp3',
    losses: ['companion', 'other-space'],
    needs: ['pathOf'],
    pictureSpace: pp3Space,
    hasCompanion: true,
    run: (style, { baseName, pathOf, deflate }) =>
      exportPp3(style, baseName, pathOf ?? ((name) => name), deflate),
  },
  'pp3-curves': { extension: 'pp3', losses: ['curves-only'], pictureSpace: anySpace, run: exportPp3Curves },
  dtstyle: {
    extension: 'dtstyle',
    sizes: LUT_SIZES,
    losses: ['companion-in-lut-folder', 'other-space'],
    pictureSpace: dtstyleSpace,
    hasCompanion: true,
    run: (style, { baseName, size }) => exportDtstyle(style, baseName, size),
  },
  acv: { extension: 'acv', losses: ['curves-only'], run: exportAcv },
  psd: {
    extension: 'psd',
    losses: ['layers', 'chart'],
    run: (style, { picture }) => exportPsd(style, picture),
  },
  actionjson: {
    extension: 'json',
    losses: ['layers'],
    needs: ['describe'],
    run: (style, { describe }) => {
      if (!describe) throw new RangeError('actionjson needs a way to describe adjustments.');
      return exportActionJson(style, describe);
    },
  },
  json: { extension: 'json', sizes: LUT_SIZES, run: (style, { size }) => exportJson(style, size) },
};

export const EXPORTERS: readonly Exporter[] = (Object.keys(DEFINITIONS) as ExportId[]).map(exporterOf);

function exporterOf(id: ExportId): Exporter {
  const definition = DEFINITIONS[id];
  const { extension, sizes = [], needs = [], losses = [], keepsTexture, run } = definition;
  const { takesSpace = false, hasCompanion = false, pictureSpace = (lookSpace) => lookSpace } = definition;
  return {
    id,
    extension,
    sizes,
    needs,
    takesSpace,
    pictureSpace: (lookSpace, chosen) => (takesSpace ? (chosen ?? lookSpace) : pictureSpace(lookSpace)),
    hasCompanion,
    losses: [
      ...losses,
      ...(takesSpace ? (['chosen-space'] as const) : []),
      ...(keepsTexture ? [] : (['grain-and-halation'] as const)),
    ],
    export: (style, context) => {
      const size = context.size ?? sizes[0] ?? 0;
      if (context.size !== undefined && !sizes.includes(size)) {
        throw new RangeError(`Expected a size of ${sizes.join(', ') || 'no choice'}, got ${size}.`);
      }
      if (context.space !== undefined && context.space !== style.look.space && !takesSpace) {
        throw new RangeError(`The space of ${id} is that of the look, got ${context.space}.`);
      }
      const exported = run(style, { ...context, size });
      const { grain, halation } = style.look;
      if (keepsTexture || (!grain && !halation)) return exported;
      return { ...exported, losses: [...exported.losses, { code: 'grain-and-halation' }] };
    },
  };
}
