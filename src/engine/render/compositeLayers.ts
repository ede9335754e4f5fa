/**
 * What a document looks like: layers from the bottom to the top, each rounded to whole codes before the next.
 *
 * - A pixel layer covers what lies below by alpha × mask × opacity.
 * - An adjustment maps what lies below; mask × opacity mix the result with it. Transparency stays.
 * - A group that passes through works on what lies below, and its mask × opacity mix the picture before and after its
 *   layers; any other group is composited on its own over nothing and then covers like a pixel layer.
 * - Layers clipped to a base are blended onto the base's own colors; the whole then covers with the base's alpha.
 */
import { blendColors } from './blendModes';
import type { Bounds, Codes, CompositeLayer, LayerMask } from './layerTree';
import { createAdjustmentMapper16, WHITE_16 } from './mapper16';
import { mixCode } from './mixCodes';
import { createAdjustmentMapper8 } from './renderAdjustment';
import type { Adjustment } from '../adjustments';

/** Interleaved red, green, blue, alpha of a whole document. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  /** 8-bit codes, or 0…32768 in a Uint16Array. */
  readonly data: Codes;
}

/** A transparent canvas. */
export function emptyCanvas(width: number, height: number, bitsPerChannel: 8 | 16): Canvas {
  const length = 4 * width * height;
  return { width, height, data: bitsPerChannel === 8 ? new Uint8Array(length) : new Uint16Array(length) };
}

/** Composites `layers` (bottom to top) onto `canvas`, in place. */
export function compositeLayers(canvas: Canvas, layers: readonly CompositeLayer[]): void {
  for (let i = 0; i < layers.length;) {
    const base = layers[i++];
    const clipped: CompositeLayer[] = [];
    while (i < layers.length && layers[i].clipped) clipped.push(layers[i++]);
    compositeOne(canvas, base, clipped);
  }
}

function compositeOne(canvas: Canvas, layer: CompositeLayer, clipped: readonly CompositeLayer[]): void {
  if (layer.opacity === 0) return;
  if (layer.kind === 'group' && layer.passThrough && clipped.length === 0) {
    const after = copyOf(canvas);
    compositeLayers(after, layer.children);
    mixCanvas(canvas, after, layer);
    return;
  }
  const own = emptyCanvas(canvas.width, canvas.height, canvas.data instanceof Uint8Array ? 8 : 16);
  if (layer.kind === 'adjustment') {
    own.data.set(canvas.data);
    adjust(own, layer.adjustment);
    compositeClipped(own, clipped);
    mixCanvas(canvas, own, layer);
    return;
  }
  if (layer.kind === 'pixels') place(own, layer.bounds, layer.data);
  else compositeLayers(own, layer.children);
  compositeClipped(own, clipped);
  cover(canvas, own, layer);
}

/** Clipped layers act where their base has something, and leave its alpha. */
function compositeClipped(base: Canvas, clipped: readonly CompositeLayer[]): void {
  for (const layer of clipped) {
    const alpha = alphaOf(base);
    compositeOne(base, { ...layer, clipped: false }, []);
    for (let p = 0; p < alpha.length; p++) base.data[4 * p + 3] = alpha[p];
  }
}

function alphaOf({ data }: Canvas): Codes {
  const alpha =
    data instanceof Uint8Array ? new Uint8Array(data.length / 4) : new Uint16Array(data.length / 4);
  for (let p = 0; p < alpha.length; p++) alpha[p] = data[4 * p + 3];
  return alpha;
}

const copyOf = (canvas: Canvas): Canvas => ({ ...canvas, data: canvas.data.slice() });

function adjust(canvas: Canvas, adjustment: Adjustment): void {
  const { data } = canvas;
  if (data instanceof Uint8Array) createAdjustmentMapper8(adjustment)(data, data, data.length / 4, 4);
  else createAdjustmentMapper16(adjustment)(data, data, data.length / 4, 4);
}

function place(canvas: Canvas, bounds: Bounds, data: Codes): void {
  const width = bounds.right - bounds.left;
  const left = Math.max(bounds.left, 0);
  const right = Math.min(bounds.right, canvas.width);
  if (right <= left) return;
  for (let y = Math.max(bounds.top, 0); y < Math.min(bounds.bottom, canvas.height); y++) {
    const from = 4 * ((y - bounds.top) * width + left - bounds.left);
    canvas.data.set(data.subarray(from, from + 4 * (right - left)), 4 * (y * canvas.width + left));
  }
}

/** `canvas` becomes the mix of itself and `after` by the layer's mask and opacity; alpha is taken along. */
function mixCanvas(canvas: Canvas, after: Canvas, layer: CompositeLayer): void {
  const { data, width, height } = canvas;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i += 4) {
      const share = coverage(layer.mask, layer.opacity, x, y);
      if (share === 0) continue;
      for (let c = i; c < i + 4; c++) data[c] = mixCode(data[c], after.data[c], share);
    }
  }
}

/** Mask × opacity as a code 0…255. */
function coverage(mask: LayerMask | null, opacity: number, x: number, y: number): number {
  if (!mask) return opacity;
  const { left, top, right, bottom } = mask.bounds;
  const inside = x >= left && x < right && y >= top && y < bottom;
  const code = inside ? mask.data[(y - top) * (right - left) + x - left] : mask.outside;
  return Math.floor((code * opacity) / 255 + 0.5);
}

/** `canvas` is covered by `own` with the layer's blend mode, mask and opacity (PDF reference, 11.3.6). */
function cover(canvas: Canvas, own: Canvas, layer: CompositeLayer): void {
  const { data, width, height } = canvas;
  const white = data instanceof Uint8Array ? 255 : WHITE_16;
  const below = new Float64Array(3);
  const above = new Float64Array(3);
  const blended = new Float64Array(3);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i += 4) {
      const alphaAbove = (own.data[i + 3] * coverage(layer.mask, layer.opacity, x, y)) / 255;
      if (alphaAbove === 0) continue;
      if (alphaAbove === white && layer.blendMode === 'normal') {
        for (let c = 0; c < 4; c++) data[i + c] = own.data[i + c];
        continue;
      }
      const a = alphaAbove / white;
      const b = data[i + 3] / white;
      for (let c = 0; c < 3; c++) {
        below[c] = data[i + c] / white;
        above[c] = own.data[i + c] / white;
      }
      blendColors(layer.blendMode, below, above, blended);
      const union = a + b - a * b;
      for (let c = 0; c < 3; c++) {
        const color = ((1 - a) * b * below[c] + (1 - b) * a * above[c] + a * b * blended[c]) / union;
        data[i + c] = Math.floor(white * color + 0.5);
      }
      data[i + 3] = Math.floor(white * union + 0.5);
    }
  }
}
