import { startHistory } from './look/editHistory';
import type { SessionState } from './state';
import type { StyleWithOptions } from './styleText';

type Fresh = Pick<
  SessionState,
  | 'style'
  | 'layerOptions'
  | 'grainPictures'
  | 'applied'
  | 'editHistory'
  | 'lookPreview'
  | 'residuals'
  | 'stackDistances'
>;

/** A new style, and what goes with it: nothing of it is applied or drawn yet, and no step of changing it is known. */
export function freshStyle({ style, layerOptions }: StyleWithOptions): Fresh {
  return {
    style,
    layerOptions,
    grainPictures: null,
    applied: null,
    editHistory: startHistory(style.edits),
    lookPreview: null,
    residuals: null,
    stackDistances: null,
  };
}
