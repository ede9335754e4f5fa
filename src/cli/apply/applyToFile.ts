/**
 * A style on one picture file. TIFFs go through band by band, so that the memory needed does not grow with the picture;
 * PNG and JPEG are decoded whole.
 */
import fs from 'node:fs';
import { nextTurn } from '../../compute/runSliced';
import { RGB_SPACES } from '../../engine/color/rgbSpaces';
import { formatMatrixProfile } from '../../formats/icc/formatMatrixProfile';
import { withFileName } from '../../formats/image/imageDecoder';
import type { ImageFileType, RasterHead } from '../../formats/image/raster';
import { colorsOf } from '../readPicture';
import { warning, type Warning } from '../warning';
import { openFile } from './fileSource';
import { openPicture, type OpenPicture } from './openPicture';
import { channelsAfter, type ApplyMode, type PixelMapper, type StyleMapper } from './pixelMapper';
import { writeBands, writing } from './writeBands';
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
  const source = openFile(file.input);
  try {
    return await render(openPicture(source, file.input), file, mapperOf, watch);
  } catch (error) {
    fs.rmSync(file.temporary, { force: true });
    throw error;
  } finally {
    source.close();
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
  const { compressed } = picture;
  await writeBands(temporary, head, mapped(picture, head, map, file, watch), { type, compressed });
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
