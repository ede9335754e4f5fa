/** What the host's errors mean to the application. */
import { UserError } from '../engine/userError';

/** A command that Photoshop refused; `result` is Photoshop's number. */
export class HostRefusal extends Error {
  constructor(
    readonly command: string,
    message: string,
    readonly result: number,
  ) {
    super(`${command}: ${message}`);
    this.name = 'HostRefusal';
  }
}

/** The user pressed Cancel; never shown. */
export function abortError(): Error {
  const error = new Error('The operation was cancelled.');
  error.name = 'AbortError';
  return error;
}

const MODAL_BUSY = 9;
const CANCELLED = -128;

const numberOf = (error: unknown): number | undefined => {
  const value = typeof error === 'object' && error !== null && 'number' in error ? error.number : undefined;
  return typeof value === 'number' ? value : undefined;
};

/** @param cancelled whether the user has pressed Cancel: after that the host fails in ways of its own. */
export function toUserError(error: unknown, cancelled: boolean): Error {
  if (error instanceof UserError) return error;
  if (cancelled || (error instanceof Error && error.name === 'AbortError')) return abortError();
  const number = error instanceof HostRefusal ? error.result : numberOf(error);
  if (number === CANCELLED) return abortError();
  if (number === MODAL_BUSY) return new UserError('host-busy', {}, { cause: error });
  const detail = error instanceof Error ? error.message : String(error);
  return new UserError('host-refused', { detail }, { cause: error });
}
