import type { Store } from '../app/store';

/** Short enough to look like following, long enough to be a small part of the work. */
const CALM_MS = 120;

/** Tells of many changes in a row once, a moment after the first of them; the last one is never missed. */
export function subscribeCalmly({ subscribe }: Pick<Store<never>, 'subscribe'>, listener: () => void) {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const unsubscribe = subscribe(() => {
    timer ??= setTimeout(() => {
      timer = null;
      listener();
    }, CALM_MS);
  });
  return () => {
    unsubscribe();
    if (timer !== null) clearTimeout(timer);
  };
}
