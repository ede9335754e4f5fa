import type { RgbSpaceId } from '../../engine/color/rgbSpace';
import { bakeTable } from '../export/bakeTable';
import type { Exported } from '../export/exported';
import type { Style } from '../style/style';
import { formatThreeDl, parseThreeDl } from './threeDl';

/** @param space of the pictures that it is for. @default the look's */
export function exportThreeDl({ look }: Style, size: number, space?: RgbSpaceId): Exported {
  const { lut, losses, measure } = bakeTable(look, size, space);
  const content = formatThreeDl(lut);
  return {
    content,
    roundTrip: measure(parseThreeDl(content, lut.space)),
    losses: [...losses, { code: 'rounded', values: { bits: 12 } }],
  };
}
