/** The choices that layers were made by, as a style file keeps them. */
import type { AdjustmentStack } from '../../engine/adjustments';
import type { FrameOffsets } from '../../engine/appliedLook';
import type { StackKind } from '../../engine/project/projectLook';
import { asRecord } from '../asRecord';
import {
  DEFAULT_LAYER_OPTIONS,
  INVERSION_CONTRAST,
  INVERSION_EXPOSURE_MAX,
  STACK_KINDS,
  STRENGTH_WAYS,
  TEXTURE_MAX,
  TEXTURE_SIZE,
  type LayerOptions,
} from './layerOptions';

/** What was saved, as far as it is what it should be; for the rest what the layers themselves say, or the default. */
export function readLayerOptions(
  value: unknown,
  stack: AdjustmentStack,
  frame: FrameOffsets | null,
): LayerOptions {
  const options = asRecord(value);
  const { kind, withLight, matchFrame, strength, strengthWay, grain, halation } = options;
  const { grainSize, halationRadius, inversionExposure, inversionContrast } = options;
  const way = STRENGTH_WAYS.find((each) => each === strengthWay) ?? DEFAULT_LAYER_OPTIONS.strengthWay;
  const saved = way === 'opacity' ? stack.opacity : strength;
  return {
    kind: STACK_KINDS.find((each) => each === kind) ?? kindOfStack(stack),
    withLight: typeof withLight === 'boolean' ? withLight : DEFAULT_LAYER_OPTIONS.withLight,
    matchFrame: matchFrame === true && frame !== null,
    strength: percent(saved, 100, 100),
    strengthWay: way,
    grain: percent(grain, TEXTURE_MAX, DEFAULT_LAYER_OPTIONS.grain),
    halation: percent(halation, TEXTURE_MAX, DEFAULT_LAYER_OPTIONS.halation),
    grainSize: whole(grainSize, TEXTURE_SIZE, DEFAULT_LAYER_OPTIONS.grainSize),
    halationRadius: whole(halationRadius, TEXTURE_SIZE, DEFAULT_LAYER_OPTIONS.halationRadius),
    inversionExposure: whole(
      inversionExposure,
      { min: -INVERSION_EXPOSURE_MAX, max: INVERSION_EXPOSURE_MAX },
      DEFAULT_LAYER_OPTIONS.inversionExposure,
    ),
    inversionContrast: whole(inversionContrast, INVERSION_CONTRAST, DEFAULT_LAYER_OPTIONS.inversionContrast),
  };
}

const percent = (value: unknown, max: number, otherwise: number): number =>
  whole(value, { min: 0, max }, otherwise);

const whole = (
  value: unknown,
  { min, max }: { readonly min: number; readonly max: number },
  otherwise: number,
): number => (typeof value === 'number' ? Math.min(max, Math.max(min, Math.round(value))) : otherwise);

/** What layers of a style from elsewhere amount to. */
function kindOfStack({ layers }: AdjustmentStack): StackKind {
  const kinds = layers.map(({ adjustment }) => adjustment.kind);
  if (kinds.includes('colorLookup')) return 'exact';
  return kinds.includes('channelMixer') || kinds.includes('selectiveColor') ? 'extended' : 'classic';
}
