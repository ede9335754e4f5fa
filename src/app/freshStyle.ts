import { startHistory } from './look/editHistory';
import { NO_EDITS } from './look/lookEdits';
import type { SessionState } from './state';
import type { StyleWithOptions } from './styleText';

type Fresh = Pick<
  SessionState,
  'style' | 'layerOptions' | 'applied' | 'editHistory' | 'lookPreview' | 'residuals' | 'stackDistances'
>;

/** A new style, and what goes with it: nothing of it is edited, applied or drawn yet. */
export function freshStyle({ style, layerOptions }: StyleWithOptions): Fresh {
  return {
    style,
    layerOptions,
    applied: null,
    editHistory: startHistory(NO_EDITS),
    lookPreview: null,
    residuals: null,
    stackDistances: null,
  };
}
