/**
 * A style on one picture file. TIFFs go through band by band, so that the memory needed does not grow with the picture;
 * PNG and JPEG are decoded whole.
 */
import fs from 'node:fs';
import { nextTurn } from '../../compute/runSliced';
import { RGB_SPACES } from '../../engine/color/rgbSpaces';
import { UserError } from '../../engine/userError';
import { formatMatrixProfile } from '../../formats/icc/formatMatrixProfile';
import { decodeImage, imageTypeOf } from '../../formats/image/decodeImage';
import { encodeImage } from '../../formats/image/encodeImage';
import { withFileName } from '../../formats/image/imageDecoder';
import type { ImageFileType, Raster, RasterHead } from '../../formats/image/raster';
import { createTiffWriter } from '../../formats/image/tiff/createTiffWriter';
import { openTiff } from '../../formats/image/tiff/decodeTiff';
import { fileError } from '../files';
import { nodeDeflate } from '../nodeDeflate';
import { colorsOf } from '../readPicture';
import { warning, type Warning } from '../warning';
import { openFile, type OpenFile } from './fileSource';
import { channelsAfter, type ApplyMode, type PixelMapper, type StyleMapper } from './pixelMapper';
import type { RgbSpaceId } from '../../engine/color/rgbSpace';

export interface ApplyFile {
  readonly input: string;
  readonly output: string;
  /** The result is written here and moved to `output` when it is whole; left behind only when the process is killed. */
  readonly temporary: string;
  readonly type: ImageFileType;
  readonly mode: ApplyMode;
  readonly strength: number;
  /** Of the look. */
  readonly styleSpace: RgbSpaceId;
}

export interface AppliedFile {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: 8 | 16;
  readonly space: RgbSpaceId;
  readonly warnings: readonly Warning[];
}

export interface Watch {
  readonly signal: AbortSignal;
  readonly onProgress: (fraction: number) => void;
}

/** @throws UserError `file-…`, `image-…` or `profile-lut`; AbortError. Nothing is left behind then. */
export async function applyToFile(
  file: ApplyFile,
  mapperOf: StyleMapper,
  watch: Watch,
): Promise<AppliedFile> {
  const source = open(file.input);
  try {
    const isTiff = imageTypeOf(source.head) === 'tiff';
    const opened = isTiff ? openTiffSource(source, file.input) : openWhole(source, file.input);
    return await render(opened, file, mapperOf, watch);
  } catch (error) {
    fs.rmSync(file.temporary, { force: true });
    throw error;
  } finally {
    source.close();
  }
}

/** A picture whose pixels come in bands from the top to the bottom. */
interface OpenPicture {
  readonly head: RasterHead;
  readonly compressed: boolean;
  readonly bands: () => Iterator<{ readonly rows: number; readonly data: Uint8Array | Uint16Array }>;
}

const BAND_PIXELS = 1 << 18;

function open(file: string): OpenFile {
  try {
    return openFile(file);
  } catch (error) {
    throw fileError(error, file, 'read');
  }
}

function openTiffSource(source: OpenFile, file: string): OpenPicture {
  const { head, compressed, bands } = withFileName(file, () => openTiff(source));
  return { head, compressed, bands };
}

function openWhole(source: OpenFile, file: string): OpenPicture {
  const raster = decodeImage(source.read(0, source.length), file);
  const { data, ...head } = raster;
  return { head, compressed: true, bands: () => bandsOf(raster, data) };
}

function* bandsOf({ width, height, channels }: RasterHead, data: Raster['data']) {
  const rows = Math.max(1, Math.floor(BAND_PIXELS / width));
  for (let top = 0; top < height; top += rows) {
    const bottom = Math.min(height, top + rows);
    yield { rows: bottom - top, data: data.subarray(top * width * channels, bottom * width * channels) };
  }
}

async function render(
  picture: OpenPicture,
  file: ApplyFile,
  mapperOf: StyleMapper,
  watch: Watch,
): Promise<AppliedFile> {
  const { input, output, temporary, type, mode, strength, styleSpace } = file;
  const { space, profile, warnings: colorWarnings } = colorsOf(picture.head, input);
  const map = mapperOf(picture.head, { mode, strength, space, profile });
  const head = headAfter(picture.head, space);
  if (type === 'tiff') {
    const deflate = picture.compressed ? nodeDeflate : null;
    await writeTiff(temporary, head, deflate, mapped(picture, head, map, file, watch));
  } else {
    const length = head.width * head.height * head.channels;
    const data = head.bitDepth === 16 ? new Uint16Array(length) : new Uint8Array(length);
    let at = 0;
    for await (const rows of mapped(picture, head, map, file, watch)) {
      data.set(rows, at);
      at += rows.length;
    }
    writing(temporary, () =>
      fs.writeFileSync(temporary, encodeImage({ ...head, data }, type, { deflate: nodeDeflate })),
    );
  }
  watch.signal.throwIfAborted();
  writing(output, () => fs.renameSync(temporary, output));

  const warnings: Warning[] = colorWarnings.filter(({ code }) => code !== 'profile-gray');
  const spaces = { imageSpace: RGB_SPACES[space].label, lookSpace: RGB_SPACES[styleSpace].label };
  if (space !== styleSpace && !profile) warnings.push(warning('apply-converted', { file: input, ...spaces }));
  if (picture.head.channels < 3) warnings.push(warning('apply-gray', { file: input, ...spaces }));
  if (type === 'jpeg' && head.bitDepth === 16) warnings.push(warning('depth-reduced', { file: output }));
  if (type === 'jpeg' && head.channels === 4) warnings.push(warning('alpha-dropped', { file: output }));
  const bitDepth = type === 'jpeg' ? 8 : head.bitDepth;
  return { width: head.width, height: head.height, bitDepth, space, warnings };
}

/** A gray profile says nothing about RGB values, so it goes; what has no profile is tagged with what it was taken for. */
function headAfter(head: RasterHead, space: RgbSpaceId): RasterHead {
  const channels = channelsAfter(head.channels);
  const keeps = head.iccProfile && head.channels >= 3;
  return { ...head, channels, iccProfile: keeps ? head.iccProfile : formatMatrixProfile(space) };
}

/** The rows of the result, band by band. */
async function* mapped(
  picture: OpenPicture,
  head: RasterHead,
  map: PixelMapper,
  file: ApplyFile,
  { signal, onProgress }: Watch,
): AsyncGenerator<Uint8Array | Uint16Array> {
  const bands = picture.bands();
  let done = 0;
  for (;;) {
    signal.throwIfAborted();
    await nextTurn();
    const next = withFileName(file.input, () => bands.next());
    if (next.done) return;
    const { rows, data } = next.value;
    const pixels = rows * head.width;
    const result =
      head.bitDepth === 16 ? new Uint16Array(pixels * head.channels) : new Uint8Array(pixels * head.channels);
    map(data, result, pixels);
    yield result;
    done += rows;
    onProgress(done / head.height);
  }
}

async function writeTiff(
  file: string,
  head: RasterHead,
  deflate: typeof nodeDeflate | null,
  bands: AsyncIterable<Uint8Array | Uint16Array>,
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

function writing<T>(file: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw error instanceof UserError ? error : fileError(error, file, 'write');
  }
}
