import type { DeltaESummary } from './roundTrip';

/** A style in another program's format, with what is known about how faithful it is. */
export interface Exported {
  readonly content: string | Uint8Array;
  /** The look against what the written file says, read back by our own reader or by the target's arithmetic. */
  readonly roundTrip: { readonly deltaE2000: DeltaESummary };
  /** What the format cannot say, in words; empty when it says everything. */
  readonly losses: readonly string[];
}
