/** Bytes that are read where they are needed: a buffer in memory, or a file that is never whole in memory. */
export interface ByteSource {
  readonly length: number;
  /**
   * A view or a copy; callers do not write into it.
   * @param offset, length inside of the source
   */
  read(offset: number, length: number): Uint8Array;
}

export function bufferSource(bytes: Uint8Array): ByteSource {
  return { length: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) };
}
