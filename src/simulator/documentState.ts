/**
 * What a document is at one moment. Nothing here is ever changed in place: a change makes a new state that shares
 * what stayed the same, so a history state is a reference and undo is byte-identical by construction.
 */
import type { BlendIf } from '../engine/render/blendIf';
import type { Descriptor } from './batchPlay/descriptor';

export type DocumentModeName =
  'RGBColorMode' | 'CMYKColorMode' | 'labColorMode' | 'grayscaleMode' | 'indexedColorMode';

/** Half-open box in document pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Interleaved pixels; 8-bit codes 0…255, or 16-bit values on Photoshop's grid 0…32768. */
export interface Pixels {
  readonly box: Box;
  readonly channels: 3 | 4;
  readonly data: Uint8Array | Uint16Array;
}

/** Coverage 0…255 inside `box`; outside of it the coverage is 0. */
export interface Coverage {
  readonly box: Box;
  readonly data: Uint8Array;
}

export interface LayerState {
  readonly id: number;
  readonly name: string;
  readonly kind: 'pixel' | 'group' | 'adjustment';
  readonly visible: boolean;
  /** Percent. */
  readonly opacity: number;
  readonly blendMode: string;
  /** "Blend If: Gray", on what lies below; null where it is as ever. */
  readonly blendIf: BlendIf | null;
  readonly locked: boolean;
  readonly background: boolean;
  /** The color label; 'none' without one. */
  readonly color: string;
  /** XMP packet, or null. */
  readonly xmp: string | null;
  readonly mask: Coverage | null;
  /** Of pixel layers. */
  readonly pixels: Pixels | null;
  /** Of adjustment layers: the descriptor as Photoshop keeps it. */
  readonly adjustment: Descriptor | null;
  /** Of groups, from the top layer to the bottom one. */
  readonly children: readonly LayerState[];
}

export interface SavedChannel {
  readonly name: string;
  readonly coverage: Coverage;
}

export interface DocumentState {
  readonly width: number;
  readonly height: number;
  readonly mode: DocumentModeName;
  readonly bitsPerChannel: 8 | 16 | 32;
  /** '' when the document is untagged. */
  readonly profileName: string;
  /** From the top layer to the bottom one. */
  readonly layers: readonly LayerState[];
  readonly activeLayerIds: readonly number[];
  readonly selection: Coverage | null;
  readonly channels: readonly SavedChannel[];
}

/** The largest value of a channel. */
export const maxValue = (bits: number): number => (bits === 16 ? 32768 : 255);

export function newLayer(fields: Pick<LayerState, 'id' | 'name' | 'kind'> & Partial<LayerState>): LayerState {
  return {
    visible: true,
    opacity: 100,
    blendMode: fields.kind === 'group' ? 'passThrough' : 'normal',
    blendIf: null,
    locked: false,
    background: false,
    color: 'none',
    xmp: null,
    mask: null,
    pixels: null,
    adjustment: null,
    children: [],
    ...fields,
  };
}
