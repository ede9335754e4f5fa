/** A state as plain comparable data: two snapshots are equal exactly when every pixel, name and setting is. */
import type { Coverage, DocumentState, LayerState, Pixels } from './documentState';

export interface PixelPrint {
  readonly length: number;
  /** Two 32-bit hashes of the values. */
  readonly hashes: readonly [number, number];
}

/** FNV-1a (Fowler, Noll, Vo) over the values, once forwards and once with the position mixed in. */
export function printOf(data: Uint8Array | Uint16Array): PixelPrint {
  const PRIME = 0x01000193;
  const OFFSET = 0x811c9dc5;
  let plain = OFFSET;
  let placed = OFFSET;
  for (let i = 0; i < data.length; i++) {
    plain = Math.imul(plain ^ data[i], PRIME);
    placed = Math.imul(placed ^ (data[i] + i), PRIME);
  }
  return { length: data.length, hashes: [plain >>> 0, placed >>> 0] };
}

const coverage = (c: Coverage | null): unknown => c && { box: c.box, data: printOf(c.data) };
const pixels = (p: Pixels | null): unknown => p && { ...p, data: printOf(p.data) };

function layer(state: LayerState): unknown {
  return {
    ...state,
    pixels: pixels(state.pixels),
    mask: coverage(state.mask),
    adjustment: state.adjustment && JSON.stringify(state.adjustment),
    children: state.children.map(layer),
  };
}

export function snapshotOfDocument(state: DocumentState): unknown {
  return {
    ...state,
    layers: state.layers.map(layer),
    selection: coverage(state.selection),
    channels: state.channels.map(({ name, coverage: c }) => ({ name, coverage: coverage(c) })),
  };
}
