import type { AppliedGroup } from '../photoshop/photoshopHost';
import type { Notice } from './notice';
import { TEXTS } from './texts';

/** The line that tells that the layers are there, and whether Photoshop shows what was predicted. */
export function appliedNotice(applied: AppliedGroup): Notice {
  const { verification } = applied;
  const texts = TEXTS.apply;
  return {
    tone: verification.verdict === 'differs' ? 'notice' : 'positive',
    title: texts.done(applied.groupName),
    remedy: texts.verdict(verification),
    details: [texts.layers(applied.layerNames), texts.levelsHelp, texts.undoHint],
  };
}
