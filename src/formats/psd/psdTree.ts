/** The layers of a PSD as a tree, and as the compositor wants them. */
import type { AdjustmentKind, Adjustment } from '../../engine/adjustments';
import type { BlendMode } from '../../engine/render/blendModes';
import type { Codes, CompositeLayer } from '../../engine/render/layerTree';
import { WHITE_16 } from '../../engine/render/mapper16';
import type { ChannelRecords } from './blocks/channelRecords';
import { parseAdjustmentBlock } from './blocks/adjustmentBlocks';
import type { PsdLayer } from './readLayers';

export interface PsdNode {
  readonly layer: PsdLayer;
  /** From the bottom to the top; null unless the layer is a group. */
  readonly children: readonly PsdNode[] | null;
  /** Opacity × fill opacity, 0…255. */
  readonly opacity: number;
  readonly hasEffects: boolean;
  /** Uses a feature that changes how it blends and that we do not model: Blend If, knockout, a divided channel set. */
  readonly exotic: boolean;
}

/** Bottom to top. Closing dividers come first, since files list layers from the bottom. */
export function psdTree(layers: readonly PsdLayer[]): readonly PsdNode[] {
  const open: PsdNode[][] = [[]];
  for (const layer of layers) {
    if (layer.section === 'end') {
      open.push([]);
      continue;
    }
    const children = layer.section === 'group' && open.length > 1 ? (open.pop() ?? []) : null;
    open[open.length - 1].push({
      layer,
      children,
      opacity: Math.round((layer.opacity * (layer.blocks.get('iOpa')?.[0] ?? 255)) / 255),
      hasEffects: layer.blocks.has('lfx2') || layer.blocks.has('lrFX') || layer.blocks.has('lmfx'),
      exotic: isExotic(layer),
    });
  }
  return open[0];
}

function isExotic({ blendingRanges, blocks }: PsdLayer): boolean {
  // Each range is black low, black high, white low, white high, for this layer and for those below.
  const ranged = blendingRanges.some((value, i) => value !== (i % 4 < 2 ? 0 : 255));
  return ranged || (blocks.get('knko')?.[0] ?? 0) !== 0 || (blocks.get('brst')?.length ?? 0) > 0;
}

const BLEND_MODES: Readonly<Record<string, BlendMode>> = {
  norm: 'normal',
  'mul ': 'multiply',
  scrn: 'screen',
  over: 'overlay',
  sLit: 'softLight',
  lddg: 'linearDodge',
  lLit: 'linearLight',
  dark: 'darken',
  lite: 'lighten',
  diff: 'difference',
  'lum ': 'luminosity',
  colr: 'color',
};

export interface CompositeOptions {
  /** Which planes play red, green and blue, and which records of Curves and Levels. @default RGB */
  readonly planes?: readonly [number, number, number];
  readonly records?: ChannelRecords;
  /** May replace an adjustment, e.g. by null to leave the layer out. */
  readonly adjustmentOf?: (kind: AdjustmentKind, adjustment: Adjustment | null) => Adjustment | null;
}

/** Visible layers for `compositeLayers`, in the depth of the file. Adjustments that are not modelled are left out. */
export function compositeLayersOf(
  nodes: readonly PsdNode[],
  options: CompositeOptions = {},
): readonly CompositeLayer[] {
  return nodes.flatMap((node): CompositeLayer[] => {
    const { layer, children, opacity } = node;
    if (!layer.visible) return [];
    const common = {
      opacity,
      blendMode: BLEND_MODES[layer.blendMode] ?? 'normal',
      mask: layer.mask,
      clipped: layer.clipped,
    };
    if (children) {
      const passThrough = layer.blendMode === 'pass';
      return [{ ...common, kind: 'group', passThrough, children: compositeLayersOf(children, options) }];
    }
    const found = parseAdjustmentBlock(layer.blocks, options.records);
    if (found) {
      const adjustment = options.adjustmentOf
        ? options.adjustmentOf(found.kind, found.adjustment)
        : found.adjustment;
      return adjustment ? [{ ...common, kind: 'adjustment', adjustment }] : [];
    }
    if (!layer.channels.has(0)) return [];
    return [
      {
        ...common,
        kind: 'pixels',
        bounds: layer.bounds,
        data: interleave(layer, options.planes ?? [0, 1, 2]),
      },
    ];
  });
}

/** Files hold 16 bits as 0…65535, Photoshop computes with 0…32768. */
export const toWhite16 = (value: number): number => Math.round((value * WHITE_16) / 65535);

function interleave({ channels }: PsdLayer, planes: readonly [number, number, number]): Codes {
  const [red, green, blue] = planes.map((plane) => channels.get(plane) ?? channels.get(0));
  const alpha = channels.get(-1);
  const pixels = red?.length ?? 0;
  const is16 = red instanceof Uint16Array;
  const data = is16 ? new Uint16Array(4 * pixels) : new Uint8Array(4 * pixels);
  if (!red || !green || !blue) return data;
  const opaque = is16 ? 65535 : 255;
  for (let p = 0, i = 0; p < pixels; p++, i += 4) {
    data[i] = red[p];
    data[i + 1] = green[p];
    data[i + 2] = blue[p];
    data[i + 3] = alpha ? alpha[p] : opaque;
  }
  if (is16) for (let i = 0; i < data.length; i++) data[i] = toWhite16(data[i]);
  return data;
}
