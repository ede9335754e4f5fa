/** A look that was changed by hand becomes layers again, and is measured anew where its pictures are at hand. */
import type { AdjustmentStack } from './adjustments';
import { appliedLook, type AppliedOptions } from './appliedLook';
import type { Look } from './look';
import { measureStyle, type RegisteredPictures, type StyleDifferences } from './measureStyle';
import { compareStacks } from './project/compareStacks';
import { projectLook, type ProjectionDiagnostics, type StackKind } from './project/projectLook';
import { sampleColors } from './sample/sampleColors';
import type { ColorSamples } from './sample/colorSamples';
import { within, type Task } from './task';

export interface LayersInput {
  readonly look: Look;
  readonly applied: AppliedOptions;
  /** The matched pictures, or null for a look whose pictures are not open. */
  readonly pictures: RegisteredPictures | null;
}

export interface RestackInput extends LayersInput {
  readonly kind: StackKind;
}

export interface Restacked {
  readonly stack: AdjustmentStack;
  /** How near the layers come to the look. */
  readonly projection: ProjectionDiagnostics;
  /** Null without pictures. */
  readonly differences: StyleDifferences | null;
}

export function* restack({ look, applied, kind, pictures }: RestackInput): Task<Restacked> {
  const samples = yield* within(samplesOf(pictures), 0, 0.2);
  const wanted = yield* within(appliedLook(look, applied), 0.2, 0.3);
  const projected = yield* within(projectLook(wanted, samples, { stack: kind }), 0.3, 0.8);
  const { value: stack, diagnostics: projection } = projected;
  const differences = pictures && (yield* within(measureStyle(pictures, wanted, stack), 0.8, 1));
  return { stack, projection, differences };
}

/** How near the layers of every kind would come to the look: Classic, Extended, Exact. */
export function* compareLayers(input: LayersInput): Task<readonly ProjectionDiagnostics[]> {
  const samples = yield* within(samplesOf(input.pictures), 0, 0.2);
  const look = yield* within(appliedLook(input.look, input.applied), 0.2, 0.3);
  const exact = yield* within(projectLook(look, samples, { stack: 'exact' }), 0.3, 0.4);
  return yield* within(compareStacks(look, samples, exact), 0.4, 1);
}

function* samplesOf(pictures: RegisteredPictures | null): Task<readonly ColorSamples[]> {
  if (!pictures) return [];
  return [yield* sampleColors(pictures.digital, pictures.registeredFilm, pictures.reliability)];
}
