import { useEffect, useRef, type RefObject } from 'react';

/**
 * Brings a property of a widget to `value` whenever that changes. Widgets take attributes only once, so that later
 * changes must be set on the property. What a user is typing stays while the panel is drawn anew around it.
 */
export function useWidgetProperty(
  ref: RefObject<HTMLElement>,
  name: 'value' | 'checked' | 'selectedIndex',
  value: string | number | boolean,
): void {
  const last = useRef<typeof value | null>(null);
  useEffect(() => {
    const widget = ref.current as unknown as Record<string, unknown> | null;
    if (widget && last.current !== value) widget[name] = value;
    last.current = value;
  });
}
