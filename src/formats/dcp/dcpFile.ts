/**
 * A DNG camera profile (.dcp): a TIFF directory without a picture, with "CR" (0x4352) for 42.
 *
 *   49 49 52 43  08 00 00 00     "IIRC", offset of the directory ("MMCR": big endian)
 *
 *   50708 UniqueCameraModel     50721 ColorMatrix1        50778 CalibrationIlluminant1   50936 ProfileName
 *   50940 ProfileToneCurve      50941 ProfileEmbedPolicy  50942 ProfileCopyright         50964 ForwardMatrix1
 *   50981 ProfileLookTableDims  50982 ProfileLookTableData  51108 ProfileLookTableEncoding
 */
import { UserError } from '../../engine/userError';
import { bufferSource } from '../image/byteSource';
import {
  readTiffDirectory,
  tiffNumbers,
  type TiffDirectory,
  type TiffEntry,
} from '../image/tiff/tiffDirectory';
import { writeTiffDirectory } from '../image/tiff/writeTiffDirectory';
import type { HueSatTable } from './hueSatTable';
import type { ToneCurve } from './toneCurve';

export const DCP_TAGS = {
  model: 50708,
  colorMatrix1: 50721,
  illuminant1: 50778,
  name: 50936,
  toneCurve: 50940,
  embedPolicy: 50941,
  copyright: 50942,
  forwardMatrix1: 50964,
  lookDims: 50981,
  lookData: 50982,
  lookEncoding: 51108,
} as const;

const MAX_BYTES = 64 << 20;
const MAX_NODES = 1 << 20;

/** @throws UserError `dcp-invalid` */
export function readDcp(bytes: Uint8Array, fileName: string): TiffDirectory {
  const magic = String.fromCharCode(...bytes.subarray(0, 4));
  const fail = (detail: string): never => {
    throw new UserError('dcp-invalid', { file: fileName, detail });
  };
  if (magic !== 'IIRC' && magic !== 'MMCR') return fail('it does not begin like a camera profile (byte 0)');
  if (bytes.length < 8) return fail(`it ends before the place of its directory (byte ${bytes.length})`);
  if (bytes.length > MAX_BYTES)
    return fail(`it has ${bytes.length} bytes, ${MAX_BYTES} are the most that is read`);
  const littleEndian = magic === 'IIRC';
  const at = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, littleEndian);
  try {
    const directory = readTiffDirectory(bufferSource(bytes), littleEndian, at);
    if (!directory.has(DCP_TAGS.colorMatrix1)) fail(`it has no color matrix in its directory (byte ${at})`);
    return directory;
  } catch (error) {
    if (error instanceof UserError && error.code === 'image-damaged')
      return fail(String(error.values.detail));
    throw error;
  }
}

/** The look table of a profile; null when it has none. @throws UserError `dcp-invalid` */
export function lookTableOf(directory: TiffDirectory, fileName: string): HueSatTable | null {
  const dims = tiffNumbers(directory, DCP_TAGS.lookDims);
  if (dims.length === 0) return null;
  const [hues, saturations, values] = dims;
  const deltas = Float32Array.from(tiffNumbers(directory, DCP_TAGS.lookData));
  const nodes = hues * saturations * values;
  const isSized =
    hues >= 1 && saturations >= 2 && values >= 1 && nodes <= MAX_NODES && dims.every(Number.isInteger);
  if (!isSized || deltas.length !== 3 * nodes || !deltas.every(Number.isFinite)) {
    const detail = `its look table makes no sense${placeOf(directory, DCP_TAGS.lookDims)}`;
    throw new UserError('dcp-invalid', { file: fileName, detail });
  }
  const srgbValues = tiffNumbers(directory, DCP_TAGS.lookEncoding)[0] === 1;
  // A table of one value serves all: the reader wants two to interpolate between.
  if (values > 1) return { hues, saturations, values, srgbValues, deltas };
  const twice = new Float32Array(6 * nodes);
  twice.set(deltas);
  twice.set(deltas, 3 * nodes);
  return { hues, saturations, values: 2, srgbValues, deltas: twice };
}

/** Null when the profile names none: programs then use one of their own. @throws UserError `dcp-invalid` */
export function toneCurveOf(directory: TiffDirectory, fileName: string): ToneCurve | null {
  const numbers = tiffNumbers(directory, DCP_TAGS.toneCurve);
  if (numbers.length === 0) return null;
  const inputs = numbers.filter((_, i) => i % 2 === 0);
  const outputs = numbers.filter((_, i) => i % 2 === 1);
  const rises = inputs.every((input, i) => i === 0 || input > inputs[i - 1]);
  if (inputs.length < 2 || inputs.length !== outputs.length || !rises || !numbers.every(Number.isFinite)) {
    const detail = `its tone curve makes no sense${placeOf(directory, DCP_TAGS.toneCurve)}`;
    throw new UserError('dcp-invalid', { file: fileName, detail });
  }
  return { inputs, outputs };
}

function placeOf(directory: TiffDirectory, tag: number): string {
  const at = directory.get(tag)?.at;
  return at === undefined ? '' : ` (byte ${at})`;
}

export function writeDcp(entries: readonly TiffEntry[]): Uint8Array {
  const directory = writeTiffDirectory(entries, 8);
  const bytes = new Uint8Array(8 + directory.length);
  bytes.set([0x49, 0x49, 0x52, 0x43, 8, 0, 0, 0]);
  bytes.set(directory, 8);
  return bytes;
}
