/** What of a look becomes layers: with or without the light, with one frame's own put back in, and how strong. */
import type { FrameNuisances } from './estimation';
import { matchFrame } from './fit/matchFrame';
import type { Look } from './look';
import { weakerLook } from './render/weakerLook';
import type { Task } from './task';

/** What one frame has of its own, where it is known. */
export type FrameOffsets = Pick<FrameNuisances, 'light' | 'lab'>;

export interface AppliedOptions {
  /** Whether exposure and white balance are part of it. */
  readonly withLight: boolean;
  /** What is put back in for one frame, on top of the light; null: nothing. */
  readonly frame: FrameOffsets | null;
  /** How far the look goes, in [0, 1]. */
  readonly share: number;
}

/** @returns the look itself when nothing of it is left out or put in */
export function* appliedLook(look: Look, { withLight, frame, share }: AppliedOptions): Task<Look> {
  yield { stage: 'project', fraction: 0 };
  const lit = !withLight ? withoutLight(look) : frame ? matchFrame(look, frame) : look;
  yield { stage: 'project', fraction: 0.5 };
  return share < 1 ? weakerLook(lit, share) : lit;
}

function withoutLight(look: Look): Look {
  return { ...look, whiteBalance: { exposureEv: 0, redEv: 0, blueEv: 0 } };
}
