/** The pictures of the preview at its own size: film on the digital photo's pixels, the photo, and the photo with the layers. */
import type { AdjustmentStack } from '../../engine/adjustments';
import { fitLongEdge, resizeArea, resizePlane } from '../../engine/image/resizeArea';
import { rgbImage, type Plane, type RgbImage } from '../../engine/image/rgbImage';
import { createStackMapper } from '../../engine/render/renderStack';
import type { Task } from '../../engine/task';
import type { Evidence } from '../evidence';

/** Fine enough for a panel of 600 px, small enough to be redrawn while a slider moves. */
export const PREVIEW_LONG_EDGE_PX = 640;

const ROWS_PER_STEP = 16;
/** How bright the photo shows through where the film frame does not reach. */
const OUTSIDE_BRIGHTNESS = 0.35;

export interface PreviewPictures {
  readonly film: RgbImage;
  readonly digital: RgbImage;
  readonly trust: Plane;
}

/** Scales the matched pictures down to preview size. */
export function previewPictures(evidence: Evidence): PreviewPictures {
  const { digital, registeredFilm, reliability } = evidence;
  const { width, height } = fitLongEdge(digital.width, digital.height, PREVIEW_LONG_EDGE_PX);
  const smallDigital = resizeArea(digital, width, height);
  const trust = resizePlane(reliability, width, height);
  return { digital: smallDigital, trust, film: frameOnPhoto(registeredFilm, smallDigital, trust) };
}

/** The photo under the layer stack, in strips. */
export function* renderPreview(digital: RgbImage, stack: AdjustmentStack): Task<RgbImage> {
  const result = rgbImage(digital.width, digital.height, digital.space);
  const map = createStackMapper(stack);
  for (let row = 0; row < digital.height; row += ROWS_PER_STEP) {
    const rows = Math.min(ROWS_PER_STEP, digital.height - row);
    const [from, to] = [3 * row * digital.width, 3 * (row + rows) * digital.width];
    map(digital.data.subarray(from, to), result.data.subarray(from, to), rows * digital.width);
    yield { stage: 'preview', fraction: row / digital.height };
  }
  return result;
}

/** Outside its frame the film picture is empty; there the photo shows, dimmed, so that one sees where the frame lies. */
function frameOnPhoto(film: RgbImage, digital: RgbImage, trust: Plane): RgbImage {
  const result = resizeArea(film, digital.width, digital.height);
  for (let i = 0; i < trust.data.length; i++) {
    if (trust.data[i] > 0 || !isEmpty(result.data, 3 * i)) continue;
    for (let c = 0; c < 3; c++) result.data[3 * i + c] = OUTSIDE_BRIGHTNESS * digital.data[3 * i + c];
  }
  return result;
}

function isEmpty(data: Float32Array, offset: number): boolean {
  return data[offset] === 0 && data[offset + 1] === 0 && data[offset + 2] === 0;
}
