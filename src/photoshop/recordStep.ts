/**
 * A step of an Action (Photoshop 25.0, "Recording an Action Step Provided by a UXP Plugin"). Only the name of a global
 * function and its data are recorded; the function itself is the installed plugin's, see registerEntrypoints.ts.
 */
import { action } from 'photoshop';
import type { RecordedStep } from './photoshopHost';

/** Does nothing while no Action is being recorded, or in a Photoshop that cannot record steps of plugins. */
export async function recordStep({ name, methodName, info }: RecordedStep): Promise<void> {
  if (typeof action.recordAction !== 'function') return;
  try {
    await action.recordAction({ name, methodName }, info);
  } catch {
    // The look has been applied; whether the Actions panel took the step shows there.
  }
}
