import { useEffect, useState, type RefObject } from 'react';

/** Width in px of an element, followed as the panel is resized. ResizeObserver exists from Photoshop 26.1 on. */
export function useWidth(ref: RefObject<HTMLElement>, initialPx: number): number {
  const [widthPx, setWidthPx] = useState(initialPx);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => setWidthPx((old) => element.clientWidth || old);
    measure();
    if (typeof ResizeObserver === 'function') {
      const observer = new ResizeObserver(measure);
      observer.observe(element);
      return () => observer.disconnect();
    }
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [ref]);
  return widthPx;
}
