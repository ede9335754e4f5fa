import type { RgbSpaceId } from '../../engine/color/rgbSpace';
import { bakeTable } from '../export/bakeTable';
import type { Exported } from '../export/exported';
import type { Style } from '../style/style';
import { cubeToLut3d } from './cubeFile';
import { formatCube } from './formatCube';
import { parseCube } from './parseCube';

/**
 * @param size nodes along each axis, 2…256
 * @param space of the pictures that it is for. @default the look's
 */
export function exportCube({ look }: Style, size: number, space?: RgbSpaceId): Exported {
  const { lut, losses, measure } = bakeTable(look, size, space);
  const content = formatCube(lut, { title: look.name });
  return { content, roundTrip: measure(cubeToLut3d(parseCube(content), lut.space)), losses };
}
