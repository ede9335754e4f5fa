/** A document's layers as the compositor sees them, from the bottom to the top. */
import type { Adjustment } from '../adjustments';
import type { BlendMode } from './blendModes';

/** Pixel bounds in the document; `right` and `bottom` are exclusive and may lie outside the canvas, as `left` and `top`. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** 8-bit codes in 8-bit documents; 0…32768 in 16-bit documents. */
export type Codes = Uint8Array | Uint16Array;

export interface LayerMask {
  readonly bounds: Bounds;
  /** One 8-bit code a pixel of the bounds. */
  readonly data: Uint8Array;
  /** The mask outside its bounds. */
  readonly outside: number;
}

interface CommonLayer {
  /** 0…255. */
  readonly opacity: number;
  readonly blendMode: BlendMode;
  readonly mask: LayerMask | null;
  /** Shown only where the nearest layer below that is not clipped has something. */
  readonly clipped: boolean;
}

export interface PixelLayer extends CommonLayer {
  readonly kind: 'pixels';
  readonly bounds: Bounds;
  /** Interleaved red, green, blue, alpha of the bounds; color is not multiplied with alpha. */
  readonly data: Codes;
}

export interface AdjustingLayer extends CommonLayer {
  readonly kind: 'adjustment';
  readonly adjustment: Adjustment;
}

export interface GroupLayer extends CommonLayer {
  readonly kind: 'group';
  /** A group that passes through lets its layers act on what lies below the group; `blendMode` is then of no effect. */
  readonly passThrough: boolean;
  readonly children: readonly CompositeLayer[];
}

export type CompositeLayer = PixelLayer | AdjustingLayer | GroupLayer;
