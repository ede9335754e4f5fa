/**
 * Small full-size samples of what a document looks like. Scaled-down pictures would not do: scaling and adjusting do
 * not commute, and the comparison is about single levels.
 */
import type { HostDocument } from 'photoshop';
import { bitsPerChannel } from './documents';
import { readPixels, type HostPixels } from './readPixels';

const MAX_TILES_A_SIDE = 3;
const TILE_PX = 48;

/** Reads up to nine tiles spread over the picture; all of it when it is small. To be called inside a modal scope. */
export async function readTiles(document: HostDocument): Promise<HostPixels[]> {
  const tiles: HostPixels[] = [];
  const depth = bitsPerChannel(document) === 16 ? 16 : 8;
  for (const [top, bottom] of spans(document.height)) {
    for (const [left, right] of spans(document.width)) {
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

/** The parts of a side that tiles cover, evenly spread. */
function spans(length: number): readonly (readonly [start: number, end: number])[] {
  const count = Math.min(MAX_TILES_A_SIDE, Math.ceil(length / TILE_PX));
  return Array.from({ length: count }, (_, index) => {
    const center = ((index + 0.5) * length) / count;
    const start = Math.max(0, Math.min(length - TILE_PX, Math.floor(center - TILE_PX / 2)));
    return [start, Math.min(length, start + TILE_PX)] as const;
  });
}
