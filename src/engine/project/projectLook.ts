/**
 * Look → the nearest stack of real Photoshop layers.
 *
 * The layers are fitted to the look itself ("distilled"), never to the film samples again: the look has already been
 * taught what film does to colors that the pair does not show. See docs/method/project.md.
 */
import type { AdjustmentStack } from '../adjustments';
import type { Look } from '../look';
import type { DifferenceSummary } from '../metrics/differenceSummary';
import { bakeLut } from '../render/bakeLut';
import { createLookMapper } from '../render/renderLook';
import type { ColorSamples } from '../sample/colorSamples';
import type { Task } from '../task';
import { binSampleColors } from './binSampleColors';
import { fitStack } from './fitStack';
import { measureProjection } from './measureProjection';
import { naturalPalette } from './naturalPalette';

/**
 * `classic`: Curves, Hue/Saturation and Color Balance. `extended`: with Channel Mixer and Selective Color.
 * `exact`: one Color Lookup that holds the whole look.
 */
export type StackKind = 'classic' | 'extended' | 'exact';

export interface ProjectLookOptions {
  /** @default 'classic' */
  readonly stack?: StackKind | undefined;
}

export interface ProjectionDiagnostics {
  readonly kind: StackKind;
  /** ΔE2000 of the stack against the look over natural colors. */
  readonly palette: DifferenceSummary;
  /** The same over the digital colors of the pairs; null without samples. */
  readonly pairs: DifferenceSummary | null;
}

export interface Projection {
  readonly value: AdjustmentStack;
  readonly diagnostics: ProjectionDiagnostics;
}

/** Nodes along each axis of the Color Lookup. */
const LUT_SIZE = 33;

/**
 * @param samples of the pairs that the look comes from; their digital colors count for 30 % of the whole. May be empty.
 * @throws RangeError when the samples are in another RGB space than the look
 */
export function* projectLook(
  look: Look,
  samples: readonly ColorSamples[],
  { stack: kind = 'classic' }: ProjectLookOptions = {},
): Task<Projection> {
  const mapper = createLookMapper(look);
  yield { stage: 'project', fraction: 0 };
  const layers = kind === 'exact' ? [exactLayer(look)] : yield* fitStack(mapper, look.space, samples, kind);
  const value: AdjustmentStack = { name: look.name, layers, opacity: 100 };
  yield { stage: 'project', fraction: 0.95 };
  const palette = measureProjection(mapper, value, naturalPalette(look.space), look.space);
  const seen = binSampleColors(samples, look.space);
  const pairs = seen.weights.length > 0 ? measureProjection(mapper, value, seen, look.space) : null;
  yield { stage: 'project', fraction: 1 };
  return { value, diagnostics: { kind, palette, pairs } };
}

function exactLayer(look: Look): AdjustmentStack['layers'][number] {
  const lut = bakeLut(look, LUT_SIZE);
  return {
    name: 'Look',
    adjustment: { kind: 'colorLookup', lut, dither: true, lutName: look.name },
    opacity: 100,
  };
}
