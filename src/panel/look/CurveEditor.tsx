/** A curve over the histogram, with what was measured and learned behind it, and points to drag. SVG of lines alone. */
import { useMemo, useRef, type MouseEvent } from 'react';
import { filmResponse } from '../../app/look/filmResponse';
import { grayCurves } from '../../app/look/grayCurves';
import { histogram } from '../../app/look/histogram';
import { CURVE_POINT_INPUTS, type CurveName } from '../../app/look/lookEdits';
import { TEXTS } from '../../app/texts';
import { useSelect, useSelectCalmly } from '../sessionContext';
import { useDoubleClick } from '../widgets/useDoubleClick';
import { useWidth } from '../widgets/useWidth';
import { areaPath, gridPath, linePath } from './chartPaths';
import { CHANNEL_COLORS } from './channelColors';
import { ChartLegend } from './ChartLegend';

const HEIGHT_PX = 170;
const INSET_PX = 6;

export interface CurveEditorProps {
  readonly curve: CurveName;
  readonly point: number;
  readonly onSelect: (point: number) => void;
  readonly onMove: (point: number, levels: number, moving: boolean) => void;
}

export function CurveEditor({ curve, point, onSelect, onMove }: CurveEditorProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 230);
  const look = useSelectCalmly((state) => state.style?.look ?? null);
  const fitted = useSelect((state) => state.style?.fitted ?? null);
  const evidence = useSelect((state) => (state.style?.origin === 'match' ? state.evidence : null));
  const levels = useSelect((state) => state.editHistory.present.curves[curve]);
  const now = useMemo(() => look && grayCurves(look)[curve], [look, curve]);
  const learned = useMemo(() => fitted && grayCurves(fitted)[curve], [fitted, curve]);
  const bars = useMemo(() => evidence && histogram(evidence.digital, curve), [evidence, curve]);
  const dots = useMemo(
    () =>
      evidence ? filmResponse(evidence.digital, evidence.registeredFilm, evidence.reliability, curve) : [],
    [evidence, curve],
  );
  const drag = useRef<{ point: number; startY: number; startLevels: number; levels: number } | null>(null);
  const onClick = useDoubleClick(() => {
    if (levels[point] !== 0) onMove(point, 0, false);
  });
  const size = { width: Math.max(40, width - 2 * INSET_PX), height: HEIGHT_PX - 2 * INSET_PX };
  if (!now || !learned) return null;
  const x = (value: number) => INSET_PX + value * size.width;
  const y = (value: number) => INSET_PX + (1 - value) * size.height;
  const outputAt = (input: number) => now[Math.round(input * (now.length - 1))];

  const start = (event: MouseEvent) => {
    const box = frame.current?.getBoundingClientRect();
    if (!box) return;
    const input = (event.clientX - box.left - INSET_PX) / size.width;
    const nearest = Math.min(4, Math.max(0, Math.round(input * (CURVE_POINT_INPUTS.length - 1))));
    drag.current = {
      point: nearest,
      startY: event.clientY,
      startLevels: levels[nearest],
      levels: levels[nearest],
    };
    onSelect(nearest);
  };
  const move = (event: MouseEvent) => {
    const from = drag.current;
    if (from === null) return;
    if (event.buttons === 0) return stop();
    const moved = from.startLevels - ((event.clientY - from.startY) / size.height) * 255;
    from.levels = Math.round(Math.min(255, Math.max(-255, moved)));
    onMove(from.point, from.levels, true);
  };
  const stop = () => {
    const from = drag.current;
    drag.current = null;
    if (from && from.levels !== from.startLevels) onMove(from.point, from.levels, false);
  };

  return (
    <>
      <div
        ref={frame}
        className="ff-chart"
        id="curve-editor"
        onMouseDown={start}
        onMouseMove={move}
        onMouseUp={stop}
        onMouseLeave={stop}
        onClick={onClick}
      >
        <svg width={width} height={HEIGHT_PX} viewBox={`0 0 ${width} ${HEIGHT_PX}`}>
          {bars && <path d={areaPath(bars, size, INSET_PX)} fill="#808080" fillOpacity="0.25" />}
          <path d={gridPath(size, INSET_PX)} stroke="#808080" strokeOpacity="0.3" fill="none" />
          <path d={`M${x(0)} ${y(0)}L${x(1)} ${y(1)}`} stroke="#808080" strokeOpacity="0.7" />
          {dots.map(({ digital, film }) => (
            <circle key={digital} cx={x(digital)} cy={y(film)} r="2" fill="#e68619" />
          ))}
          <path d={linePath(learned, size, INSET_PX)} stroke="#8c8c8c" fill="none" />
          <path
            d={linePath(now, size, INSET_PX)}
            stroke={CHANNEL_COLORS[curve]}
            strokeWidth="2"
            fill="none"
          />
          {CURVE_POINT_INPUTS.map((input, index) => (
            <circle
              key={input}
              cx={x(input)}
              cy={y(outputAt(input))}
              r={index === point ? 5 : 4}
              fill={index === point ? CHANNEL_COLORS[curve] : '#8c8c8c'}
              stroke="#ffffff"
            />
          ))}
        </svg>
      </div>
      <ChartLegend
        entries={[
          ...(dots.length > 0 ? [{ label: TEXTS.look.curveLegend.film, color: '#e68619' }] : []),
          { label: TEXTS.look.curveLegend.learned, color: '#8c8c8c' },
          { label: TEXTS.look.curveLegend.now, color: CHANNEL_COLORS[curve] },
        ]}
      />
    </>
  );
}
