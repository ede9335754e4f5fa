import { useRef } from 'react';
import { groupOpacity } from '../../app/look/layerOptions';
import type { Residuals } from '../../app/look/residuals';
import { TEXTS } from '../../app/texts';
import { Section } from '../Section';
import { useSelect } from '../sessionContext';
import { useWidth } from '../widgets/useWidth';
import { CHANNEL_COLORS } from './channelColors';
import { ChartLegend } from './ChartLegend';
import { linePath } from './chartPaths';
import { chartHeight } from './chartSize';

const HEIGHT = { share: 0.35, minPx: 100, maxPx: 160 } as const;
/** Levels from the middle line to the edge of the chart. */
const SCALE_LEVELS = 20;
const CHANNELS = ['red', 'green', 'blue'] as const;

/** Film minus result along the photo's brightness. */
export function ResidualSection() {
  const residuals = useSelect((state) => state.residuals);
  const weakened = useSelect((state) => groupOpacity(state.layerOptions) < 100);
  const texts = TEXTS.look;
  if (residuals === null) return null;
  return (
    <Section heading={texts.residualsHeading} id="look-residuals">
      <ResidualChart residuals={residuals} />
      <ChartLegend
        entries={CHANNELS.map((channel) => ({
          label: texts.curveNames[channel],
          color: CHANNEL_COLORS[channel],
        }))}
      />
      <div className="ff-help">
        {texts.residualsHelp} {texts.residualsScale(SCALE_LEVELS)} {weakened && texts.atFullStrength}
      </div>
    </Section>
  );
}

function ResidualChart({ residuals }: { readonly residuals: Residuals }) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 230);
  const height = chartHeight(width, HEIGHT);
  const size = { width, height };
  const inChart = (levels: number) => 0.5 + levels / (2 * SCALE_LEVELS);
  return (
    <div ref={frame} className="ff-chart">
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        <path d={`M0 ${height / 2}h${width}`} stroke="#808080" strokeOpacity="0.7" />
        {CHANNELS.map((channel) => (
          <path
            key={channel}
            d={linePath(residuals[channel].map(inChart), size)}
            stroke={CHANNEL_COLORS[channel]}
            strokeWidth="1.5"
            fill="none"
          />
        ))}
      </svg>
    </div>
  );
}
