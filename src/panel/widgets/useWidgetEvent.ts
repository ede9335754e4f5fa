import { useEffect, useRef, type RefObject } from 'react';

/**
 * Listens to a widget's own event. React 18 does not hear `input` and `change` of custom elements, and in UXP clicks
 * inside them do not bubble, so the listener sits on the element itself.
 */
export function useWidgetEvent(
  ref: RefObject<HTMLElement>,
  type: 'click' | 'input' | 'change',
  listener: ((element: HTMLElement) => void) | undefined,
): void {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const listen = () => latest.current?.(element);
    element.addEventListener(type, listen);
    return () => element.removeEventListener(type, listen);
  }, [ref, type]);
}
