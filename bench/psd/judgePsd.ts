/** Compares our rendering of one PSD with the composite that Photoshop saved in it, kind by kind. */
import type { AdjustmentKind } from '../../src/engine/adjustments';
import { compositeLayers, emptyCanvas } from '../../src/engine/render/compositeLayers';
import { WHITE_16 } from '../../src/engine/render/mapper16';
import { UserError } from '../../src/engine/userError';
import { OTHER_ADJUSTMENT_KEYS, parseAdjustmentBlock } from '../../src/formats/psd/blocks/adjustmentBlocks';
import type { ChannelRecords } from '../../src/formats/psd/blocks/channelRecords';
import { compositeLayersOf, psdTree, toWhite16, type PsdNode } from '../../src/formats/psd/psdTree';
import { readPsd, writerOf, type PsdFile } from '../../src/formats/psd/readPsd';
import { ditheredLookup } from './ditheredLookup';
import { ErrorSum } from './errorSum';
import { DOUBT_SOFT, findInfluence, type Influence } from './influence';
import { bitOf, governing, variantOf, type Variant } from './variants';

export interface FileVerdict {
  readonly bits: 8 | 16;
  readonly variants: ReadonlyMap<Variant, ErrorSum>;
  /** Pixels on which several kinds act, all of them known to be exact. */
  readonly chain: ErrorSum;
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

/** Never throws: a file that is damaged, or odd in a way that nobody thought of, is skipped with the reason. */
export function judgePsd(bytes: Uint8Array): FileVerdict {
  try {
    const file = readPsd(bytes);
    const writer = writerOf(file);
    if (writer && !writer.hasComposite) return nothing('no composite');
    if (writer && !/photoshop/i.test(writer.writer)) return nothing(`composite by ${writer.writer}`);
    return judgeFile(file);
  } catch (error) {
    return nothing(`cannot be read (${error instanceof UserError ? error.code : String(error)})`);
  }
}

/** As judgePsd, whoever rendered the composite. */
export function judgeFile(file: PsdFile): FileVerdict {
  const views = VIEWS[file.colorMode];
  if (!views || file.composite.length === 0) return nothing(`color mode ${file.colorMode}`);
  const nodes = psdTree(file.layers);
  const skipped = new Set<string>();
  const influence = findInfluence(file, nodes, (node) => variantBit(file, node, skipped));
  return { bits: file.bitsPerChannel, ...compare(file, nodes, views, influence), skipped: [...skipped] };
}

const nothing = (reason: string): FileVerdict => ({
  bits: 8,
  variants: new Map(),
  chain: new ErrorSum(),
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

type Verdicts = Omit<FileVerdict, 'bits' | 'skipped'>;

function compare(
  file: PsdFile,
  nodes: readonly PsdNode[],
  views: readonly View[],
  { touched, doubt, opaque }: Influence,
): Verdicts {
  const values = views.reduce((total, view) => total + view.values, 0);
  const { worst, mean } = differences(file, nodes, views, values);
  const transparency = file.compositeHasTransparency ? file.composite[values] : undefined;
  const covered = file.bitsPerChannel === 8 ? 255 : 65535;
  const unrounded = ditheredLookup(file, nodes);
  const verdicts = { variants: new Map<Variant, ErrorSum>(), chain: new ErrorSum(), partial: new ErrorSum() };
  const lookupOnly = bitOf('colorLookup');
  for (let p = 0; p < touched.length; p++) {
    if (touched[p] === 0 || opaque[p] === 0 || (transparency && transparency[p] !== covered)) continue;
    if (doubt[p] === DOUBT_SOFT) verdicts.partial.add(worst[p], mean[p]);
    if (doubt[p] !== 0) continue;
    const variant = governing(touched[p]);
    if (!variant) continue;
    const errors = variant === 'chain' ? verdicts.chain : sumOf(verdicts.variants, variant);
    if (unrounded && touched[p] === lookupOnly) addUnrounded(errors, file, unrounded, p, worst[p] === 0);
    else errors.add(worst[p], mean[p]);
  }
  return verdicts;
}

function sumOf(variants: Map<Variant, ErrorSum>, variant: Variant): ErrorSum {
  const known = variants.get(variant) ?? new ErrorSum();
  variants.set(variant, known);
  return known;
}

function addUnrounded(
  errors: ErrorSum,
  file: PsdFile,
  unrounded: Float32Array,
  p: number,
  isExact: boolean,
): void {
  const error = (c: number): number => Math.abs(file.composite[c][p] - unrounded[3 * p + c]);
  const [red, green, blue] = [error(0), error(1), error(2)];
  errors.addDithered(Math.max(red, green, blue), (red + green + blue) / 3, isExact);
}

/** A value a pixel, in 8-bit levels: the largest difference of a channel, and their mean. */
function differences(
  file: PsdFile,
  nodes: readonly PsdNode[],
  views: readonly View[],
  values: number,
): { worst: Float32Array; mean: Float32Array } {
  const { width, height, bitsPerChannel, composite } = file;
  const worst = new Float32Array(width * height);
  const mean = new Float32Array(width * height);
  const toLevels = bitsPerChannel === 8 ? 1 : 255 / WHITE_16;
  for (const view of views) {
    const canvas = emptyCanvas(width, height, bitsPerChannel);
    compositeLayers(canvas, compositeLayersOf(nodes, view));
    for (let c = 0; c < view.values; c++) {
      const plane = composite[view.planes[c]];
      for (let p = 0; p < worst.length; p++) {
        const shown = bitsPerChannel === 8 ? plane[p] : toWhite16(plane[p]);
        const error = Math.abs(canvas.data[4 * p + c] - shown) * toLevels;
        if (error > worst[p]) worst[p] = error;
        mean[p] += error / values;
      }
    }
  }
  return { worst, mean };
}
