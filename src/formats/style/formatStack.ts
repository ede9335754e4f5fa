import type { AdjustmentStack } from '../../engine/adjustments';
import { formatJson } from './formatJson';
import { packStack } from './formatStyle';

/** The layers alone, from the bottom one to the top one, in the units of Photoshop's Properties panel. */
export function formatStack(stack: AdjustmentStack): string {
  return formatJson({ format: 'filmfit-stack', version: 1, ...(packStack(stack) as object) });
}
