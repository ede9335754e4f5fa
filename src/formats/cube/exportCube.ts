import { createLutMapper } from '../../engine/render/applyLut';
import { bakeLut } from '../../engine/render/bakeLut';
import type { Exported } from '../export/exported';
import { measureRoundTrip } from '../export/roundTrip';
import type { Style } from '../style/style';
import { cubeToLut3d } from './cubeFile';
import { formatCube } from './formatCube';
import { parseCube } from './parseCube';

/** @param size nodes along each axis, 2…256 */
export function exportCube({ look }: Style, size: number): Exported {
  const content = formatCube(bakeLut(look, size), { title: look.name });
  const readBack = cubeToLut3d(parseCube(content), look.space);
  return { content, roundTrip: measureRoundTrip(look, createLutMapper(readBack)), losses: [] };
}
