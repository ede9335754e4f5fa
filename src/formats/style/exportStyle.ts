import { createLookMapper } from '../../engine/render/renderLook';
import type { Exported } from '../export/exported';
import { measureRoundTrip } from '../export/roundTrip';
import { formatStyle } from './formatStyle';
import { parseStyle } from './parseStyle';
import type { Style } from './style';

/** The style itself, in the form of today. */
export function exportStyle(style: Style): Exported {
  const content = formatStyle(style);
  const readBack = createLookMapper(parseStyle(content).look);
  return { content, roundTrip: measureRoundTrip(style.look, readBack), losses: [] };
}
