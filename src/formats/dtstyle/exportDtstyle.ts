/**
 * darktable's style, XML, with one module: lut3d (version 3), whose 12,940 bytes of parameters stand in hexadecimal
 * (darktable, src/iop/lut3d.c, dt_iop_lut3d_params_t; little endian):
 *
 *   0      char[512]    the .cube file, relative to the folder that darktable's settings name for LUTs
 *   512    i32          space: 0 sRGB, 1 Adobe RGB, 2 Rec. 709 with its own curve, 3 Rec. 709 linear, 4 Rec. 2020 linear
 *   516    i32          interpolation: 0 tetrahedral
 *   520    i32          0: no keypoints of a compressed LUT
 *   524    char[12288]  0: them
 *   12812  char[128]    0: the name of a compressed LUT
 *
 * Spaces that darktable's module does not know are converted: the LUT is then made for Adobe RGB.
 */
import type { RgbSpaceId } from '../../engine/color/rgbSpace';
import { RGB_SPACES } from '../../engine/color/rgbSpaces';
import { formatCube } from '../cube/formatCube';
import { cubeToLut3d } from '../cube/cubeFile';
import { parseCube } from '../cube/parseCube';
import type { Exported } from '../export/exported';
import type { Loss } from '../export/losses';
import { bakeLutIn, lutMapperIn } from '../export/lutInSpace';
import { measureRoundTrip } from '../export/roundTrip';
import type { Style } from '../style/style';
import { escapeXml } from '../xmp/escapeXml';

const MODULE_VERSION = 3;
const BLEND_VERSION = 11;
const PARAMS_BYTES = 12_940;
const PATH_BYTES = 512;
const SPACE_AT = 512;
const SPACES: Partial<Record<RgbSpaceId, number>> = { srgb: 0, 'adobe-rgb': 1 };

/** Of the .cube: that of the look, unless darktable's module does not know it. */
export const dtstyleSpace = (lookSpace: RgbSpaceId): RgbSpaceId =>
  lookSpace in SPACES ? lookSpace : 'adobe-rgb';

export function exportDtstyle({ look }: Style, baseName: string, size: number): Exported {
  const space = dtstyleSpace(look.space);
  const cube = formatCube(bakeLutIn(look, size, space), { title: look.name });
  const name = `${baseName}.cube`;
  const losses: Loss[] = [{ code: 'companion-in-lut-folder', values: { name, program: 'darktable' } }];
  if (space !== look.space) {
    losses.push({ code: 'other-space', values: { space: RGB_SPACES[space].label } });
  }
  return {
    content: formatDtstyle(look.name, lut3dParams(name, space)),
    companion: { name, content: cube },
    roundTrip: measureRoundTrip(look, lutMapperIn(cubeToLut3d(parseCube(cube), space), look.space)),
    losses,
  };
}

/** In lower-case hexadecimal; the same text stands in darktable's XMP files. @throws RangeError for a path that is too long */
export function lut3dParams(path: string, space: RgbSpaceId): string {
  const encoded = new TextEncoder().encode(path);
  if (encoded.length >= PATH_BYTES) throw new RangeError(`darktable takes paths of ${PATH_BYTES - 1} bytes.`);
  const bytes = new Uint8Array(PARAMS_BYTES);
  bytes.set(encoded);
  new DataView(bytes.buffer).setInt32(SPACE_AT, SPACES[space] ?? 0, true);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function formatDtstyle(name: string, params: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<darktable_style version="1.0">
 <info>
  <name>${escapeXml(name)}</name>
  <description>Made by Filmfit</description>
 </info>
 <style>
  <plugin>
   <num>0</num>
   <module>${MODULE_VERSION}</module>
   <operation>lut3d</operation>
   <op_params>${params}</op_params>
   <enabled>1</enabled>
   <blendop_params></blendop_params>
   <blendop_version>${BLEND_VERSION}</blendop_version>
   <multi_priority>0</multi_priority>
   <multi_name></multi_name>
  </plugin>
 </style>
</darktable_style>
`;
}
