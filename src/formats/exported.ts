import type { DeltaESummary } from './roundTrip';

/** A style in another program's format, with what is known about how faithful it is. */
export interface Exported {
  readonly content: string | Uint8Array;
  /** A file that `content` refers to by name; it belongs beside it. */
  readonly companion?: { readonly name: string; readonly content: string | Uint8Array };
  /** The look against what the written file says, read back by our own reader or by the target's arithmetic. */
  readonly roundTrip: { readonly deltaE2000: DeltaESummary };
  /** What the format cannot say, and what the user has to do, in words; empty when there is nothing to say. */
  readonly losses: readonly string[];
}
