import type { TiffEntry } from './tiffDirectory';
import { longEntry } from './tiffEntries';

/** A directory that an entry of its parent points to, such as EXIF (34665) or GPS (34853). */
export interface SubDirectory {
  readonly tag: number;
  readonly entries: readonly TiffEntry[];
}

/**
 * One little-endian directory with its values and sub-directories behind it.
 * @param at offset in the file at which the result will stand; even.
 */
export function writeTiffDirectory(
  entries: readonly TiffEntry[],
  at: number,
  subDirectories: readonly SubDirectory[] = [],
): Uint8Array {
  const pieces: Uint8Array[] = [];
  const all = new Map(entries.map((entry) => [entry.tag, entry]));
  for (const sub of subDirectories) all.set(sub.tag, longEntry(sub.tag, [0]));
  const sorted = [...all.values()].sort((a, b) => a.tag - b.tag);
  const head = new Uint8Array(2 + 12 * sorted.length + 4);
  const view = new DataView(head.buffer);
  let end = at + head.length;
  const append = (piece: Uint8Array): number => {
    const offset = end;
    pieces.push(piece);
    end += piece.length;
    // Values stand at even offsets.
    if (end % 2 === 1) {
      pieces.push(new Uint8Array(1));
      end++;
    }
    return offset;
  };
  view.setUint16(0, sorted.length, true);
  sorted.forEach((entry, i) => {
    const position = 2 + 12 * i;
    view.setUint16(position, entry.tag, true);
    view.setUint16(position + 2, entry.type, true);
    view.setUint32(position + 4, entry.count, true);
    const sub = subDirectories.find((candidate) => candidate.tag === entry.tag);
    if (sub) view.setUint32(position + 8, append(writeTiffDirectory(sub.entries, end)), true);
    else if (entry.bytes.length <= 4) head.set(entry.bytes, position + 8);
    else view.setUint32(position + 8, append(entry.bytes), true);
  });
  const out = new Uint8Array(end - at);
  out.set(head);
  let offset = head.length;
  for (const piece of pieces) {
    out.set(piece, offset);
    offset += piece.length;
  }
  return out;
}
