/** Errors as Photoshop throws them: a message and a `number`. */
export class HostError extends Error {
  constructor(
    message: string,
    readonly number: number,
  ) {
    super(message);
    this.name = 'Error';
  }
}

/** Another modal scope is running. */
export const MODAL_BUSY = 9;
/** A call that may change something was made outside a modal scope. */
export const NOT_MODAL = 1000;
/** The user pressed Cancel. */
export const CANCELLED = -128;

export const notModal = (call: string): HostError =>
  new HostError(
    `Event: ${call} may modify the state of Photoshop. Such events are only allowed from inside a modal scope`,
    NOT_MODAL,
  );

export const modalBusy = (): HostError =>
  new HostError('host is in a modal state: another command is running', MODAL_BUSY);

export const userCancelled = (): HostError => new HostError('User cancelled the operation', CANCELLED);
