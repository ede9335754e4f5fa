import { useLayoutEffect, useRef, type MutableRefObject, type RefObject } from 'react';

/**
 * Of controls that take each other's place, the new ones get the focus that the old ones had: whoever works with the
 * keyboard alone would have to start from the top of the panel else.
 * @param batonRef whether what went last from this place had the focus
 * @param selector the control that comes next; the first that is there
 * @returns for the element around the controls
 */
export function useFocusHandOver(
  batonRef: MutableRefObject<boolean>,
  selector: string,
): RefObject<HTMLDivElement> {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = ref.current;
    if (batonRef.current) box?.querySelector<HTMLElement>(selector)?.focus();
    batonRef.current = false;
    return () => {
      // They are still there: layout effects end before the elements are taken out.
      batonRef.current = box?.contains(document.activeElement) ?? false;
    };
  }, [batonRef, selector]);
  return ref;
}
