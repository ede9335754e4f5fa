import { IDENTITY_CURVE } from '../../engine/adjustments';
import { curvesMapper, grayCurves } from '../curves/grayCurves';
import type { Exported } from '../export/exported';
import { measureRoundTrip } from '../export/roundTrip';
import type { Style } from '../style/style';
import { formatAcv, parseAcv } from './acv';

export function exportAcv({ look }: Style): Exported {
  const content = formatAcv([IDENTITY_CURVE, ...grayCurves(look)]);
  const [, ...channels] = parseAcv(content);
  return {
    content,
    roundTrip: measureRoundTrip(look, curvesMapper(channels, look)),
    losses: [{ code: 'curves-only' }],
  };
}
