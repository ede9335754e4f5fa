/** `core` of the module `photoshop`: modal scopes and the control over history that they give. */
import type { Host } from './host';
import { HostError } from './hostError';
import type { ModalOptions, Progress } from './modalScope';

export interface SuspensionId {
  readonly id: number;
  readonly documentID: number;
  /** Set to rename the entry in the History panel. */
  finalName?: string;
}

export interface ExecutionContext {
  readonly isCancelled: boolean;
  onCancel: (() => void) | undefined;
  reportProgress(progress: Progress): void;
  readonly hostControl: {
    suspendHistory(options: { documentID: number; name: string }): Promise<SuspensionId>;
    resumeHistory(suspension: SuspensionId, commit?: boolean): Promise<void>;
    registerAutoCloseDocument(documentID: number): Promise<void>;
    unregisterAutoCloseDocument(documentID: number): Promise<void>;
  };
}

export function createCoreModule(host: Host, alert: (message: string) => void | Promise<void>) {
  let suspensions = 0;

  const createContext = (autoClose: Set<number>): ExecutionContext => ({
    get isCancelled() {
      return host.modal.cancelled;
    },
    get onCancel() {
      return host.modal.onCancel;
    },
    set onCancel(handler) {
      host.modal.onCancel = handler;
    },
    reportProgress: (progress) => host.modal.report(progress),
    hostControl: {
      async suspendHistory({ documentID, name }) {
        host.requireModal('suspendHistory');
        const { history } = host.document(documentID);
        if (history.isSuspended)
          throw new HostError('History of this document is suspended already.', -25920);
        const suspension: SuspensionId = { id: ++suspensions, documentID };
        history.suspend(suspension.id, name);
        return suspension;
      },
      async resumeHistory(suspension, commit = true) {
        host.requireModal('resumeHistory');
        const { history } = host.document(suspension.documentID);
        if (!history.resume(suspension.id, commit, suspension.finalName)) {
          throw new HostError('There is no such suspension.', -25920);
        }
      },
      async registerAutoCloseDocument(documentID) {
        host.requireModal('registerAutoCloseDocument');
        autoClose.add(host.document(documentID).id);
      },
      async unregisterAutoCloseDocument(documentID) {
        host.requireModal('unregisterAutoCloseDocument');
        autoClose.delete(documentID);
      },
    },
  });

  return {
    executeAsModal<T>(
      target: (context: ExecutionContext, descriptor?: unknown) => Promise<T>,
      options: ModalOptions & { descriptor?: unknown },
    ): Promise<T> {
      const autoClose = new Set<number>();
      return host.modal
        .run(options, () => target(createContext(autoClose), options.descriptor))
        .finally(() => autoClose.forEach((id) => host.close(id)));
    },
    isModal: () => host.modal.isActive,
    async showAlert({ message }: { readonly message: string }): Promise<void> {
      await alert(message);
    },
  };
}
