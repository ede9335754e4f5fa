/** Files that become stocks: Filmfit's own, and LUTs that the user brings. */
import { neutralLook, type Look } from '../../engine/look';
import type { RgbSpaceId } from '../../engine/color/rgbSpace';
import { createLutMapper } from '../../engine/render/applyLut';
import { latticeColors } from '../../engine/render/bakeLut';
import type { Lut3d } from '../../engine/render/lut3d';
import type { Compute } from '../../compute/protocol';
import { cubeToLut3d } from '../../formats/cube/cubeFile';
import { parseCube } from '../../formats/cube/parseCube';
import type { OpenedFile } from '../../photoshop/photoshopHost';
import { DEFAULT_LAYER_OPTIONS } from '../look/layerOptions';
import { lookName } from '../lookName';
import type { StyleWithOptions } from '../styleText';
import { TEXTS } from '../texts';
import { parseLibraryOrStyle, type ReadEntry } from './libraryFile';

export const IMPORTED_TYPES = [
  { extension: 'filmfit', label: TEXTS.fileTypes.library },
  { extension: 'json', label: TEXTS.fileTypes.style },
  { extension: 'cube', label: TEXTS.fileTypes.lut },
] as const;

/** LUT files do not say in which space their numbers are; nearly all are made for pictures in sRGB. */
const LUT_SPACE: RgbSpaceId = 'srgb';
const LATTICE_SIZE = 33;

/** @throws UserError that names the file and what is wrong with it */
export async function readStockFile(file: OpenedFile, compute: Compute): Promise<readonly ReadEntry[]> {
  const ending = file.name.toLowerCase().replace(/^.*\./, '');
  switch (ending) {
    case 'cube': {
      const lut = cubeToLut3d(parseCube(await file.text(), file.name), LUT_SPACE);
      return [{ notes: {}, style: await styleOfLut(lut, lookName(file.name), compute) }];
    }
    default:
      return parseLibraryOrStyle(await file.text(), file.name);
  }
}

/** The LUT as a look, and the layers that come nearest to it. */
async function styleOfLut(lut: Lut3d, name: string, compute: Compute): Promise<StyleWithOptions> {
  const look = lookOfLut(lut, name);
  const { kind } = DEFAULT_LAYER_OPTIONS;
  const { output } = await compute.run('restack', { look, kind, pictures: null });
  return {
    style: { fitted: look, look, stack: output.stack, metrics: null, origin: 'stock' },
    layerOptions: DEFAULT_LAYER_OPTIONS,
  };
}

/** Neutral stages, and the whole LUT in the lattice of offsets. */
export function lookOfLut(lut: Lut3d, name: string): Look {
  const source = latticeColors(LATTICE_SIZE);
  const offsets = new Float32Array(source.length);
  createLutMapper(lut)(source, offsets, LATTICE_SIZE ** 3);
  for (let i = 0; i < offsets.length; i++) offsets[i] -= source[i];
  return { ...neutralLook(lut.space, name), residual: { size: LATTICE_SIZE, offsets } };
}
