/**
 * Which adjustment governs which pixel of a PSD, by what the file says alone: bounds, alpha, masks, groups, clipping.
 * A pixel can be judged when everything that decides it is known for certain: it lies over an opaque pixel layer, every
 * coverage there is 0 or 255, nothing there blends, and all adjustments that act on it are of one modelled kind.
 */
import type { PsdFile } from '../../src/formats/psd/readPsd';
import type { PsdNode } from '../../src/formats/psd/psdTree';

/** Bit of a judged kind (with its variant) that acts on a pixel; see variants.ts. */
export type VariantOf = (node: PsdNode) => number | null;

export interface Influence {
  /** Bits of the variants that act on the pixel. */
  readonly touched: Uint32Array;
  /** Not 0 where the pixel cannot be judged. */
  readonly doubt: Uint8Array;
  /** 1 where an opaque layer lies below. */
  readonly opaque: Uint8Array;
}

export const DOUBT_SOFT = 1;
export const DOUBT_UNMODELLED = 2;
export const DOUBT_BLEND = 4;
export const DOUBT_EFFECT = 8;

/** What all pixels of a layer's ancestors let through, and whether a group above it blends. */
interface Scope {
  readonly coverage: Uint8Array;
  readonly blends: boolean;
  /** In a group that does not pass through: where its own layers have drawn so far; null outside such groups. */
  readonly drawn: Uint8Array | null;
}

export function findInfluence(file: PsdFile, nodes: readonly PsdNode[], variantOf: VariantOf): Influence {
  const length = file.width * file.height;
  const influence = {
    touched: new Uint32Array(length),
    doubt: new Uint8Array(length),
    opaque: new Uint8Array(length),
  };
  const all = new Uint8Array(length).fill(255);
  walk(file, nodes, { coverage: all, blends: false, drawn: null }, variantOf, influence);
  return influence;
}

function walk(
  file: PsdFile,
  nodes: readonly PsdNode[],
  scope: Scope,
  variantOf: VariantOf,
  influence: Influence,
): void {
  let base: Uint8Array | null = null;
  for (const node of nodes) {
    const { layer } = node;
    if (!layer.clipped) base = null;
    if (!layer.visible) {
      if (!layer.clipped) base = new Uint8Array(scope.coverage.length);
      continue;
    }
    let coverage = throughMask(file, node, scope.coverage);
    if (layer.clipped && base) coverage = product(coverage, base);
    const blends = scope.blends || !(layer.blendMode === 'norm' || layer.blendMode === 'pass') || node.exotic;
    if (node.children) {
      const isolated = layer.blendMode !== 'pass';
      const drawn = isolated ? new Uint8Array(coverage.length) : scope.drawn;
      walk(file, node.children, { coverage, blends, drawn }, variantOf, influence);
      if (isolated && scope.drawn && drawn)
        drawn.forEach((code, p) => (scope.drawn![p] = Math.max(scope.drawn![p], code)));
      if (!layer.clipped) base = drawn ?? coverage;
      continue;
    }
    if (layer.channels.has(0)) {
      coverage = throughAlpha(file, node, coverage);
      draw(coverage, blends, scope.drawn, influence);
      if (node.hasEffects) influence.doubt.forEach((_, p) => (influence.doubt[p] |= DOUBT_EFFECT));
    } else {
      const variant = variantOf(node);
      if (variant !== 0) act(coverage, blends, variant, scope.drawn, influence);
    }
    if (!layer.clipped) base = coverage;
  }
}

function draw(coverage: Uint8Array, blends: boolean, drawn: Uint8Array | null, influence: Influence): void {
  const { touched, doubt, opaque } = influence;
  for (let p = 0; p < coverage.length; p++) {
    if (coverage[p] === 0) continue;
    if (coverage[p] === 255 && !blends) {
      touched[p] = 0;
      doubt[p] = 0;
      opaque[p] = 1;
    } else doubt[p] |= blends ? DOUBT_BLEND : DOUBT_SOFT;
    if (drawn) drawn[p] = Math.max(drawn[p], coverage[p]);
  }
}

/** @param variant null when the adjustment is none that is modelled. */
function act(
  coverage: Uint8Array,
  blends: boolean,
  variant: number | null,
  drawn: Uint8Array | null,
  { touched, doubt }: Influence,
): void {
  for (let p = 0; p < coverage.length; p++) {
    const code = drawn ? Math.min(coverage[p], drawn[p]) : coverage[p];
    if (code === 0) continue;
    if (variant === null) doubt[p] |= DOUBT_UNMODELLED;
    else if (code < 255) doubt[p] |= DOUBT_SOFT;
    else if (blends) doubt[p] |= DOUBT_BLEND;
    touched[p] |= variant ?? 0;
  }
}

const product = (a: Uint8Array, b: Uint8Array): Uint8Array =>
  a.map((code, p) => (code === 255 ? b[p] : b[p] === 255 ? code : code === 0 || b[p] === 0 ? 0 : 128));

function throughMask({ width }: PsdFile, { layer, opacity }: PsdNode, coverage: Uint8Array): Uint8Array {
  const { mask } = layer;
  if (!mask && opacity === 255) return coverage;
  return product(
    coverage,
    coverage.map((_, p) => {
      const code = mask ? maskAt(mask, p % width, Math.floor(p / width)) : 255;
      return code === 255 ? opacity : code === 0 || opacity === 0 ? 0 : 128;
    }),
  );
}

type Mask = NonNullable<PsdNode['layer']['mask']>;

function maskAt({ bounds, data, outside }: Mask, x: number, y: number): number {
  const { left, top, right, bottom } = bounds;
  if (x < left || y < top || x >= right || y >= bottom) return outside;
  return data[(y - top) * (right - left) + x - left];
}

function throughAlpha({ width }: PsdFile, { layer }: PsdNode, coverage: Uint8Array): Uint8Array {
  const { bounds, channels } = layer;
  const { left, top, right, bottom } = bounds;
  const alpha = channels.get(-1);
  const own = coverage.map((_, p) => {
    const x = p % width;
    const y = Math.floor(p / width);
    if (x < left || y < top || x >= right || y >= bottom) return 0;
    return alpha ? alpha[(y - top) * (right - left) + x - left] : 255;
  });
  return product(coverage, own);
}
