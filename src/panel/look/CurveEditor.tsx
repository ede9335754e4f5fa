/** A curve over the histogram, with what was measured and learned behind it, and points to drag. */
import { useMemo } from 'react';
import { filmResponse } from '../../app/look/filmResponse';
import { grayCurves } from '../../app/look/grayCurves';
import { histogram } from '../../app/look/histogram';
import { CURVE_POINT_INPUTS, type CurveName } from '../../app/look/lookEdits';
import { TEXTS } from '../../app/texts';
import { useSelect, useSelectCalmly } from '../sessionContext';
import { areaPath, gridPath, linePath } from './chartPaths';
import { CHANNEL_COLORS } from './channelColors';
import { ChartLegend } from './ChartLegend';
import { LEARNED_COLOR, LearnedAndNow } from './LearnedAndNow';
import { INSET_PX, PointChart } from './PointChart';

const LEVELS = 255;

export interface CurveEditorProps {
  readonly curve: CurveName;
  readonly point: number;
  readonly onSelect: (point: number) => void;
  readonly onMove: (point: number, levels: number, moving: boolean) => void;
}

export function CurveEditor({ curve, point, onSelect, onMove }: CurveEditorProps) {
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
  if (!now || !learned) return null;
  const outputAt = (input: number) => now[Math.round(input * (now.length - 1))];
  return (
    <>
      <PointChart
        id="curve-editor"
        points={CURVE_POINT_INPUTS.map((input) => ({ x: input, y: outputAt(input) }))}
        values={levels}
        limit={LEVELS}
        span={() => LEVELS}
        color={CHANNEL_COLORS[curve]}
        selected={point}
        onSelect={onSelect}
        onMove={onMove}
      >
        {(size) => (
          <>
            {bars && <path d={areaPath(bars, size, INSET_PX)} fill="#808080" fillOpacity="0.25" />}
            <path d={gridPath(size, INSET_PX)} stroke="#808080" strokeOpacity="0.3" fill="none" />
            <path d={linePath([0, 1], size, INSET_PX)} stroke="#808080" strokeOpacity="0.7" />
            {dots.map(({ digital, film }) => (
              <circle
                key={digital}
                cx={INSET_PX + digital * size.width}
                cy={INSET_PX + (1 - film) * size.height}
                r="2"
                fill="#e68619"
              />
            ))}
            <LearnedAndNow learned={learned} now={now} size={size} color={CHANNEL_COLORS[curve]} />
          </>
        )}
      </PointChart>
      <ChartLegend
        entries={[
          ...(dots.length > 0 ? [{ label: TEXTS.look.curveLegend.film, color: '#e68619' }] : []),
          { label: TEXTS.look.curveLegend.learned, color: LEARNED_COLOR },
          { label: TEXTS.look.curveLegend.now, color: CHANNEL_COLORS[curve] },
        ]}
      />
    </>
  );
}
