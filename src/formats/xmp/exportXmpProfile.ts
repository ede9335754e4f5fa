/** A creative profile for Lightroom and Camera Raw: an XMP file that holds the look as an RGB table of 32 steps. */
import { RGB_SPACES } from '../../engine/color/rgbSpaces';
import { createLutMapper } from '../../engine/render/applyLut';
import { bakeLut } from '../../engine/render/bakeLut';
import type { Exported } from '../export/exported';
import { measureRoundTrip } from '../export/roundTrip';
import type { Style } from '../style/style';
import { escapeXml } from './escapeXml';
import { formatPresetXmp } from './formatPresetXmp';
import { md5 } from '../md5';
import { decodeRgbTable, encodeRgbTable, formatTableText, MAX_TABLE_SIZE, parseTableText } from './rgbTable';

export function exportXmpProfile({ look }: Style): Exported {
  const block = encodeRgbTable(bakeLut(look, MAX_TABLE_SIZE));
  const id = md5(block);
  const table = formatTableText(block);
  const readBack = decodeRgbTable(parseTableText(table), look.space);
  return {
    content: formatPresetXmp({
      type: 'Look',
      name: look.name,
      // The base matters: another profile under the look gives other colors.
      description: `Made by Filmfit for finished pictures in ${RGB_SPACES[look.space].label}`,
      uuidSeed: table,
      attributes: [`crs:RGBTable="${id}"`, `crs:Table_${id}="${escapeXml(table)}"`],
    }),
    roundTrip: measureRoundTrip(look, createLutMapper(readBack)),
    losses: [{ code: 'base-rendering', values: { space: RGB_SPACES[look.space].label } }],
  };
}
