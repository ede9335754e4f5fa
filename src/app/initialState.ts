import { DEFAULT_SETTINGS } from './settings';
import type { SessionState } from './state';

export const INITIAL_STATE: SessionState = {
  tab: 'match',
  ready: false,
  documents: [],
  choosing: true,
  film: null,
  digital: null,
  thumbnails: {},
  progress: null,
  evidence: null,
  style: null,
  compared: 'film-result',
  compareMode: 'wipe',
  comparison: null,
  targetDocumentId: null,
  maskFromSelection: false,
  strength: 100,
  applying: false,
  applied: null,
  notices: {},
  settings: DEFAULT_SETTINGS,
};
