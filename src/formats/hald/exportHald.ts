import { createLutMapper } from '../../engine/render/applyLut';
import { bakeLut } from '../../engine/render/bakeLut';
import { RGB_SPACES } from '../../engine/color/rgbSpaces';
import type { Exported } from '../export/exported';
import { measureRoundTrip } from '../export/roundTrip';
import type { Deflate } from '../image/deflate';
import type { Style } from '../style/style';
import { formatHald, parseHald } from './hald';

/** @param level 2…16; the LUT has its square as nodes along each axis */
export function exportHald({ look }: Style, level: number, deflate?: Deflate): Exported {
  const content = formatHald(bakeLut(look, level ** 2), deflate);
  return {
    content,
    roundTrip: measureRoundTrip(look, createLutMapper(parseHald(content, look.space))),
    losses:
      look.space === 'srgb'
        ? []
        : [{ code: 'space-in-name', values: { space: RGB_SPACES[look.space].label } }],
  };
}
