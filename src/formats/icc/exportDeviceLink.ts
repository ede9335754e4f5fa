import { createLutMapper } from '../../engine/render/applyLut';
import { bakeLut } from '../../engine/render/bakeLut';
import type { Exported } from '../export/exported';
import { measureRoundTrip } from '../export/roundTrip';
import type { Style } from '../style/style';
import { formatDeviceLink, parseDeviceLink } from './deviceLink';

const SIZE = 33;

/** The look as an ICC device link, RGB to RGB. */
export function exportDeviceLink({ look }: Style): Exported {
  const content = formatDeviceLink(bakeLut(look, SIZE), look.name);
  const readBack = parseDeviceLink(content, look.space);
  if (!readBack) throw new RangeError('The device link that was written cannot be read back.');
  return { content, roundTrip: measureRoundTrip(look, createLutMapper(readBack)), losses: [] };
}
