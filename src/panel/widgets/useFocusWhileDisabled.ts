import { useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * A button that is disabled while its own work goes on gets the focus back with the end of it, unless the user has gone
 * elsewhere: browsers take the focus from what is disabled.
 */
export function useFocusWhileDisabled(ref: RefObject<HTMLElement>, disabled: boolean): void {
  const hadFocusRef = useRef(false);
  useLayoutEffect(() => {
    const { activeElement, body } = document;
    if (disabled) {
      hadFocusRef.current = activeElement === ref.current;
      return;
    }
    if (hadFocusRef.current && (activeElement === null || activeElement === body)) ref.current?.focus();
    hadFocusRef.current = false;
  }, [ref, disabled]);
}
