/** `imaging` of the module `photoshop`: pixels out of documents, and image data made from buffers. */
import { coverageAt, documentBox, intersect } from './pixels/compositor';
import { convertProfile } from './pixels/convertProfile';
import { joinPixels } from './pixels/joinPixels';
import { encodeJpeg } from './pixels/encodeJpeg';
import { scaleDown } from './pixels/scaleDown';
import { trimTransparent } from './pixels/trimTransparent';
import { maxValue, type Box, type DocumentState, type Pixels } from './documentState';
import type { Host } from './host';
import { HostError } from './hostError';
import { SimulatedImageData } from './imageData';
import { findLayer, updateLayer } from './layerTree';
import { encodeBase64 } from '../formats/base64';

// Looked up once: inside the virtual machines of test runners every mention of a global costs a search.
const { round, max, min } = Math;

type Bounds = { left: number; top: number } & (
  { right: number; bottom: number } | { width: number; height: number }
);

export interface GetPixelsOptions {
  documentID?: number;
  layerID?: number;
  sourceBounds?: Bounds;
  targetSize?: { width?: number; height?: number };
  colorSpace?: string;
  colorProfile?: string;
  componentSize?: number;
  applyAlpha?: boolean;
}

export interface CreateImageDataOptions {
  width: number;
  height: number;
  components: number;
  colorSpace: string;
  colorProfile?: string;
  chunky?: boolean;
  fullRange?: boolean;
}

const badArgument = (message: string): HostError => new HostError(`Invalid argument: ${message}`, -1715);

export function createImagingModule(host: Host) {
  const documentOf = (documentID: number | undefined) =>
    documentID === undefined || documentID < 0 ? host.activeDocument() : host.document(documentID);

  return {
    async getPixels(options: GetPixelsOptions) {
      host.requireModal('getPixels');
      const { state } = documentOf(options.documentID);
      checkColor(state, options);
      const source = readPixels(host, state, options);
      const size = targetSize(source.box, options.targetSize, host.options.targetSizeErrorPx ?? 0);
      const scaled = scaleDown(source, size.width, size.height, host.options.cacheLevels ?? 4);
      const bits =
        options.componentSize && options.componentSize > 0 ? options.componentSize : state.bitsPerChannel;
      const profile = options.colorProfile ?? state.profileName;
      const pixels = finish(scaled.pixels, state, profile, bits, options.applyAlpha ?? false);
      const imageData = new SimulatedImageData(host, {
        width: scaled.width,
        height: scaled.height,
        components: pixels.channels,
        componentSize: bits === 16 ? 16 : 8,
        colorSpace: 'RGB',
        colorProfile: profile,
        data: pixels.data,
      });
      return { imageData, sourceBounds: { ...scaled.pixels.box }, level: scaled.level };
    },

    async putPixels(options: {
      documentID?: number;
      layerID: number;
      imageData: SimulatedImageData;
      replace?: boolean;
      targetBounds?: { left: number; top: number };
      commandName?: string;
    }) {
      host.requireModal('putPixels');
      const document = documentOf(options.documentID);
      const layer = findLayer(document.state.layers, options.layerID);
      if (layer?.kind !== 'pixel') throw badArgument('layerID must be that of a pixel layer.');
      const { imageData } = options;
      if (imageData.componentSize !== document.state.bitsPerChannel) {
        throw badArgument('the image data has another depth than the document.');
      }
      const { left, top } = options.targetBounds ?? { left: 0, top: 0 };
      const pixels: Pixels = {
        box: { left, top, right: left + imageData.width, bottom: top + imageData.height },
        channels: imageData.components === 4 ? 4 : 3,
        data: imageData.peek().slice(),
      };
      const layers = updateLayer(document.state.layers, layer.id, (old) => ({
        ...old,
        pixels: options.replace === false && old.pixels ? joinPixels(old.pixels, pixels) : pixels,
      }));
      host.change(document, options.commandName ?? 'Put Pixels', { ...document.state, layers });
    },

    async getSelection(options: { documentID?: number; sourceBounds?: Bounds }) {
      host.requireModal('getSelection');
      const { state } = documentOf(options.documentID);
      if (!state.selection) throw new HostError('There is no selection.', -1715);
      const { box, data } = state.selection;
      return { imageData: grayData(host, box, data), sourceBounds: { ...box } };
    },

    async getLayerMask(options: { documentID?: number; layerID: number; kind?: string }) {
      host.requireModal('getLayerMask');
      const { state } = documentOf(options.documentID);
      const mask = findLayer(state.layers, options.layerID)?.mask;
      if (!mask) throw new HostError('The layer has no mask.', -1715);
      const box = documentBox(state);
      const data = new Uint8Array(state.width * state.height);
      for (let y = 0, i = 0; y < state.height; y++) {
        for (let x = 0; x < state.width; x++, i++) data[i] = coverageAt(mask, x, y);
      }
      return { imageData: grayData(host, box, data), sourceBounds: { ...box } };
    },

    async createImageDataFromBuffer(buffer: Uint8Array | Uint16Array, options: CreateImageDataOptions) {
      host.requireModal('createImageDataFromBuffer');
      return createFromBuffer(host, buffer, options);
    },

    async encodeImageData(options: { imageData: SimulatedImageData; base64?: boolean }) {
      host.requireModal('encodeImageData');
      const { imageData } = options;
      if (imageData.colorSpace !== 'RGB') throw badArgument('only RGB image data can be encoded.');
      const jpeg = encodeJpeg(imageData.toCodes(), imageData.components, imageData.width, imageData.height);
      return options.base64 ? encodeBase64(jpeg) : Array.from(jpeg);
    },
  };
}

