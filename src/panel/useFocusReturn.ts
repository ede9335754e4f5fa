import { useLayoutEffect, useRef, type FocusEvent } from 'react';

export interface FocusReturn {
  /** For the element around what is closed. */
  readonly onFocus: (event: FocusEvent) => void;
  /** To be called after it was closed. */
  readonly giveBack: () => void;
}

/** What had the focus before it went into this, or else when this appeared, gets it back. */
export function useFocusReturn(): FocusReturn {
  const beforeRef = useRef<Element | null>(null);
  useLayoutEffect(() => {
    beforeRef.current = document.activeElement;
  }, []);
  return {
    onFocus({ currentTarget, relatedTarget }) {
      if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) beforeRef.current = relatedTarget;
    },
    giveBack() {
      const before = beforeRef.current as HTMLElement | null;
      if (before !== null && document.body.contains(before)) before.focus();
    },
  };
}
