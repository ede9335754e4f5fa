import { NO_EXPORT_CHOICES } from './exportFormats';
import { NO_HINTS } from './hints/hints';
import { startHistory } from './look/editHistory';
import { DEFAULT_LAYER_OPTIONS } from './look/layerOptions';
import { NO_EDITS } from './look/lookEdits';
import { DEFAULT_SETTINGS } from './settings';
import type { SessionState } from './state';

export const INITIAL_STATE: SessionState = {
  tab: 'match',
  ready: false,
  documents: [],
  choosing: true,
  film: null,
  digital: null,
  hints: NO_HINTS,
  showHints: false,
  hintPictures: {},
  selectionOnly: { film: false, digital: false },
  thumbnails: {},
  progress: null,
  evidence: null,
  style: null,
  compared: 'film-result',
  compareMode: 'wipe',
  comparison: null,
  editHistory: startHistory(NO_EDITS),
  lookPreview: null,
  residuals: null,
  layerOptions: DEFAULT_LAYER_OPTIONS,
  applyPreview: null,
  restacking: false,
  groups: [],
  stocks: [],
  stockSearch: '',
  stockOrder: 'date',
  deletedStock: null,
  openStock: null,
  trial: null,
  stockPictures: {},
  exportChoices: NO_EXPORT_CHOICES,
  exporting: false,
  targetDocumentId: null,
  maskFromSelection: false,
  keepEarlier: false,
  rollBackIfDifferent: false,
  applying: false,
  applied: null,
  batchResults: null,
  notices: {},
  settings: DEFAULT_SETTINGS,
  check: null,
};
