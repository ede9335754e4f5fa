/**
 * What a document looks like: layers from the bottom to the top, each rounded to the document's depth before the
 * next, as Photoshop does. Groups pass through: their opacity and mask mix the picture before and after their content.
 */
import { blendIfShare } from '../../engine/render/blendIf';
import { BLEND_MODES, blendColors, type BlendMode } from '../../engine/render/blendModes';
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

const modeOf = ({ blendMode }: LayerState): BlendMode =>
  BLEND_MODES.find((mode) => mode === blendMode) ?? 'normal';

/** Weights of the PDF reference; which ones Photoshop's Blend If takes is not known. */
const grayLevel = (data: Uint8Array | Uint16Array, at: number, max: number): number =>
  (255 * (0.3 * data[at] + 0.59 * data[at + 1] + 0.11 * data[at + 2])) / max;

/** A pixel layer by its blend mode, opacity, mask and Blend If. */
function coverWith(canvas: Canvas, pixels: Pixels, layer: LayerState): void {
  const { box, data, max } = canvas;
  const share = opacityCode(layer.opacity) / 255;
  const common = intersect(box, pixels.box);
  const mode = modeOf(layer);
  const opaque = pixels.channels === 3 && share === 1 && !layer.mask && !layer.blendIf && mode === 'normal';
  const [beneath, above, blended] = [new Float64Array(3), new Float64Array(3), new Float64Array(3)];
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
      let alpha = own * share * (layer.mask ? coverageAt(layer.mask, x, y) / 255 : 1);
      if (layer.blendIf) alpha *= blendIfShare(layer.blendIf, grayLevel(data, to, max));
      const below = data[to + 3] / max;
      const total = alpha + below * (1 - alpha);
      if (total === 0) continue;
      for (let c = 0; c < 3; c++) {
        beneath[c] = data[to + c] / max;
        above[c] = pixels.data[from + c] / max;
      }
      blendColors(mode, beneath, above, blended);
      for (let c = 0; c < 3; c++) {
        // PDF reference, 11.3.6: where something lies below, the blend stands for the layer's own color.
        const color = (1 - below) * above[c] + below * blended[c];
        data[to + c] = Math.round((max * (color * alpha + beneath[c] * below * (1 - alpha))) / total);
      }
      data[to + 3] = Math.round(total * max);
    }
  }
}
