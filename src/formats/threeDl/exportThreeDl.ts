import { createLutMapper } from '../../engine/render/applyLut';
import { bakeLut } from '../../engine/render/bakeLut';
import type { Exported } from '../export/exported';
import { measureRoundTrip } from '../export/roundTrip';
import type { Style } from '../style/style';
import { formatThreeDl, parseThreeDl } from './threeDl';

export function exportThreeDl({ look }: Style, size: number): Exported {
  const content = formatThreeDl(bakeLut(look, size));
  const readBack = parseThreeDl(content, look.space);
  return {
    content,
    roundTrip: measureRoundTrip(look, createLutMapper(readBack)),
    losses: [{ code: 'rounded', values: { bits: 12 } }],
  };
}
