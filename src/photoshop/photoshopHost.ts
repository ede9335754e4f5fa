/**
 * The one door between the application and Photoshop. This folder implements it on the modules `photoshop` and
 * `uxp`; the application sees documents and pictures, never descriptors, modal scopes or history states.
 * Every method rejects with a `UserError` when the user has to do something about it.
 */
import type { AdjustmentStack } from '../engine/adjustments';
import type { BlendIf } from '../engine/render/blendIf';
import type { RgbImage } from '../engine/image/rgbImage';
import type { RgbSpaceId } from '../engine/color/rgbSpace';

/** Why a document or layer cannot be read; a key of the texts in src/app/texts. */
export type UnsupportedReason = 'mode-not-rgb' | 'depth-32' | 'empty-layer';

export interface LayerSummary {
  readonly id: number;
  readonly name: string;
}

export interface DocumentSummary {
  readonly id: number;
  readonly name: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bitsPerChannel: 8 | 16 | 32;
  /** As Photoshop names it; '' when the document is untagged. */
  readonly profileName: string;
  /** The space Filmfit computes in for this document. */
  readonly space: RgbSpaceId;
  /** False when the profile is none of the known spaces and the nearest (sRGB) is assumed. */
  readonly profileKnown: boolean;
  readonly unsupported: UnsupportedReason | null;
  readonly active: boolean;
  /** Pixel layers that can be read on their own, top to bottom. */
  readonly layers: readonly LayerSummary[];
}

/** A whole document as it is seen, or one of its layers. */
export interface PictureSource {
  readonly documentId: number;
  readonly layerId: number | null;
}

