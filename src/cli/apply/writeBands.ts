/** A picture file out of bands of pixels: TIFFs as the bands come, PNG and JPEG at once. */
import fs from 'node:fs';
import { UserError } from '../../engine/userError';
import { encodeImage } from '../../formats/image/encodeImage';
import type { ImageFileType, RasterHead } from '../../formats/image/raster';
import { createTiffWriter } from '../../formats/image/tiff/createTiffWriter';
import { fileError } from '../files';
import { nodeDeflate } from '../nodeDeflate';

export type Bands = AsyncIterable<Uint8Array | Uint16Array>;

export interface WriteOptions {
  readonly type: ImageFileType;
  /** For TIFFs; the others always are. */
  readonly compressed: boolean;
}

/** @throws UserError `file-…` */
export async function writeBands(
  file: string,
  head: RasterHead,
  bands: Bands,
  { type, compressed }: WriteOptions,
): Promise<void> {
  if (type === 'tiff') return writeTiff(file, head, bands, compressed ? nodeDeflate : null);
  const length = head.width * head.height * head.channels;
  const data = head.bitDepth === 16 ? new Uint16Array(length) : new Uint8Array(length);
  let at = 0;
  for await (const rows of bands) {
    data.set(rows, at);
    at += rows.length;
  }
  writing(file, () => fs.writeFileSync(file, encodeImage({ ...head, data }, type, { deflate: nodeDeflate })));
}

async function writeTiff(
  file: string,
  head: RasterHead,
  bands: Bands,
  deflate: typeof nodeDeflate | null,
): Promise<void> {
  const handle = writing(file, () => fs.openSync(file, 'w'));
  try {
    const sink = {
      append: (bytes: Uint8Array) => writing(file, () => writeAll(handle, bytes)),
      patch: (offset: number, bytes: Uint8Array) =>
        writing(file, () => void fs.writeSync(handle, bytes, 0, bytes.length, offset)),
    };
    const writer = createTiffWriter(head, sink, deflate);
    for await (const rows of bands) writer.rows(rows);
    writer.end();
  } finally {
    fs.closeSync(handle);
  }
}

function writeAll(handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += fs.writeSync(handle, bytes, at);
}

/** Runs `write` on `file`. @throws UserError `file-…` when the file system refuses */
export function writing<T>(file: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw error instanceof UserError ? error : fileError(error, file, 'write');
  }
}
