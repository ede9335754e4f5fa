import { useEffect, useRef, type RefObject } from 'react';

/**
 * Keeps a property of a widget at `value`. Widgets take attributes only once; later changes must be set on the
 * property, even where reading it gives the attribute that React has changed meanwhile.
 */
export function useWidgetProperty(
  ref: RefObject<HTMLElement>,
  name: 'value' | 'checked' | 'selectedIndex',
  value: string | number | boolean,
): void {
  const last = useRef(value);
  useEffect(() => {
    const widget = ref.current as unknown as Record<string, unknown> | null;
    if (widget && (last.current !== value || widget[name] !== value)) widget[name] = value;
    last.current = value;
  });
}
