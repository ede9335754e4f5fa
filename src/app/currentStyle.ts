import type { AdjustmentStack } from '../engine/adjustments';
import type { FrameOffsets } from '../engine/appliedLook';
import type { Inversion } from '../engine/negative/inversion';
import type { ProjectionDiagnostics } from '../engine/project/projectLook';
import type { StyleMetrics } from '../formats/style/style';
import type { EditedLook } from './look/learnedLook';

/** The look that Apply, Export and Save work on. */
export interface CurrentStyle extends EditedLook {
  readonly stack: AdjustmentStack;
  readonly metrics: StyleMetrics | null;
  /** How near the layers come to the look; null when nobody measured it. */
  readonly projection: ProjectionDiagnostics | null;
  /** Mean ΔE2000 of the look as it was learned on pairs that it was not learned from; null with a single pair. */
  readonly heldOutDeltaE2000: number | null;
  /** What the matched frame has of its own and the look has not; null when that is not known. */
  readonly frame: FrameOffsets | null;
  /** How the scans of the roll become positive; null when the film was positive. */
  readonly inversion: Inversion | null;
  readonly origin: 'match' | 'file' | 'stock';
  /** What else its file holds, kept for saving: what newer versions add. */
  readonly others?: Readonly<Record<string, unknown>>;
}
