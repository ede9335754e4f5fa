/** A scanned negative as the positive that its inversion makes of it. Tables stand in for every logarithm and power. */
import { RGB_SPACES } from '../color/rgbSpaces';
import { rgbImage, type RgbImage } from '../image/rgbImage';
import type { Mapper } from '../render/mapper';
import { runToEnd, type Task } from '../task';
import type { Inversion } from './inversion';
import { paperDensity } from './paperCurve';
import { scanDensity } from './scanDensity';

/** Steps over the encoded values of the scan, and over the log light of the print. */
const STEPS = 8192;
/** log10 of the print's light: beyond these ends every paper is black or white. */
const LOG_MIN = -12;
const LOG_MAX = 4;
const PIXELS_PER_STEP = 32768;

/** Encoded scan values → encoded positive in [0, 1]. */
export function createInversionMapper(inversion: Inversion): Mapper {
  const densities = densityTables(inversion);
  const print = printTable(inversion);
  const { crosstalk: m, gamma, offset } = inversion;
  const density = new Float64Array(3);
  const toStep = (STEPS - 1) / (LOG_MAX - LOG_MIN);
  return (source, target, count) => {
    for (let i = 0; i < 3 * count; i += 3) {
      for (let c = 0; c < 3; c++) density[c] = read(densities[c], clip(source[i + c]) * (STEPS - 1));
      for (let c = 0; c < 3; c++) {
        const mixed = m[3 * c] * density[0] + m[3 * c + 1] * density[1] + m[3 * c + 2] * density[2];
        const x = gamma[c] * mixed + offset[c];
        target[i + c] = read(print, (Math.min(LOG_MAX, Math.max(LOG_MIN, x)) - LOG_MIN) * toStep);
      }
    }
  };
}

export function invertNegative(image: RgbImage, inversion: Inversion): RgbImage {
  return runToEnd(invertNegativeTask(image, inversion));
}

/** @throws RangeError when the picture is not in the space of the inversion */
export function* invertNegativeTask(image: RgbImage, inversion: Inversion): Task<RgbImage> {
  if (image.space !== inversion.space) {
    throw new RangeError(`Expected a scan in ${inversion.space}, as the inversion is; got ${image.space}.`);
  }
  const result = rgbImage(image.width, image.height, image.space);
  const map = createInversionMapper(inversion);
  const pixels = image.width * image.height;
  for (let from = 0; from < pixels; from += PIXELS_PER_STEP) {
    const to = Math.min(pixels, from + PIXELS_PER_STEP);
    map(image.data.subarray(3 * from, 3 * to), result.data.subarray(3 * from, 3 * to), to - from);
    yield { stage: 'negative.invert', fraction: to / pixels };
  }
  return result;
}

/** Encoded positive of a log10 light before the paper. */
export function printedValue(x: number, inversion: Pick<Inversion, 'paper' | 'space'>): number {
  return clip(RGB_SPACES[inversion.space].encode(10 ** -paperDensity(-x, inversion.paper)));
}

function densityTables({ base, space, scanGamma }: Inversion): Float64Array[] {
  return base.map((light) =>
    Float64Array.from(
      { length: STEPS },
      (_, i) => scanDensity(i / (STEPS - 1), space, scanGamma) + Math.log10(light),
    ),
  );
}

function printTable(inversion: Inversion): Float64Array {
  return Float64Array.from({ length: STEPS }, (_, i) =>
    printedValue(LOG_MIN + ((LOG_MAX - LOG_MIN) * i) / (STEPS - 1), inversion),
  );
}

function read(table: Float64Array, position: number): number {
  const index = Math.min(table.length - 2, position | 0);
  return table[index] + (position - index) * (table[index + 1] - table[index]);
}

/** NaN becomes 0. */
function clip(value: number): number {
  return value > 0 ? (value < 1 ? value : 1) : 0;
}
