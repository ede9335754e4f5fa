/** Linear light and what a blur over the frame makes of it. */
import { blurInStrips } from '../image/gaussianBlur';
import { resizePlane } from '../image/resizeArea';
import { plane, type Plane, type RgbImage } from '../image/rgbImage';
import { decodeTable, readDecodeTable } from '../color/transferTables';
import type { Task } from '../task';

/** A blur of more pixels than this is done on a smaller picture: the result has no finer detail. */
const BLUR_PX = 4;

/** Linear light of one channel, in [0, 1]. */
export function linearPlane({ width, height, data, space }: RgbImage, channel: number): Plane {
  const table = decodeTable(space);
  const light = new Float32Array(width * height);
  for (let i = 0; i < light.length; i++) light[i] = readDecodeTable(table, data[3 * i + channel]);
  return plane(width, height, light);
}

/** Gaussian blur of any deviation; edges are repeated. */
export function* blurredLight(light: Plane, sigmaPx: number): Task<Plane> {
  const { width, height } = light;
  const factor = Math.max(1, Math.min(sigmaPx / BLUR_PX, Math.min(width, height) / 4));
  const small =
    factor === 1
      ? light
      : resizePlane(light, Math.max(1, Math.round(width / factor)), Math.max(1, Math.round(height / factor)));
  const scale = small.width / width;
  // Averaging over the pixels of the smaller picture is a blur of its own: a box, twice (once down, once up).
  const boxes = factor === 1 ? 0 : 2 / 12;
  const sigma = Math.sqrt(Math.max(0.01, (sigmaPx * scale) ** 2 - boxes));
  const values = small.data.slice();
  yield* blurInStrips(
    values,
    values,
    new Float32Array(values.length),
    small.width,
    small.height,
    sigma,
    'halation',
  );
  return resizePlane({ ...small, data: values }, width, height);
}
