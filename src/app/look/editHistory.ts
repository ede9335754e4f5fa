/** Undo and redo inside the panel. A slider that moves is one step, however many values it passes. */
import type { LookEdits } from './lookEdits';

export interface EditHistory {
  readonly past: readonly LookEdits[];
  readonly present: LookEdits;
  readonly future: readonly LookEdits[];
}

const MAX_STEPS = 100;

export function startHistory(present: LookEdits): EditHistory {
  return { past: [], present, future: [] };
}

/** @param continues whether this goes on with the step before, as while a slider is dragged */
export function withEdit(history: EditHistory, edits: LookEdits, continues: boolean): EditHistory {
  if (continues) return { ...history, present: edits, future: [] };
  return { past: [...history.past, history.present].slice(-MAX_STEPS), present: edits, future: [] };
}

export function undo({ past, present, future }: EditHistory): EditHistory {
  const last = past.at(-1);
  return last
    ? { past: past.slice(0, -1), present: last, future: [present, ...future] }
    : { past, present, future };
}

export function redo({ past, present, future }: EditHistory): EditHistory {
  const [next, ...rest] = future;
  return next ? { past: [...past, present], present: next, future: rest } : { past, present, future };
}
