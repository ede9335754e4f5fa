/** The layers of a stack on a picture, from the bottom to the top: background, closing divider, adjustments, opening divider. */
import { opacityCode } from '../../engine/render/mixCodes';
import { formatAdjustmentBlock } from './blocks/adjustmentBlocks';
import { ByteWriter } from './byteWriter';
import type { PlaneSource } from './encodePlane';
import type { LayerRecord, MaskRecord } from './writeLayerRecord';
import type { StackPsd } from './writePsd';

export interface LayerToWrite {
  readonly record: LayerRecord;
  readonly planes: readonly { readonly id: number; readonly source: PlaneSource | null }[];
}

const MASK_CHANNEL = -2;
const NO_BOUNDS = { left: 0, top: 0, right: 0, bottom: 0 };
const EMPTY_PLANES = [-1, 0, 1, 2].map((id) => ({ id, source: null }));
/** Transparency, position and the layer itself are locked, as of every background. */
const BACKGROUND_LOCKS = { key: 'lspf', bytes: Uint8Array.of(0, 0, 0, 13) };
/** An adjustment layer has a mask that reveals everything, as Photoshop makes them. */
const REVEAL_ALL: MaskRecord = { bounds: NO_BOUNDS, outside: 255 };

export function stackLayers({
  width,
  height,
  bitsPerChannel,
  pixels,
  stack,
  mask,
}: StackPsd): readonly LayerToWrite[] {
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

export function planesOf(
  data: Uint8Array | Uint16Array,
  channels: number,
  width: number,
  height: number,
): readonly PlaneSource[] {
  return Array.from({ length: channels }, (_, channel) => ({ data, channels, channel, width, height }));
}
