import { useRef, type MouseEvent } from 'react';

const WITHIN_MS = 450;

/** Two clicks in a row: UXP promises `click`, not `dblclick`. */
export function useDoubleClick(onDoubleClick: () => void): (event: MouseEvent) => void {
  const lastMs = useRef(-Infinity);
  return ({ timeStamp }) => {
    const isSecond = timeStamp - lastMs.current < WITHIN_MS;
    lastMs.current = isSecond ? -Infinity : timeStamp;
    if (isSecond) onDoubleClick();
  };
}
