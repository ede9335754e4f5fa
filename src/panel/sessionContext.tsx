/** The panel's one way to the session. */
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { Session } from '../app/session';
import type { SessionState } from '../app/state';
import { subscribeCalmly } from './subscribeCalmly';

const SessionContext = createContext<Session | null>(null);

export const SessionProvider = SessionContext.Provider;

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('A component of the panel needs a SessionProvider above it.');
  return session;
}

/** Part of the state; `select` must return the same value for the same state (no new objects). */
export function useSelect<T>(select: (state: SessionState) => T): T {
  const { store } = useSession();
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}

/**
 * As `useSelect`, but a few times a second at most: for charts that would cost a slider under the pointer more than
 * they tell meanwhile. Drawn anew for another reason, they are up to date at once.
 */
export function useSelectCalmly<T>(select: (state: SessionState) => T): T {
  const { store } = useSession();
  const subscribe = useCallback((listener: () => void) => subscribeCalmly(store, listener), [store]);
  return useSyncExternalStore(subscribe, () => select(store.get()));
}
