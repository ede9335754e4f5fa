/** A chart with points that are dragged up and down. SVG of lines alone. */
import { useRef, type MouseEvent, type ReactNode } from 'react';
import { useDoubleClick } from '../widgets/useDoubleClick';
import { useWidth } from '../widgets/useWidth';
import { chartHeight, type ChartSize } from './chartSize';

/** Room for the points at the edges. */
export const INSET_PX = 6;
const HEIGHT = { share: 0.5, minPx: 170, maxPx: 240 } as const;

/** In the chart, both in [0, 1]; y is 0 at the bottom. */
export interface ChartPoint {
  readonly x: number;
  readonly y: number;
}

export interface PointChartProps {
  readonly id: string;
  readonly points: readonly ChartPoint[];
  /** What the points were moved by, in −limit…limit. */
  readonly values: readonly number[];
  readonly limit: number;
  /** Values in the height of the chart, for each point. */
  readonly span: (point: number) => number;
  readonly color: string;
  readonly selected: number;
  readonly onSelect: (point: number) => void;
  readonly onMove: (point: number, value: number, moving: boolean) => void;
  /** What is drawn behind the points, INSET_PX from the edges. */
  readonly children: (size: ChartSize) => ReactNode;
}

export function PointChart(props: PointChartProps) {
  const { id, points, values, limit, span, color, selected, onSelect, onMove, children } = props;
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 230);
  const height = chartHeight(width, HEIGHT);
  const drag = useRef<{ point: number; startY: number; start: number; value: number } | null>(null);
  const onClick = useDoubleClick(() => {
    if (values[selected] !== 0) onMove(selected, 0, false);
  });
  const size = { width: Math.max(40, width - 2 * INSET_PX), height: height - 2 * INSET_PX };

  const start = (event: MouseEvent) => {
    const box = frame.current?.getBoundingClientRect();
    if (!box) return;
    const x = (event.clientX - box.left - INSET_PX) / size.width;
    const gaps = points.map((point) => Math.abs(point.x - x));
    const point = gaps.indexOf(Math.min(...gaps));
    drag.current = { point, startY: event.clientY, start: values[point], value: values[point] };
    onSelect(point);
  };
  const move = (event: MouseEvent) => {
    const from = drag.current;
    if (from === null) return;
    if (event.buttons === 0) return stop();
    const moved = from.start - ((event.clientY - from.startY) / size.height) * span(from.point);
    from.value = Math.round(Math.min(limit, Math.max(-limit, moved)));
    onMove(from.point, from.value, true);
  };
  const stop = () => {
    const from = drag.current;
    drag.current = null;
    if (from && from.value !== from.start) onMove(from.point, from.value, false);
  };

  return (
    <div
      ref={frame}
      className="ff-chart"
      id={id}
      onMouseDown={start}
      onMouseMove={move}
      onMouseUp={stop}
      onMouseLeave={stop}
      onClick={onClick}
    >
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        {children(size)}
        {points.map(({ x, y }, index) => (
          <circle
            key={x}
            cx={INSET_PX + x * size.width}
            cy={INSET_PX + (1 - Math.min(1, Math.max(0, y))) * size.height}
            r={index === selected ? 5 : 4}
            fill={index === selected ? color : '#8c8c8c'}
            stroke="#ffffff"
          />
        ))}
      </svg>
    </div>
  );
}
