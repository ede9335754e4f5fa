/** The one store of the panel: an immutable state, replaced as a whole, and those who want to know about it. */
export interface Store<S> {
  get(): S;
  /** Merges `change` into the state; a function sees the state as it is now. */
  set(change: Partial<S> | ((state: S) => Partial<S>)): void;
  /** Returns the way to stop. */
  subscribe(listener: () => void): () => void;
}

export function createStore<S extends object>(initial: S): Store<S> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set(change) {
      state = { ...state, ...(typeof change === 'function' ? change(state) : change) };
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
