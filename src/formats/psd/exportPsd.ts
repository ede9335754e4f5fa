/** The layers as a PSD, on the user's picture or on a small chart. */
import { createStackMapper } from '../../engine/render/renderStack';
import type { Exported } from '../export/exported';
import type { ExportPicture } from '../export/exporter';
import type { Loss } from '../export/losses';
import { measureRoundTrip } from '../export/roundTrip';
import type { Style } from '../style/style';
import { chartFor } from './colorChart';
import { readStack } from './readStack';
import { writeStackPsd } from './writePsd';

export function exportPsd({ look, stack }: Style, picture?: ExportPicture): Exported {
  const content = writeStackPsd({ ...(picture ?? chartFor(look)), stack });
  const losses: Loss[] = [{ code: 'layers' }];
  if (!picture) losses.push({ code: 'chart' });
  return {
    content,
    roundTrip: measureRoundTrip(look, createStackMapper(readStack(content))),
    losses,
  };
}
