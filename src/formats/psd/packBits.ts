/** PackBits, the run-length code of Photoshop's rows: n ≥ 0 copies n + 1 bytes, n < 0 repeats the next byte 1 − n times. */

/** Decodes until `target` is full or `source` ends. */
export function unpackBits(source: Uint8Array, target: Uint8Array): void {
  let to = 0;
  for (let from = 0; from < source.length && to < target.length;) {
    const head = source[from++];
    if (head < 128) {
      const end = Math.min(to + head + 1, target.length);
      while (to < end) target[to++] = source[from++];
    } else if (head > 128) {
      const end = Math.min(to + 257 - head, target.length);
      target.fill(source[from++], to, end);
      to = end;
    }
  }
}

/** Two bytes say up to 128. */
export const fewestPackedBytes = (length: number): number => 2 * Math.ceil(length / 128);

/** Most bytes that a packed row of `length` bytes can need. */
export const packedBound = (length: number): number => length + Math.ceil(length / 128);

/** Packs `row` into `target` from `offset` on; returns the offset after the last byte. */
export function packBits(row: Uint8Array, target: Uint8Array, offset: number): number {
  let to = offset;
  for (let from = 0; from < row.length;) {
    let run = 1;
    while (run < 128 && from + run < row.length && row[from + run] === row[from]) run++;
    if (run >= 3) {
      target[to++] = 257 - run;
      target[to++] = row[from];
      from += run;
      continue;
    }
    const start = from;
    while (from < row.length && from - start < 128) {
      if (from + 2 < row.length && row[from] === row[from + 1] && row[from] === row[from + 2]) break;
      from++;
    }
    target[to++] = from - start - 1;
    target.set(row.subarray(start, from), to);
    to += from - start;
  }
  return to;
}
