/** What two documents of a camera's full size cost: CPU time when warm, and the typed arrays held beside the pictures. */
import { alignFilmToDigital } from '../../src/engine/align/alignFilmToDigital';
import type { ImagePair, RgbImage } from '../../src/engine/image/rgbImage';
import { rgbImage } from '../../src/engine/image/rgbImage';

const FULL_PIXELS = 24e6;
const MEGABYTE = 2 ** 20;

export interface FullSizeResult {
  readonly megapixels: number;
  readonly cpuS: number;
  readonly peakMegabytes: number;
  readonly status: string;
}

/** The second of two runs on `pair`, enlarged. */
export function measureFullSize(pair: ImagePair): FullSizeResult {
  const large = { film: enlarged(pair.film), digital: enlarged(pair.digital) };
  measureOnce(large);
  return measureOnce(large);
}

function measureOnce(pair: ImagePair): FullSizeResult {
  globalThis.gc?.();
  const held = process.memoryUsage().arrayBuffers;
  let peak = 0;
  const before = process.cpuUsage();
  const task = alignFilmToDigital(pair);
  for (;;) {
    const step = task.next();
    peak = Math.max(peak, process.memoryUsage().arrayBuffers - held);
    if (!step.done) continue;
    const { user, system } = process.cpuUsage(before);
    return {
      megapixels: (pair.digital.width * pair.digital.height) / 1e6,
      cpuS: (user + system) / 1e6,
      peakMegabytes: peak / MEGABYTE,
      status: step.value.status,
    };
  }
}

/** Nearest neighbours will do: everything is reduced again. */
function enlarged(image: RgbImage): RgbImage {
  const zoom = Math.sqrt(FULL_PIXELS / (image.width * image.height));
  const width = Math.round(image.width * zoom);
  const height = Math.round(image.height * zoom);
  const large = rgbImage(width, height, image.space);
  for (let y = 0; y < height; y++) {
    const row = Math.min(image.height - 1, Math.floor(y / zoom)) * image.width;
    for (let x = 0; x < width; x++) {
      const from = 3 * (row + Math.min(image.width - 1, Math.floor(x / zoom)));
      for (let c = 0; c < 3; c++) large.data[3 * (y * width + x) + c] = image.data[from + c];
    }
  }
  return large;
}