/** Right and bottom are exclusive. */
export interface PixelArea {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface ReadOptions {
  /** The picture is scaled down by Photoshop so that its long edge is at most this. */
  readonly longEdgePx: number;
  /** Read in the profile of this document, so that film and digital share a space. */
  readonly profileOfDocumentId: number;
  /** Read only the box around the document's selection. @default false */
  readonly selectionOnly?: boolean;
  /** Read only this box, whatever is selected. @default the whole picture */
  readonly area?: PixelArea;
  /**
   * Read the document without the group that a new one of this purpose would replace; for an inversion, which lies
   * below the looks, without any group of ours. @default with all
   */
  readonly withoutReplaced?: GroupPurpose;
}

/** What a group does: it gives a picture a look, or makes a scanned negative positive. */
export type GroupPurpose = 'look' | 'inversion';

export interface ApplyOptions {
  readonly documentId: number;
  readonly stack: AdjustmentStack;
  /** The style file's text, kept with the group so that a later session can edit the look again. */
  readonly styleText: string;
  /** An inversion goes below the looks that are there. @default 'look' */
  readonly purpose?: GroupPurpose;
  /** What to do when the document already holds a Filmfit group of this purpose. */
  readonly existing: 'replace' | 'add';
  /** Use the current selection as the mask of the group. */
  readonly maskFromSelection: boolean;
  /** Grain and halation as pixel layers. @default none */
  readonly textures?: readonly TextureLayer[];
  /** What to do when Photoshop still renders otherwise than predicted. Default 'keep'. */
  readonly ifDifferent?: 'keep' | 'rollBack';
}

/** How a texture meets what lies below it; grain leaves the picture alone where it is neutral gray. */
export type TextureBlendMode =
  'softLight' | 'overlay' | 'linearLight' | 'screen' | 'linearDodge' | 'multiply';

/** A layer of pixels in the group, beside the adjustment layers: grain on top of them, halation and the flat field below. */
export interface TextureLayer {
  readonly name: string;
  readonly place: 'top' | 'bottom';
  readonly blendMode: TextureBlendMode;
  /** Percent. */
  readonly opacity: number;
  /** Where it shows, by the brightness below it. @default everywhere */
  readonly blendIf?: BlendIf;
  /** The size of the document that it is made for. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Of the noise in it: kept in the layer's metadata, so that the same grain can be made again. @default none */
  readonly seed?: number;
  /** Interleaved RGB of the rows [top, bottom), encoded as the document and nominal [0, 1]; asked for strip by strip, downwards. */
  readonly rows: (top: number, bottom: number) => Float32Array;
}

/** What was found when the applied layers were read back. */
export interface Verification {
  readonly verdict: 'verified' | 'differs' | 'not-checked';
  /** Largest and mean difference between Photoshop's composite and our prediction, in 8-bit levels. */
  readonly maxLevels: number;
  readonly meanLevels: number;
  /** Present when Photoshop rendered otherwise and the last Curves layer was fitted anew: what it was before. */
  readonly beforeRefit?: { readonly maxLevels: number; readonly meanLevels: number };
}

/** A group that Filmfit made, with the style file's text that it was made from. */
export interface FilmfitGroup {
  readonly groupId: number;
  readonly name: string;
  readonly purpose: GroupPurpose;
  /** The style file's text; of an inversion the inversion file's. */
  readonly styleText: string;
  /** From the top to the bottom. */
  readonly layerNames: readonly string[];
  /** Whether the group or one of its layers is active in the Layers panel. */
  readonly selected: boolean;
}

export interface AppliedGroup {
  readonly documentId: number;
  readonly groupId: number;
  readonly groupName: string;
  readonly layerNames: readonly string[];
  readonly verification: Verification;
}

export interface FileType {
  readonly extension: string;
  readonly label: string;
}

/** A file that the user has chosen; read when it is needed. Reading rejects with a UserError. */
export interface OpenedFile {
  readonly name: string;
  text(): Promise<string>;
  bytes(): Promise<Uint8Array>;
}

export interface SavedFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** A step that is played later, from an Action: the name of a global function and what it is given. */
export interface RecordedStep {
  /** What the Actions panel shows. */
  readonly name: string;
  readonly methodName: string;
  readonly info: Readonly<Record<string, unknown>>;
}

export interface PhotoshopHost {
  documents(): Promise<readonly DocumentSummary[]>;
  /** Calls back when documents are opened, closed, selected or changed. Returns the way to stop. */
  watchDocuments(listener: () => void): () => void;
  readPicture(source: PictureSource, options: ReadOptions): Promise<RgbImage>;
  /** The box around the selection, in pixels of the document. Rejects with UserError `no-selection`. */
  selectedArea(documentId: number): Promise<PixelArea>;
  applyStack(options: ApplyOptions): Promise<AppliedGroup>;
  /** Groups made earlier, in this session or another, from the top to the bottom. */
  findFilmfitGroups(documentId: number): Promise<readonly FilmfitGroup[]>;
  /** Deletes such a group, as one undo step. */
  removeFilmfitGroup(documentId: number, groupId: number): Promise<void>;
  /** Makes a document of another mode, or of 32 bits, one that Filmfit can work on, as one undo step. Layers stay. */
  convertToRgb(documentId: number): Promise<void>;
  /** JPEG data URL for an <img>. */
  encodePreview(image: RgbImage): Promise<string>;
  /** Asks where to save; resolves to the file's name, or null when the user cancelled. */
  saveFile(suggestedName: string, type: FileType, content: string | Uint8Array): Promise<string | null>;
  /** Asks for a file; null when the user cancelled. */
  openTextFile(types: readonly FileType[]): Promise<{ readonly name: string; readonly text: string } | null>;
  /** Asks for one or several files; empty when the user cancelled. */
  openFiles(types: readonly FileType[]): Promise<readonly OpenedFile[]>;
  /** Asks for a folder and gives its files of these types; null when the user cancelled. */
  openFolder(types: readonly FileType[]): Promise<readonly OpenedFile[] | null>;
  /**
   * Asks for a folder and writes the files there; the folder's name, or null when the user cancelled.
   * @param files or what makes them, from the folder's path as the system writes it
   */
  saveToFolder(
    files: readonly SavedFile[] | ((folderPath: string) => readonly SavedFile[]),
  ): Promise<string | null>;
  /** Adds a step to the Action that is being recorded; does nothing while none is. */
  recordStep(step: RecordedStep): Promise<void>;
  /** Small texts in the plugin's own data folder: settings, the library. */
  readData(name: string): Promise<string | null>;
  writeData(name: string, text: string): Promise<void>;
}
