/** Events after which the list of documents may be another. Photoshop is silent about what happens in modal scopes, our own changes included. */
import { action } from 'photoshop';

const EVENTS = [
  'open',
  'close',
  'make',
  'select',
  'delete',
  'set',
  'historyStateChanged',
  'convertMode',
] as const;

const ownListeners = new Set<() => void>();

/** @returns the way to stop. */
export function watchDocuments(listener: () => void): () => void {
  const onEvent = (): void => listener();
  ownListeners.add(listener);
  // The host answers with a promise that nobody has to wait for; a failure leaves the panel without live updates.
  void action.addNotificationListener(EVENTS, onEvent).catch(() => undefined);
  return () => {
    ownListeners.delete(listener);
    void action.removeNotificationListener(EVENTS, onEvent).catch(() => undefined);
  };
}

/** To be called after changes of our own. */
export function announceChange(): void {
  for (const listener of [...ownListeners]) listener();
}
