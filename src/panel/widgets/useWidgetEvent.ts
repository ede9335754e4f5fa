import { useEffect, useRef, type RefObject } from 'react';

/**
 * Listens to a widget's own event. React 18 does not hear `input` and `change` of custom elements, and in UXP clicks
 * inside them do not bubble, so the listener sits on the element itself.
 */
export function useWidgetEvent(
  ref: RefObject<HTMLElement>,
  type: 'click' | 'input' | 'change' | 'keydown',
  listener: ((element: HTMLElement, event: Event) => void) | undefined,
): void {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const listen = (event: Event) => latest.current?.(element, event);
    element.addEventListener(type, listen);
    return () => element.removeEventListener(type, listen);
  }, [ref, type]);
}
