/** A look that was changed by hand becomes layers again, and is measured anew where its pictures are at hand. */
import type { AdjustmentStack } from './adjustments';
import type { Look } from './look';
import { measureStyle, type RegisteredPictures, type StyleDifferences } from './measureStyle';
import { projectLook, type ProjectionDiagnostics, type StackKind } from './project/projectLook';
import { sampleColors } from './sample/sampleColors';
import type { ColorSamples } from './sample/colorSamples';
import { within, type Task } from './task';

export interface RestackInput {
  readonly look: Look;
  readonly kind: StackKind;
  /** The matched pictures, or null for a look whose pictures are not open. */
  readonly pictures: RegisteredPictures | null;
}

export interface Restacked {
  readonly stack: AdjustmentStack;
  /** How near the layers come to the look. */
  readonly projection: ProjectionDiagnostics;
  /** Null without pictures. */
  readonly differences: StyleDifferences | null;
}

export function* restack({ look, kind, pictures }: RestackInput): Task<Restacked> {
  const samples: ColorSamples[] = [];
  if (pictures) {
    const { digital, registeredFilm, reliability } = pictures;
    samples.push(yield* within(sampleColors(digital, registeredFilm, reliability), 0, 0.2));
  }
  const projected = yield* within(projectLook(look, samples, { stack: kind }), 0.2, 0.8);
  const { value: stack, diagnostics: projection } = projected;
  const differences = pictures && (yield* within(measureStyle(pictures, look, stack), 0.8, 1));
  return { stack, projection, differences };
}
