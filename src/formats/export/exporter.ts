/** What every export format says about itself, to the command line and to the panel. Nothing here needs Node or a heavy codec. */
import type { Adjustment } from '../../engine/adjustments';
import type { RgbSpaceId } from '../../engine/color/rgbSpace';
import type { Deflate } from '../image/deflate';
import type { Style } from '../style/style';
import type { Exported } from './exported';
import type { LossCode } from './losses';

export type ExportId =
  | 'filmfit'
  | 'json'
  | 'cube'
  | 'hald'
  | '3dl'
  | 'icc-devicelink'
  | 'icc-abstract'
  | 'icc-camera'
  | 'dcp'
  | 'xmp-profile'
  | 'xmp-preset'
  | 'costyle'
  | 'pp3'
  | 'pp3-curves'
  | 'dtstyle'
  | 'acv'
  | 'psd'
  | 'actionjson';

/** The pixels that a PSD is made on; interleaved RGB, upright. */
export interface ExportPicture {
  readonly width: number;
  readonly height: number;
  readonly bitsPerChannel: 8 | 16;
  readonly pixels: Uint8Array | Uint16Array;
  readonly iccProfile?: Uint8Array;
}

/** What an export may need beside the style. */
export interface ExportContext {
  /** One of the exporter's `sizes`. @default the first */
  readonly size?: number;
  /** Of the pictures that a table is for, where the exporter `takesSpace`. @default the one of the look */
  readonly space?: RgbSpaceId;
  /** Name of the file without its extension; files beside it are named after it. */
  readonly baseName: string;
  /** The path by which the file names one beside it. @default its name alone */
  readonly pathOf?: (companion: string) => string;
  /** @default the portable one */
  readonly deflate?: Deflate;
  /** For `psd`. @default a color chart */
  readonly picture?: ExportPicture;
  /** For `dcp`: the profile of the user's camera. @default a generic one */
  readonly baseDcp?: { readonly bytes: Uint8Array; readonly fileName: string };
  /** For `actionjson`: an adjustment as batchPlay takes it (src/photoshop/descriptors). */
  readonly describe?: (adjustment: Adjustment) => object;
}

export interface Exporter {
  readonly id: ExportId;
  /** Without the dot. */
  readonly extension: string;
  /** Sizes to choose from, the default first: nodes of a LUT, level of a Hald picture. Empty when there is no choice. */
  readonly sizes: readonly number[];
  /** Whether it can be made for pictures in another space than the look's. */
  readonly takesSpace: boolean;
  /** Of the pictures that a file is for, by the look's and the one that was chosen; null when the program converts from any. */
  readonly pictureSpace: (lookSpace: RgbSpaceId, chosen?: RgbSpaceId) => RgbSpaceId | null;
  /** Whether what it writes is two files. */
  readonly hasCompanion: boolean;
  /** What has to be in the context; the rest is optional. */
  readonly needs: readonly ('describe' | 'pathOf')[];
  /** What the format may lose; what one file has lost stands in its `losses`. */
  readonly losses: readonly LossCode[];
  /** @throws UserError; RangeError for a size that is not in the list, or when something is missing that it needs */
  readonly export: (style: Style, context: ExportContext) => Exported;
}
