import fs from 'node:fs';
import type { ByteSource } from '../../formats/image/byteSource';
import { fileError } from '../files';

export interface OpenFile extends ByteSource {
  /** The first bytes, which tell the type. */
  readonly head: Uint8Array;
  close(): void;
}

const HEAD_BYTES = 16;

/** A file that is read where it is needed. @throws UserError `file-…` */
export function openFile(file: string): OpenFile {
  const handle = openToRead(file);
  const { size } = fs.fstatSync(handle);
  const read = (offset: number, length: number): Uint8Array => {
    const bytes = new Uint8Array(length);
    let filled = 0;
    while (filled < length) {
      const got = fs.readSync(handle, bytes, filled, length - filled, offset + filled);
      if (got === 0) break;
      filled += got;
    }
    return bytes.subarray(0, filled);
  };
  return { length: size, read, head: read(0, Math.min(size, HEAD_BYTES)), close: () => fs.closeSync(handle) };
}

function openToRead(file: string): number {
  try {
    return fs.openSync(file, 'r');
  } catch (error) {
    throw fileError(error, file, 'read');
  }
}
