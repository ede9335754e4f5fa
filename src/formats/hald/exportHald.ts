import type { RgbSpaceId } from '../../engine/color/rgbSpace';
import { RGB_SPACES } from '../../engine/color/rgbSpaces';
import { bakeTable } from '../export/bakeTable';
import type { Exported } from '../export/exported';
import type { Loss } from '../export/losses';
import type { Deflate } from '../image/deflate';
import type { Style } from '../style/style';
import { formatHald, parseHald } from './hald';

/**
 * @param level 2…16; the LUT has its square as nodes along each axis
 * @param space of the pictures that it is for. @default the look's
 */
export function exportHald({ look }: Style, level: number, space?: RgbSpaceId, deflate?: Deflate): Exported {
  const { lut, losses, measure } = bakeTable(look, level ** 2, space);
  const content = formatHald(lut, deflate);
  const inName: Loss = { code: 'space-in-name', values: { space: RGB_SPACES[lut.space].label } };
  return {
    content,
    roundTrip: measure(parseHald(content, lut.space)),
    losses: lut.space === 'srgb' ? losses : [...losses, inName],
  };
}
