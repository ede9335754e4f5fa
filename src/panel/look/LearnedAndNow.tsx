/** A line of the look as it was learned, and above it the line as it is now. */
import { linePath } from './chartPaths';
import type { ChartSize } from './chartSize';
import { INSET_PX } from './PointChart';

export const LEARNED_COLOR = '#8c8c8c';

export interface LearnedAndNowProps {
  /** At equal steps across the chart, in [0, 1]. */
  readonly learned: ArrayLike<number>;
  readonly now: ArrayLike<number>;
  readonly size: ChartSize;
  /** Of the line as it is now. */
  readonly color: string;
}

export function LearnedAndNow({ learned, now, size, color }: LearnedAndNowProps) {
  return (
    <>
      <path d={linePath(learned, size, INSET_PX)} stroke={LEARNED_COLOR} fill="none" />
      <path d={linePath(now, size, INSET_PX)} stroke={color} strokeWidth="2" fill="none" />
    </>
  );
}
