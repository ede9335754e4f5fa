import { findTarget } from './findTarget';
import type { SessionState } from './state';
import { TEXTS } from './texts';

/** A word of caution when the look was learned in another color space than that of the document; else ''. */
export function targetSpaceNote(state: SessionState): string {
  const target = findTarget(state);
  if (!target || !state.style || target.space === state.style.look.space) return '';
  const name = (space: string) => TEXTS.spaces[space] ?? space;
  return TEXTS.apply.otherSpace(name(state.style.look.space), name(target.space));
}
