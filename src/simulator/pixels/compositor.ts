/**
 * What a document looks like: layers from the bottom to the top, each rounded to the document's depth before the
 * next, as Photoshop does. Groups pass through: their opacity and mask mix the picture before and after their content.
 */
import { mixCode, opacityCode } from '../../engine/render/mixCodes';
import type { Adjustment } from '../../engine/adjustments';
import { adjustmentOf } from '../batchPlay/adjustments/storedAdjustments';
import type { Dialect } from '../dialect';
import {
  maxValue,
  type Box,
  type Coverage,
  type DocumentState,
  type LayerState,
  type Pixels,
} from '../documentState';
import { renderAdjustmentAs } from './renderAdjustmentAs';

/** RGBA of a box of the document, alpha last, in the document's depth. */
interface Canvas {
  readonly box: Box;
  readonly data: Uint8Array | Uint16Array;
  readonly max: number;
}

const width = (box: Box): number => box.right - box.left;
const height = (box: Box): number => box.bottom - box.top;

export const documentBox = (state: DocumentState): Box => ({
  left: 0,
  top: 0,
  right: state.width,
  bottom: state.height,
});

export function intersect(a: Box, b: Box): Box {
  const left = Math.max(a.left, b.left);
  const top = Math.max(a.top, b.top);
  return {
    left,
    top,
    right: Math.max(left, Math.min(a.right, b.right)),
    bottom: Math.max(top, Math.min(a.bottom, b.bottom)),
  };
}

/** The composite of `box`; 4 channels. */
export function compositeDocument(state: DocumentState, box: Box, dialect: Dialect): Pixels {
  const length = 4 * width(box) * height(box);
  const max = maxValue(state.bitsPerChannel);
  const data = max === 255 ? new Uint8Array(length) : new Uint16Array(length);
  compositeLayers({ box, data, max }, state.layers, dialect);
  return { box, channels: 4, data };
}

function compositeLayers(canvas: Canvas, layers: readonly LayerState[], dialect: Dialect): void {
  for (let i = layers.length - 1; i >= 0; i--) {
    const layer = layers[i];
    if (!layer.visible || layer.opacity === 0) continue;
    if (layer.kind === 'pixel') {
      if (layer.pixels) coverWith(canvas, layer.pixels, layer);
      continue;
    }
    const opacity = layer.kind === 'adjustment' && dialect.ignored === 'layerOpacity' ? 100 : layer.opacity;
    const before = opacity < 100 || layer.mask ? canvas.data.slice() : null;
    if (layer.kind === 'group') compositeLayers(canvas, layer.children, dialect);
    else adjust(canvas, adjustmentOf(layer), dialect);
    if (before) mixBack(canvas, before, opacity, layer.mask);
  }
}

function adjust(canvas: Canvas, adjustment: Adjustment | null, dialect: Dialect): void {
  if (adjustment) renderAdjustmentAs(dialect, adjustment, canvas.data);
}

/** Mixes what the canvas was with what it has become, by opacity and mask, in whole codes. */
function mixBack(
  canvas: Canvas,
  before: Uint8Array | Uint16Array,
  opacity: number,
  mask: Coverage | null,
): void {
  const { box, data } = canvas;
  const layerCode = opacityCode(opacity);
  let i = 0;
  for (let y = box.top; y < box.bottom; y++) {
    for (let x = box.left; x < box.right; x++, i += 4) {
      const share = mask ? Math.floor((layerCode * coverageAt(mask, x, y)) / 255 + 0.5) : layerCode;
      for (let c = i; c < i + 4; c++) data[c] = mixCode(before[c], data[c], share);
    }
  }
}

export function coverageAt({ box, data }: Coverage, x: number, y: number): number {
  if (x < box.left || y < box.top || x >= box.right || y >= box.bottom) return 0;
  return data[(y - box.top) * width(box) + x - box.left];
}

/** Normal blending of a pixel layer. */
function coverWith(canvas: Canvas, pixels: Pixels, layer: LayerState): void {
  const { box, data, max } = canvas;
  const share = opacityCode(layer.opacity) / 255;
  const common = intersect(box, pixels.box);
  const opaque = pixels.channels === 3 && share === 1 && !layer.mask;
  for (let y = common.top; y < common.bottom; y++) {
    let to = 4 * ((y - box.top) * width(box) + common.left - box.left);
    let from = pixels.channels * ((y - pixels.box.top) * width(pixels.box) + common.left - pixels.box.left);
    for (let x = common.left; x < common.right; x++, to += 4, from += pixels.channels) {
      if (opaque) {
        data[to] = pixels.data[from];
        data[to + 1] = pixels.data[from + 1];
        data[to + 2] = pixels.data[from + 2];
        data[to + 3] = max;
        continue;
      }
      const own = pixels.channels === 4 ? pixels.data[from + 3] / max : 1;
      const alpha = own * share * (layer.mask ? coverageAt(layer.mask, x, y) / 255 : 1);
      const below = data[to + 3] / max;
      const total = alpha + below * (1 - alpha);
      if (total === 0) continue;
      for (let c = 0; c < 3; c++) {
        const mixed = (pixels.data[from + c] * alpha + data[to + c] * below * (1 - alpha)) / total;
        data[to + c] = Math.round(mixed);
      }
      data[to + 3] = Math.round(total * max);
    }
  }
}
