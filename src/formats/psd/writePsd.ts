/**
 * Writes a PSD with the picture as background and, above it, one group with the stack as live adjustment layers, and
 * the composite that Photoshop would show. 8 and 16 bits go the same way: ag-psd writes only 8 bits and no ICC
 * profile, and the structure is small enough to have in one piece.
 *
 *   header · no color mode data · resources (resolution, ICC profile, version) · layers · composite
 *
 * Layers go from the bottom to the top: background, closing divider, adjustments, opening divider. In 16-bit files they
 * stand in a block 'Lr16' of the additional information.
 */
import type { AdjustmentStack } from '../../engine/adjustments';
import { WHITE_16 } from '../../engine/render/mapper16';
import { mixCode, opacityCode } from '../../engine/render/mixCodes';
import { createStackMapper16, renderStack8 } from '../../engine/render/renderStack';
import { formatAdjustmentBlock } from './blocks/adjustmentBlocks';
import { ByteWriter } from './byteWriter';
import { writeLayerPlane, writePackedPlanes, writeRawPlanes, type PlaneSource } from './encodePlane';
import { psdResources } from './psdResources';
import { writeLayerRecord, type LayerRecord, type MaskRecord } from './writeLayerRecord';

export interface StackPsd {
  readonly width: number;
  readonly height: number;
  readonly bitsPerChannel: 8 | 16;
  /** Interleaved RGB; 0…255 in a Uint8Array, or 0…65535 in a Uint16Array. */
  readonly pixels: Uint8Array | Uint16Array;
  readonly iccProfile?: Uint8Array;
  readonly stack: AdjustmentStack;
  /** width · height codes 0…255: the selection, as mask of the group. */
  readonly mask?: Uint8Array;
  /** XMP metadata of the file. */
  readonly xmp?: string;
}

/** Photoshop opens PSD files up to this size; larger ones need the PSB format. */
const MAX_SIDE = 30000;
const WHITE_FILE_16 = 65535;

/** @throws RangeError when the pixels do not fit the size or the depth, or a side is longer than 30000. */
export function writeStackPsd(document: StackPsd): Uint8Array {
  check(document);
  const { width, height, bitsPerChannel, pixels } = document;
  const writer = new ByteWriter(Math.ceil(pixels.byteLength * 1.6) + 65536);
  writeHeader(writer, document);
  writer.uint32(0);
  writer.sized(() => psdResources(writer, document));
  writer.sized(() => {
    if (bitsPerChannel === 8) {
      writer.sized(() => writeLayers(writer, document), 2);
      writer.uint32(0);
    } else {
      writer.uint32(0);
      writer.uint32(0);
      writer.ascii('8BIMLr16');
      writer.sized(() => writeLayers(writer, document), 4);
    }
  });
  const composite = renderComposite(document);
  const planes = planesOf(composite, 3, width, height);
  writer.uint16(bitsPerChannel === 8 ? 1 : 0);
  if (bitsPerChannel === 8) writePackedPlanes(writer, planes);
  else writeRawPlanes(writer, planes);
  return writer.toBytes();
}

function check({ width, height, bitsPerChannel, pixels, mask }: StackPsd): void {
  const values = 3 * width * height;
  if (width > MAX_SIDE || height > MAX_SIDE) {
    throw new RangeError(`A PSD has at most ${MAX_SIDE} pixels a side, got ${width}×${height}.`);
  }
  if (pixels.length !== values) {
    throw new RangeError(`${width}×${height} RGB pixels are ${values} values, got ${pixels.length}.`);
  }
  if ((pixels instanceof Uint8Array ? 8 : 16) !== bitsPerChannel) {
    throw new RangeError('8 bits a channel need a Uint8Array, 16 a Uint16Array.');
  }
  if (mask && mask.length !== width * height) {
    throw new RangeError(`A mask has one value a pixel, ${width * height}, got ${mask.length}.`);
  }
}

function writeHeader(writer: ByteWriter, { width, height, bitsPerChannel }: StackPsd): void {
  const rgbMode = 3;
  writer.ascii('8BPS');
  writer.uint16(1);
  writer.zeros(6);
  writer.uint16(3);
  writer.uint32(height);
  writer.uint32(width);
  writer.uint16(bitsPerChannel);
  writer.uint16(rgbMode);
}

function planesOf(
  data: Uint8Array | Uint16Array,
  channels: number,
  width: number,
  height: number,
): readonly PlaneSource[] {
  return Array.from({ length: channels }, (_, channel) => ({ data, channels, channel, width, height }));
}

interface LayerToWrite {
  readonly record: LayerRecord;
  readonly planes: readonly { readonly id: number; readonly source: PlaneSource | null }[];
}

