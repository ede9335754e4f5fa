/** How a look becomes layers: of which kind, with or without the light of the frame, and how strong. */
import { createLookMapper } from '../../engine/render/renderLook';
import { bakeLut, latticeColors } from '../../engine/render/bakeLut';
import type { Look, ResidualLattice, SampledCurve } from '../../engine/look';
import { matchFrame } from '../../engine/fit/matchFrame';
import type { FrameNuisances } from '../../engine/estimation';
import type { StackKind } from '../../engine/project/projectLook';

export const STACK_KINDS = ['classic', 'extended', 'exact'] as const satisfies readonly StackKind[];

/** `opacity`: the group's, to be changed in Photoshop later. `baked`: the layers themselves are weaker. */
export const STRENGTH_WAYS = ['opacity', 'baked'] as const;
export type StrengthWay = (typeof STRENGTH_WAYS)[number];

export const TEXTURE_MAX = 200;
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
  inversionExposure: 0,
  inversionContrast: 100,
};

/** Whether there is something of the frame's own to put back: a single pair leaves nothing out. */
export function canMatchFrame(frame: FrameNuisances | null, { withLight }: LayerOptions): boolean {
  return withLight && frame !== null && frame.offsetsKnown;
}

/**
 * The look that the layers are made from. The look itself when nothing is left out.
 * @param frame what the matched frame has of its own; null when no matched frame is at hand
 */
export function appliedLook(look: Look, options: LayerOptions, frame: FrameNuisances | null = null): Look {
  const { withLight, strength, strengthWay } = options;
  const unlit = { ...look, whiteBalance: { exposureEv: 0, redEv: 0, blueEv: 0 } };
  const isMatched = options.matchFrame && frame !== null && canMatchFrame(frame, options);
  const lit = isMatched ? matchFrame(look, frame) : withLight ? look : unlit;
  return strengthWay === 'baked' && strength < 100 ? weakerLook(lit, strength / 100) : lit;
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

/** Nodes of the lattice of a look without one. */
const LATTICE_SIZE = 33;

/**
 * `share` of the way from the untouched color to the look's, in encoded values: what opacity does. The readable
 * stages go that share of their own way, and the lattice says what is missing.
 */
export function weakerLook(look: Look, share: number): Look {
  const size = look.residual?.size ?? LATTICE_SIZE;
  const weaker: Look = { ...look, ...weakerStages(look, share), residual: null };
  return { ...weaker, residual: missingLattice(look, weaker, share, size) };
}

function weakerStages(look: Look, share: number): Partial<Look> {
  const towards = (neutral: number) => (value: number) => neutral + share * (value - neutral);
  const curve = (values: SampledCurve) => values.map((value, i) => towards(i / (values.length - 1))(value));
  const { exposureEv, redEv, blueEv } = look.whiteBalance;
  return {
    whiteBalance: { exposureEv: share * exposureEv, redEv: share * redEv, blueEv: share * blueEv },
    matrix: look.matrix.map((value, i) => towards(i % 4 === 0 ? 1 : 0)(value)),
    tone: curve(look.tone),
    channels: {
      red: curve(look.channels.red),
      green: curve(look.channels.green),
      blue: curve(look.channels.blue),
    },
    hueBands: look.hueBands.map((band) => ({
      hueDeg: band.hueDeg,
      shiftDeg: share * band.shiftDeg,
      chroma: towards(1)(band.chroma),
      lightness: share * band.lightness,
    })),
    saturation: look.saturation.map(towards(1)),
  };
}

function missingLattice(look: Look, weaker: Look, share: number, size: number): ResidualLattice {
  const source = latticeColors(size);
  const wanted = bakeLut(look, size).values;
  const offsets = new Float32Array(source.length);
  createLookMapper(weaker, { parametricOnly: true, unclipped: true })(source, offsets, size ** 3);
  for (let i = 0; i < offsets.length; i++) {
    offsets[i] = source[i] + share * (wanted[i] - source[i]) - offsets[i];
  }
  return { size, offsets };
}
