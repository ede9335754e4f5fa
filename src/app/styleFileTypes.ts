/** What style files are called. */
import { STYLE_EXTENSION } from '../formats/style/style';
import type { FileType } from '../photoshop/photoshopHost';
import { TEXTS } from './texts';

/** As the panel writes them. */
export const STYLE_FILE: FileType = { extension: STYLE_EXTENSION, label: TEXTS.fileTypes.style };

/** As it reads them: the command line's matches, and earlier versions of the panel, wrote `.json`. */
export const STYLE_FILES: readonly FileType[] = [
  STYLE_FILE,
  { extension: 'json', label: TEXTS.fileTypes.style },
];