function checkColor(state: DocumentState, { colorSpace, componentSize }: GetPixelsOptions): void {
  if (state.mode === 'CMYKColorMode' || state.mode === 'indexedColorMode') {
    throw badArgument('documents of this mode cannot be read.');
  }
  if (colorSpace !== undefined && colorSpace !== 'RGB') throw badArgument('the simulator reads RGB only.');
  if (![undefined, -1, 8, 16].includes(componentSize))
    throw badArgument('componentSize must be -1, 8 or 16.');
}

function asBox(bounds: Bounds): Box {
  const { left, top } = bounds;
  return 'right' in bounds
    ? { left, top, right: bounds.right, bottom: bounds.bottom }
    : { left, top, right: left + bounds.width, bottom: top + bounds.height };
}

/** The composite or one layer, cut to the asked box and trimmed to where there are pixels. */
function readPixels(host: Host, state: DocumentState, options: GetPixelsOptions): Pixels {
  const asked = options.sourceBounds ? asBox(options.sourceBounds) : documentBox(state);
  let pixels: Pixels;
  if (options.layerID === undefined) {
    pixels = host.composite(state, intersect(asked, documentBox(state)));
  } else {
    const layer = findLayer(state.layers, options.layerID);
    if (!layer) throw badArgument('there is no layer with this layerID.');
    if (layer.kind !== 'pixel' || !layer.pixels) throw badArgument('the layer has no pixels.');
    pixels = cut(layer.pixels, intersect(asked, layer.pixels.box));
  }
  const trimmed = trimTransparent(pixels, maxValue(state.bitsPerChannel));
  if (trimmed.data.length === 0) throw badArgument('there are no pixels in the requested bounds.');
  return trimmed;
}

function cut(source: Pixels, box: Box): Pixels {
  const { channels } = source;
  const width = box.right - box.left;
  const fromWidth = source.box.right - source.box.left;
  const length = channels * width * (box.bottom - box.top);
  const data = source.data instanceof Uint8Array ? new Uint8Array(length) : new Uint16Array(length);
  for (let y = box.top, to = 0; y < box.bottom; y++, to += channels * width) {
    const from = channels * ((y - source.box.top) * fromWidth + box.left - source.box.left);
    data.set(source.data.subarray(from, from + channels * width), to);
  }
  return { box, channels, data };
}

