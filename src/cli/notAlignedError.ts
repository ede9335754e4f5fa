import type { Alignment } from '../engine/align/alignment';

/** Film and digital could not be laid on each other; carries what was found. */
export class NotAlignedError extends Error {
  constructor(
    readonly status: Alignment['status'],
    readonly film: string,
    readonly digital: string,
    /** What --json prints beside the error. */
    readonly report: object,
  ) {
    super(`not aligned: ${status}`);
    this.name = 'NotAlignedError';
  }
}
