/**
 * lut16Type ('mft2', ICC.1:2010, 10.10), three channels to three: curves, a table, curves.
 *
 *   'mft2' 0000 · 3 in, 3 out, nodes, 0 · 3×3 matrix (identity) · entries of the curves in, out · curves in · table · curves out
 *
 * The table of a profile varies its first channel slowest and its third fastest; ours the other way round.
 */
import { createLutMapper } from '../../engine/render/applyLut';
import type { Lut3d } from '../../engine/render/lut3d';
import { padded, putAscii } from './writeIccProfile';

const WHITE = 65535;
const HEAD = 52;

/** Maps [0, 1] to [0, 1] at equal steps; the same number of values for each channel. */
export type ChannelCurves = readonly [readonly number[], readonly number[], readonly number[]];

const IDENTITY: ChannelCurves = [
  [0, 1],
  [0, 1],
  [0, 1],
];

/** @param table values are clipped to [0, 1] */
export function lut16Tag(table: Pick<Lut3d, 'size' | 'values'>, curvesIn = IDENTITY): Uint8Array {
  const { size, values } = table;
  const entriesIn = curvesIn[0].length;
  const bytes = new Uint8Array(padded(HEAD + 6 * (entriesIn + 2 + size ** 3)));
  const view = new DataView(bytes.buffer);
  putAscii(bytes, 0, 'mft2');
  bytes.set([3, 3, size], 8);
  for (let i = 0; i < 3; i++) view.setUint32(12 + 16 * i, 0x10000);
  view.setUint16(48, entriesIn);
  view.setUint16(50, 2);
  let at = HEAD;
  const put = (value: number): void => {
    view.setUint16(at, Math.round(Math.min(Math.max(value, 0), 1) * WHITE));
    at += 2;
  };
  curvesIn.forEach((curve) => curve.forEach(put));
  forEachNode(size, (from) => {
    for (let c = 0; c < 3; c++) put(values[from + c]);
  });
  IDENTITY.forEach((curve) => curve.forEach(put));
  return bytes;
}

/** Every place of our own order, in the order of a profile. */
export function forEachNode(size: number, visit: (from: number) => void): void {
  for (let r = 0; r < size; r++) {
    for (let g = 0; g < size; g++) {
      for (let b = 0; b < size; b++) visit(3 * (r + size * (g + size * b)));
    }
  }
}

/** What a color engine makes of such a tag: curves, then tetrahedra. Values in [0, 1]; the tag is one of `lut16Tag`. */
export function createLut16Mapper(
  tag: Uint8Array,
): (source: Float32Array, target: Float32Array, count: number) => void {
  const view = new DataView(tag.buffer, tag.byteOffset, tag.byteLength);
  const size = tag[10];
  const entriesIn = view.getUint16(48);
  const values = new Float32Array(3 * size ** 3);
  let at = HEAD + 6 * entriesIn;
  forEachNode(size, (from) => {
    for (let c = 0; c < 3; c++, at += 2) values[from + c] = view.getUint16(at) / WHITE;
  });
  const map = createLutMapper({ size, values, space: 'srgb' });
  return (source, target, count) => {
    for (let i = 0; i < 3 * count; i++) {
      const position = Math.min(1, Math.max(0, source[i])) * (entriesIn - 1);
      const entry = Math.min(entriesIn - 2, Math.floor(position));
      const start = HEAD + 2 * ((i % 3) * entriesIn + entry);
      const low = view.getUint16(start);
      target[i] = (low + (position - entry) * (view.getUint16(start + 2) - low)) / WHITE;
    }
    map(target, target, count);
  };
}
