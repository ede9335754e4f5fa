/** Compares our rendering of one PSD with the composite that Photoshop saved in it, kind by kind. */
import type { AdjustmentKind } from '../../src/engine/adjustments';
import { compositeLayers, emptyCanvas } from '../../src/engine/render/compositeLayers';
import { UserError } from '../../src/engine/userError';
import { OTHER_ADJUSTMENT_KEYS, parseAdjustmentBlock } from '../../src/formats/psd/blocks/adjustmentBlocks';
import type { ChannelRecords } from '../../src/formats/psd/blocks/channelRecords';
import { compositeLayersOf, psdTree, type PsdNode } from '../../src/formats/psd/psdTree';
import { readPsd, writerOf, type PsdFile } from '../../src/formats/psd/readPsd';
import { ErrorSum } from './errorSum';
import { DOUBT_SOFT, DOUBT_UNMODELLED, findInfluence, type Influence } from './influence';
import { bitOf, kindOf, VARIANTS, variantOf, type Variant } from './variants';

export interface FileVerdict {
  readonly variants: ReadonlyMap<Variant, ErrorSum>;
  /** Pixels where masks, alpha or opacity are partial, over one kind: how well the mixing is rounded. */
  readonly partial: ErrorSum;
  /** Why nothing, or not all, could be judged. */
  readonly skipped: readonly string[];
}

/** How a document is seen as RGB: three planes, and the records of Curves and Levels that act on them. */
interface View {
  readonly planes: readonly [number, number, number];
  readonly records: ChannelRecords;
  /** Number of different planes. */
  readonly values: number;
}

const VIEWS: Partial<Record<PsdFile['colorMode'], readonly View[]>> = {
  rgb: [{ planes: [0, 1, 2], records: [1, 2, 3], values: 3 }],
  gray: [{ planes: [0, 0, 0], records: [1, 1, 1], values: 1 }],
  cmyk: [
    { planes: [0, 1, 2], records: [1, 2, 3], values: 3 },
    { planes: [3, 3, 3], records: [4, 4, 4], values: 1 },
  ],
};

/** Kinds that act on each channel alone and so mean the same in every color mode. */
const CHANNELWISE: ReadonlySet<AdjustmentKind> = new Set(['curves', 'levels']);

export function judgePsd(bytes: Uint8Array): FileVerdict {
  let file: PsdFile;
  try {
    file = readPsd(bytes);
  } catch (error) {
    if (error instanceof UserError) return nothing(`cannot be read (${error.code})`);
    throw error;
  }
  const writer = writerOf(file);
  if (writer && !writer.hasComposite) return nothing('no composite');
  if (writer && !/photoshop/i.test(writer.writer)) return nothing(`composite by ${writer.writer}`);
  if (file.bitsPerChannel !== 8) return nothing('16 bits a channel');
  const views = VIEWS[file.colorMode];
  if (!views || file.composite.length === 0) return nothing(`color mode ${file.colorMode}`);
  const nodes = psdTree(file.layers);
  const skipped = new Set<string>();
  const influence = findInfluence(file, nodes, (node) => variantBit(file, node, skipped));
  return { ...compare(file, nodes, views, influence), skipped: [...skipped] };
}

const nothing = (reason: string): FileVerdict => ({
  variants: new Map(),
  partial: new ErrorSum(),
  skipped: [reason],
});

/** Bit of the layer's variant, 0 for layers without effect, null for those that cannot be judged. */
function variantBit(file: PsdFile, { layer }: PsdNode, skipped: Set<string>): number | null {
  const found = parseAdjustmentBlock(layer.blocks);
  if (found) {
    if (!found.adjustment) {
      skipped.add(`${found.kind} that is beyond the model (free-hand curve or no table)`);
      return null;
    }
    if (file.colorMode !== 'rgb' && !CHANNELWISE.has(found.kind)) {
      skipped.add(`${found.kind} in ${file.colorMode}`);
      return null;
    }
    return bitOf(variantOf(found.adjustment));
  }
  const other = OTHER_ADJUSTMENT_KEYS.find((key) => layer.blocks.has(key));
  if (other) {
    skipped.add(`pixels under adjustment '${other.trim()}'`);
    return null;
  }
  if (['SoCo', 'GdFl', 'PtFl', 'TySh', 'SoLd', 'PlLd'].some((key) => layer.blocks.has(key))) {
    skipped.add('a fill, type or smart object layer without pixels');
    return null;
  }
  return 0;
}

function compare(
  file: PsdFile,
  nodes: readonly PsdNode[],
  views: readonly View[],
  influence: Influence,
): Omit<FileVerdict, 'skipped'> {
  const pixels = file.width * file.height;
  const worst = new Uint8Array(pixels);
  const sum = new Uint16Array(pixels);
  for (const view of views) {
    const canvas = emptyCanvas(file.width, file.height, 8);
    compositeLayers(canvas, compositeLayersOf(nodes, view));
    for (let p = 0; p < pixels; p++) {
      for (let c = 0; c < view.values; c++) {
        const error = Math.abs(canvas.data[4 * p + c] - file.composite[view.planes[c]][p]);
        worst[p] = Math.max(worst[p], error);
        sum[p] += error;
      }
    }
  }
  const values = views.reduce((total, view) => total + view.values, 0);
  const transparency = file.compositeHasTransparency ? file.composite[values] : undefined;
  const variants = new Map<Variant, ErrorSum>();
  const partial = new ErrorSum();
  for (let p = 0; p < pixels; p++) {
    const bits = influence.touched[p];
    if (bits === 0 || influence.opaque[p] === 0 || (transparency && transparency[p] !== 255)) continue;
    const doubt = influence.doubt[p];
    if (doubt === DOUBT_SOFT) partial.add(worst[p], sum[p] / values);
    if (doubt !== 0 || (doubt & DOUBT_UNMODELLED) !== 0) continue;
    const variant = singleKind(bits);
    if (!variant) continue;
    let errors = variants.get(variant);
    if (!errors) variants.set(variant, (errors = new ErrorSum()));
    errors.add(worst[p], sum[p] / values);
  }
  return { variants, partial };
}

/** The last of the variants when all are of one kind, else undefined. */
function singleKind(bits: number): Variant | undefined {
  const acting = VARIANTS.filter((variant) => (bits & bitOf(variant)) !== 0);
  return acting.every((variant) => kindOf(variant) === kindOf(acting[0])) ? acting.at(-1) : undefined;
}
