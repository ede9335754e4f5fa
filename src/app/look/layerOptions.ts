/** How a look becomes layers: of which kind, with or without the light of the frame, and how strong. */
import type { AppliedOptions, FrameOffsets } from '../../engine/appliedLook';
import type { StackKind } from '../../engine/project/projectLook';

export const STACK_KINDS = ['classic', 'extended', 'exact'] as const satisfies readonly StackKind[];

/** `opacity`: the group's, to be changed in Photoshop later. `baked`: the layers themselves are weaker. */
export const STRENGTH_WAYS = ['opacity', 'baked'] as const;
export type StrengthWay = (typeof STRENGTH_WAYS)[number];

export const TEXTURE_MAX = 200;
/** Percent of the measured size of the grain, and of the measured radius of the glow. */
export const TEXTURE_SIZE = { min: 50, max: 200 } as const;
/** Hundredths of a stop. */
export const INVERSION_EXPOSURE_MAX = 300;
/** Percent. */
export const INVERSION_CONTRAST = { min: 50, max: 200 } as const;

export interface LayerOptions {
  readonly kind: StackKind;
  /** Whether exposure and white balance, which belong to the frame more than to the film, are part of it. */
  readonly withLight: boolean;
  /** Whether what the fit kept out of the look for this one frame is put back in; needs the light. */
  readonly matchFrame: boolean;
  /** Percent, 0…100. */
  readonly strength: number;
  readonly strengthWay: StrengthWay;
  /** Percent of what was measured on the film, 0…TEXTURE_MAX; 0 makes no such layer. */
  readonly grain: number;
  readonly halation: number;
  /** Percent of the size and the radius that were measured, within TEXTURE_SIZE. */
  readonly grainSize: number;
  readonly halationRadius: number;
  /** What the print of a negative has over the numbers of the roll: hundredths of a stop, and percent of contrast. */
  readonly inversionExposure: number;
  readonly inversionContrast: number;
}

export const DEFAULT_LAYER_OPTIONS: LayerOptions = {
  kind: 'classic',
  withLight: true,
  matchFrame: false,
  strength: 100,
  strengthWay: 'opacity',
  grain: 0,
  halation: 0,
  grainSize: 100,
  halationRadius: 100,
  inversionExposure: 0,
  inversionContrast: 100,
};

/** Whether there is something of the frame's own to put back: a single pair leaves nothing out. */
export function canMatchFrame(frame: FrameOffsets | null, { withLight }: LayerOptions): boolean {
  return withLight && frame !== null;
}

/** What of the look becomes layers. @param frame what the matched frame has of its own; null when that is not known */
export function appliedOptions(options: LayerOptions, frame: FrameOffsets | null): AppliedOptions {
  const { withLight, strength, strengthWay } = options;
  return {
    withLight,
    frame: options.matchFrame && canMatchFrame(frame, options) ? frame : null,
    share: strengthWay === 'baked' ? strength / 100 : 1,
  };
}

/** Percent, of the group that the layers are put into. */
export function groupOpacity({ strength, strengthWay }: LayerOptions): number {
  return strengthWay === 'opacity' ? strength : 100;
}

/** Whether two choices lead to the same layers, whatever the opacity of their group. */
export function makeSameLayers(a: LayerOptions, b: LayerOptions): boolean {
  const baked = ({ strength, strengthWay }: LayerOptions) => (strengthWay === 'baked' ? strength : 100);
  const sameLight = a.withLight === b.withLight && a.matchFrame === b.matchFrame;
  return a.kind === b.kind && sameLight && baked(a) === baked(b);
}