/** The asked size is a wish: never larger than the source, one side follows the other, both are rounded. */
function targetSize(
  box: Box,
  asked: GetPixelsOptions['targetSize'],
  errorPx: number,
): { width: number; height: number } {
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  if (!asked) return { width, height };
  if (asked.width === undefined && asked.height === undefined) throw badArgument('targetSize needs a side.');
  const scaleX = asked.width === undefined ? Infinity : asked.width / width;
  const scaleY = asked.height === undefined ? Infinity : asked.height / height;
  const side = (length: number, own: number, other: number): number =>
    min(length, max(1, round(length * (own === Infinity ? other : own))));
  const target = { width: side(width, scaleX, scaleY), height: side(height, scaleY, scaleX) };
  if (target.width === width && target.height === height) return target;
  return {
    width: max(1, min(width, target.width + errorPx)),
    height: max(1, min(height, target.height + errorPx)),
  };
}

/** Depth, profile and matte as asked. */
function finish(source: Pixels, state: DocumentState, profile: string, bits: number, matte: boolean): Pixels {
  const from = maxValue(state.bitsPerChannel);
  const to = bits === 16 ? 32768 : 255;
  const data = to === 255 ? new Uint8Array(source.data.length) : new Uint16Array(source.data.length);
  for (let i = 0; i < data.length; i++) data[i] = round((source.data[i] / from) * to);
  convertProfile(data, source.channels, to, state.profileName, profile);
  const opaque = source.channels === 3 || isOpaque(data, to);
  if (source.channels === 3 || !(matte || opaque)) return { ...source, data };
  return { ...source, channels: 3, data: withoutAlpha(data, to) };
}

function isOpaque(data: Uint8Array | Uint16Array, max: number): boolean {
  for (let i = 3; i < data.length; i += 4) if (data[i] !== max) return false;
  return true;
}

/** RGBA on white. */
function withoutAlpha(data: Uint8Array | Uint16Array, max: number): Uint8Array | Uint16Array {
  const length = (data.length / 4) * 3;
  const flat = data instanceof Uint8Array ? new Uint8Array(length) : new Uint16Array(length);
  for (let i = 0, to = 0; i < data.length; i += 4) {
    const alpha = data[i + 3] / max;
    for (let c = 0; c < 3; c++) flat[to++] = round(data[i + c] * alpha + max * (1 - alpha));
  }
  return flat;
}

const grayData = (host: Host, box: Box, data: Uint8Array): SimulatedImageData =>
  new SimulatedImageData(host, {
    width: box.right - box.left,
    height: box.bottom - box.top,
    components: 1,
    componentSize: 8,
    colorSpace: 'Grayscale',
    colorProfile: 'Gray Gamma 2.2',
    data: data.slice(),
  });

function createFromBuffer(
  host: Host,
  buffer: Uint8Array | Uint16Array,
  options: CreateImageDataOptions,
): SimulatedImageData {
  const {
    width,
    height,
    components,
    colorSpace,
    colorProfile = '',
    chunky = true,
    fullRange = false,
  } = options;
  if (!(buffer instanceof Uint8Array || buffer instanceof Uint16Array)) {
    throw badArgument('the buffer must be a Uint8Array or a Uint16Array.');
  }
  const allowed = colorSpace === 'Grayscale' ? [1, 2] : [3, 4];
  if (!['RGB', 'Grayscale'].includes(colorSpace) || !allowed.includes(components)) {
    throw badArgument('components do not fit the color space.');
  }
  if (!chunky) throw badArgument('the simulator takes interleaved data only.');
  if (
    !Number.isInteger(width) ||
    !Number.isInteger(height) ||
    buffer.length !== width * height * components
  ) {
    throw badArgument('the length of the buffer must be width · height · components.');
  }
  let data = buffer.slice();
  if (data instanceof Uint16Array) {
    if (fullRange) data = data.map((value) => round((value / 65535) * 32768));
    else if (data.some((value) => value > 32768)) throw badArgument('16-bit values run from 0 to 32768.');
  }
  const componentSize = data instanceof Uint8Array ? 8 : 16;
  return new SimulatedImageData(host, {
    width,
    height,
    components,
    componentSize,
    colorSpace,
    colorProfile,
    data,
  });
}
