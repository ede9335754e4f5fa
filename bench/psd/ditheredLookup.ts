/**
 * What a dithered Color Lookup gives before it is rounded. Photoshop adds noise of half a level to that, which nobody can
 * know, so the unrounded value is what the composite is held against.
 */
import { compositeLayers, emptyCanvas } from '../../src/engine/render/compositeLayers';
import { createColorLookupMapper } from '../../src/engine/render/colorLookup';
import type { PsdFile } from '../../src/formats/psd/readPsd';
import { compositeLayersOf, type PsdNode } from '../../src/formats/psd/psdTree';
import { parseAdjustmentBlock } from '../../src/formats/psd/blocks/adjustmentBlocks';
import type { ColorLookupAdjustment } from '../../src/engine/adjustments';

/**
 * @returns interleaved RGB in levels for the whole document, right where that layer alone acts; null unless the file has
 * one visible Color Lookup, with dither, and 8 bits.
 */
export function ditheredLookup(file: PsdFile, nodes: readonly PsdNode[]): Float32Array | null {
  const lookups = visibleLookups(nodes);
  if (file.bitsPerChannel !== 8 || lookups.length !== 1 || !lookups[0].dither) return null;
  const canvas = emptyCanvas(file.width, file.height, 8);
  const withoutLookup = compositeLayersOf(nodes, {
    adjustmentOf: (kind, adjustment) => (kind === 'colorLookup' ? null : adjustment),
  });
  compositeLayers(canvas, withoutLookup);
  const pixels = file.width * file.height;
  const values = new Float32Array(3 * pixels);
  for (let p = 0; p < pixels; p++)
    for (let c = 0; c < 3; c++) values[3 * p + c] = canvas.data[4 * p + c] / 255;
  createColorLookupMapper(lookups[0])(values, values, pixels);
  return values.map((value) => 255 * value);
}

function visibleLookups(nodes: readonly PsdNode[]): ColorLookupAdjustment[] {
  return nodes.flatMap(({ layer, children }) => {
    if (!layer.visible) return [];
    const adjustment = parseAdjustmentBlock(layer.blocks)?.adjustment;
    return [
      ...(adjustment?.kind === 'colorLookup' ? [adjustment] : []),
      ...(children ? visibleLookups(children) : []),
    ];
  });
}
