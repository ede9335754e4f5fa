import type { DeltaESummary } from './roundTrip';
import type { Loss } from './losses';

export interface CompanionFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** A style in another program's format, with what is known about how faithful it is. */
export interface Exported {
  readonly content: string | Uint8Array;
  /** A file that `content` refers to by name; it belongs beside it. */
  readonly companion?: CompanionFile;
  /** The look against what the written file says, read back by our own reader or by the target's arithmetic. */
  readonly roundTrip: { readonly deltaE2000: DeltaESummary };
  /** What this file cannot say of this look, and what the user has to know; empty when there is nothing to say. */
  readonly losses: readonly Loss[];
}
