/** How near each kind of stack comes to the look, for whoever has to choose one. */
import type { Look } from '../look';
import type { ColorSamples } from '../sample/colorSamples';
import { within, type Task } from '../task';
import { projectLook, type Projection, type ProjectionDiagnostics, type StackKind } from './projectLook';

export const STACK_KINDS: readonly StackKind[] = ['classic', 'extended', 'exact'];

/** @param known a projection of the same look that need not be made again */
export function* compareStacks(
  look: Look,
  samples: readonly ColorSamples[],
  known: Projection,
): Task<readonly ProjectionDiagnostics[]> {
  const compared: ProjectionDiagnostics[] = [];
  for (const [index, stack] of STACK_KINDS.entries()) {
    if (stack === known.diagnostics.kind) compared.push(known.diagnostics);
    else {
      const [from, to] = [index / STACK_KINDS.length, (index + 1) / STACK_KINDS.length];
      const projection = yield* within(projectLook(look, samples, { stack }), from, to);
      compared.push(projection.diagnostics);
    }
  }
  return compared;
}
