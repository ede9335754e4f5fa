/**
 * Every text that a user sees, in plain language for photographers. They live in this folder and nowhere else, so that
 * they can be translated as a whole; this file is its one door. `{name}` in a text is a blank for a value.
 */
import { APPLY_TEXTS } from './apply';
import { FILE_ERRORS } from './fileErrors';
import { FRAME_TEXTS } from './frame';
import { LOOK_TEXTS } from './look';
import { LOOK_STAGES_TEXTS } from './lookStages';
import { MATCH_TEXTS } from './match';
import { MATCH_ERRORS } from './matchErrors';
import { NAME_TEXTS } from './names';
import { NEGATIVE_TEXTS } from './negative';
import { PHOTOSHOP_ERRORS } from './photoshopErrors';
import { PICTURE_TEXTS } from './pictures';
import { RESULT_TEXTS } from './result';
import { SAVE_TEXTS } from './save';
import { SETTINGS_TEXTS } from './settings';
import { STOCKS_TEXTS } from './stocks';
import type { TextWithRemedy } from './textWithRemedy';
import { TEXTURE_TEXTS } from './texture';
import { VALUE_ERRORS } from './valueErrors';
import { WARNING_TEXTS } from './warnings';

export { EXPORT_TEXTS, LOSS_TEXTS, lossText } from './exports';
export { fillBlanks } from './fillBlanks';
export { lookUp } from './lookUp';
export type { TextWithRemedy } from './textWithRemedy';

export const TEXTS = {
  ...FRAME_TEXTS,
  ...PICTURE_TEXTS,
  ...MATCH_TEXTS,
  ...RESULT_TEXTS,
  ...SAVE_TEXTS,
  ...NAME_TEXTS,
  look: LOOK_TEXTS,
  lookStages: LOOK_STAGES_TEXTS,
  apply: APPLY_TEXTS,
  stocks: STOCKS_TEXTS,
  settings: SETTINGS_TEXTS,
  texture: TEXTURE_TEXTS,
  negative: NEGATIVE_TEXTS,

  /** By `EstimateWarning.code`; what it means and what helps. */
  warnings: WARNING_TEXTS,

  /** By `UserError.code`, or its family before the first dot. */
  errors: {
    ...PHOTOSHOP_ERRORS,
    ...FILE_ERRORS,
    ...MATCH_ERRORS,
    ...VALUE_ERRORS,
  } as Readonly<Record<string, TextWithRemedy>>,
} as const;
