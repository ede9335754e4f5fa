import type { RgbSpaceId } from '../../engine/color/rgbSpace';
import { bakeTable } from '../export/bakeTable';
import type { Exported } from '../export/exported';
import type { Style } from '../style/style';
import { formatDeviceLink, parseDeviceLink } from './deviceLink';

const SIZE = 33;

/**
 * The look as an ICC device link, RGB to RGB.
 * @param space of the pictures that it is for. @default the look's
 */
export function exportDeviceLink({ look }: Style, space?: RgbSpaceId): Exported {
  const { lut, losses, measure } = bakeTable(look, SIZE, space);
  const content = formatDeviceLink(lut, look.name);
  const readBack = parseDeviceLink(content, lut.space);
  if (!readBack) throw new RangeError('The device link that was written cannot be read back.');
  return { content, roundTrip: measure(readBack), losses };
}
