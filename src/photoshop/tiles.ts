/**
 * Small full-size samples of what a document looks like. Scaled-down pictures would not do: scaling and adjusting do
 * not commute, and the comparison is about single levels.
 */
import type { HostDocument } from 'photoshop';
import { bitsPerChannel } from './documents';
import { readPixels, type HostPixels } from './readPixels';

const TILES_A_SIDE = 3;
const TILE_PX = 48;

/** Reads nine tiles spread over the picture. To be called inside a modal scope. */
export async function readTiles(document: HostDocument): Promise<HostPixels[]> {
  const tiles: HostPixels[] = [];
  const depth = bitsPerChannel(document) === 16 ? 16 : 8;
  for (let row = 0; row < TILES_A_SIDE; row++) {
    for (let column = 0; column < TILES_A_SIDE; column++) {
      const [left, right] = span(document.width, column);
      const [top, bottom] = span(document.height, row);
      tiles.push(
        await readPixels({
          documentID: document.id,
          sourceBounds: { left, top, right, bottom },
          componentSize: depth,
        }),
      );
    }
  }
  return tiles;
}

/** The part of a side that the tile at `index` covers: centered in its third. */
function span(length: number, index: number): readonly [start: number, end: number] {
  const center = Math.floor(((index + 0.5) * length) / TILES_A_SIDE);
  const start = Math.max(0, Math.min(length - 1, center - TILE_PX / 2));
  return [start, Math.min(length, start + TILE_PX)];
}
