import { useEffect, type RefObject } from 'react';

/** Keeps a property of a widget at `value`. Widgets take attributes only once; later changes must be set on the property. */
export function useWidgetProperty(
  ref: RefObject<HTMLElement>,
  name: 'value' | 'checked' | 'selectedIndex',
  value: string | number | boolean,
): void {
  useEffect(() => {
    const widget = ref.current as unknown as Record<string, unknown> | null;
    if (widget && widget[name] !== value) widget[name] = value;
  });
}
