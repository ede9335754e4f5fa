/** What the engine makes layers from, as the store has it. */
import type { LayersInput } from '../../engine/restack';
import { onlyPictures } from '../onlyPictures';
import type { CurrentStyle } from '../currentStyle';
import type { SessionState } from '../state';
import { appliedOptions } from './layerOptions';

export function layersInput(style: CurrentStyle, { evidence, layerOptions }: SessionState): LayersInput {
  const matched = style.origin === 'match' ? evidence : null;
  return {
    look: style.look,
    applied: appliedOptions(layerOptions, style.frame),
    pictures: matched && onlyPictures(matched),
  };
}