function writeLayers(writer: ByteWriter, document: StackPsd): void {
  const layers = layersOf(document);
  writer.int16(layers.length);
  // The lengths of the channels stand in the records, in front of the pixels: they are filled in afterwards.
  const lengthFields = layers.map(({ record, planes }) =>
    writeLayerRecord(
      writer,
      record,
      planes.map(({ id }) => id),
    ),
  );
  layers.forEach(({ planes }, i) => {
    planes.forEach(({ source }, j) => {
      const start = writer.length;
      if (source) writeLayerPlane(writer, source);
      else writer.uint16(0);
      writer.setUint32(lengthFields[i][j], writer.length - start);
    });
  });
}

const MASK_CHANNEL = -2;
const NO_BOUNDS = { left: 0, top: 0, right: 0, bottom: 0 };
const EMPTY_PLANES = [-1, 0, 1, 2].map((id) => ({ id, source: null }));
/** Transparency, position and the layer itself are locked, as of every background. */
const BACKGROUND_LOCKS = { key: 'lspf', bytes: Uint8Array.of(0, 0, 0, 13) };
/** An adjustment layer has a mask that reveals everything, as Photoshop makes them. */
const REVEAL_ALL: MaskRecord = { bounds: NO_BOUNDS, outside: 255 };

function layersOf({ width, height, bitsPerChannel, pixels, stack, mask }: StackPsd): readonly LayerToWrite[] {
  const bounds = { left: 0, top: 0, right: width, bottom: height };
  const plain = { bounds: NO_BOUNDS, opacity: 255, blendMode: 'norm', mask: null, blocks: [] } as const;
  const background: LayerToWrite = {
    record: { ...plain, name: 'Background', id: 1, bounds, locked: true, blocks: [BACKGROUND_LOCKS] },
    planes: planesOf(pixels, 3, width, height).map((source, id) => ({ id, source })),
  };
  const divider = (type: number, blendMode?: string): { key: string; bytes: Uint8Array } => {
    const block = new ByteWriter(16);
    block.uint32(type);
    if (blendMode) block.ascii(`8BIM${blendMode}`);
    return { key: 'lsct', bytes: block.toBytes() };
  };
  const end: LayerToWrite = {
    record: { ...plain, name: '</Layer group>', id: 2, blocks: [divider(3)] },
    planes: EMPTY_PLANES,
  };
  const adjustments = stack.layers.map((layer, i): LayerToWrite => ({
    record: {
      ...plain,
      name: layer.name,
      id: 3 + i,
      opacity: opacityCode(layer.opacity),
      mask: REVEAL_ALL,
      blocks: [formatAdjustmentBlock(layer.adjustment)],
    },
    planes: [...EMPTY_PLANES, { id: MASK_CHANNEL, source: null }],
  }));
  const maskPlane = mask && bitsPerChannel === 16 ? Uint16Array.from(mask, (code) => code * 257) : mask;
  const open: LayerToWrite = {
    record: {
      ...plain,
      name: stack.name,
      id: 3 + adjustments.length,
      opacity: opacityCode(stack.opacity),
      blendMode: 'pass',
      mask: mask ? { bounds, outside: 0 } : null,
      blocks: [divider(1, 'pass')],
    },
    planes: maskPlane
      ? [...EMPTY_PLANES, { id: MASK_CHANNEL, source: planesOf(maskPlane, 1, width, height)[0] }]
      : EMPTY_PLANES,
  };
  return [background, end, ...adjustments, open];
}

/** What Photoshop shows, in the file's own values: the layers, then mask × opacity of the group. */
function renderComposite({ width, height, pixels, stack, mask }: StackPsd): Uint8Array | Uint16Array {
  const opaque = { ...stack, opacity: 100 };
  let rendered: Uint8Array | Uint16Array;
  if (pixels instanceof Uint8Array) rendered = renderStack8(pixels, 3, opaque);
  else {
    rendered = pixels.map((value) => Math.round((value * WHITE_16) / WHITE_FILE_16));
    createStackMapper16(opaque)(rendered, rendered, width * height, 3);
    for (let i = 0; i < rendered.length; i++) {
      rendered[i] = Math.round((rendered[i] * WHITE_FILE_16) / WHITE_16);
    }
  }
  const opacity = opacityCode(stack.opacity);
  if (mask || opacity < 255) mixBack(rendered, pixels, opacity, mask);
  return rendered;
}

function mixBack(
  above: Uint8Array | Uint16Array,
  below: Uint8Array | Uint16Array,
  opacity: number,
  mask?: Uint8Array,
): void {
  for (let p = 0, i = 0; i < above.length; p++) {
    const share = mask ? Math.floor((mask[p] * opacity) / 255 + 0.5) : opacity;
    for (const end = i + 3; i < end; i++) {
      above[i] = mixCode(below[i], above[i], share);
    }
  }
}
