/** The panel's one way to the session. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Session } from '../app/session';
import type { SessionState } from '../app/state';

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
