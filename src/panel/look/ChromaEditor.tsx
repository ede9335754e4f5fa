/** Saturation over the colorfulness of the photo, with how much of the photo is so colorful behind it, and points to drag. */
import { useMemo } from 'react';
import { chromaAt, chromaColor, chromaHistogram, placeOfChroma } from '../../app/look/chromaAxis';
import { CHROMA_POINTS } from '../../app/look/lookEdits';
import { saturationAt } from '../../app/look/readouts';
import { TEXTS } from '../../app/texts';
import type { Look } from '../../engine/look';
import { useSelect, useSelectCalmly } from '../sessionContext';
import { CHANNEL_COLORS } from './channelColors';
import { ChartLegend } from './ChartLegend';
import { areaPath, linePath } from './chartPaths';
import { LEARNED_COLOR, LearnedAndNow } from './LearnedAndNow';
import { INSET_PX, PointChart } from './PointChart';

const STEPS = 65;
const STRIP_PX = 6;
/** Of the factor; larger ones make the chart taller. */
const LEAST_TOP = 2;
const SWATCHES = Array.from({ length: 24 }, (_, i) => chromaColor(chromaAt((i + 0.5) / 24)));

export interface ChromaEditorProps {
  readonly point: number;
  readonly onSelect: (point: number) => void;
  readonly onMove: (point: number, percent: number, moving: boolean) => void;
}

export function ChromaEditor({ point, onSelect, onMove }: ChromaEditorProps) {
  const look = useSelectCalmly((state) => state.style?.look ?? null);
  const fitted = useSelect((state) => state.style?.fitted ?? null);
  const evidence = useSelect((state) => (state.style?.origin === 'match' ? state.evidence : null));
  const percents = useSelect((state) => state.editHistory.present.chroma);
  const bars = useMemo(() => evidence && chromaHistogram(evidence.digital), [evidence]);
  if (!look || !fitted) return null;
  const [learned, now] = [fitted, look].map(factors);
  const top = Math.max(LEAST_TOP, ...learned, ...now);
  const shares = (values: readonly number[]) => values.map((value) => value / top);
  /** What the height of the chart is in percent of the point as learned, with the slider of all colors. */
  const span = (index: number) => {
    const undone = saturationAt(look, CHROMA_POINTS[index]) / (1 + percents[index] / 100);
    return (100 * top) / (undone || 1);
  };
  return (
    <>
      <PointChart
        id="chroma-editor"
        points={CHROMA_POINTS.map((chroma) => ({
          x: placeOfChroma(chroma),
          y: saturationAt(look, chroma) / top,
        }))}
        values={percents}
        limit={100}
        span={span}
        color={CHANNEL_COLORS.tone}
        selected={point}
        onSelect={onSelect}
        onMove={onMove}
      >
        {(size) => (
          <>
            {bars && <path d={areaPath(bars, size, INSET_PX)} fill="#808080" fillOpacity="0.25" />}
            {SWATCHES.map((color, i) => (
              <rect
                key={color}
                x={INSET_PX + (i * size.width) / SWATCHES.length}
                y={INSET_PX + size.height - STRIP_PX}
                width={size.width / SWATCHES.length + 1}
                height={STRIP_PX}
                fill={color}
              />
            ))}
            <path d={linePath([1 / top, 1 / top], size, INSET_PX)} stroke="#808080" strokeOpacity="0.7" />
            <LearnedAndNow
              learned={shares(learned)}
              now={shares(now)}
              size={size}
              color={CHANNEL_COLORS.tone}
            />
          </>
        )}
      </PointChart>
      <ChartLegend
        entries={[
          { label: TEXTS.look.curveLegend.learned, color: LEARNED_COLOR },
          { label: TEXTS.look.curveLegend.now, color: CHANNEL_COLORS.tone },
        ]}
      />
    </>
  );
}

function factors(look: Look): readonly number[] {
  return Array.from({ length: STEPS }, (_, i) => saturationAt(look, chromaAt(i / (STEPS - 1))));
}
