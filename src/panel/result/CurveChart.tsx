/** The look's curves over the photo's histogram. SVG with nothing but lines and paths: UXP draws little more. */
import { useMemo, useRef } from 'react';
import { grayCurves } from '../../app/look/grayCurves';
import { lumaHistogram } from '../../app/look/lumaHistogram';
import { TEXTS } from '../../app/texts';
import { useSelect } from '../sessionContext';
import { useWidth } from '../widgets/useWidth';
import { areaPath, linePath } from './chartPaths';

const HEIGHT_PX = 150;
const QUARTERS = [0.25, 0.5, 0.75];
const CURVES = ['red', 'green', 'blue'] as const;
/** Bright enough on dark panels, dark enough on light ones. */
const COLORS = { red: '#e0525c', green: '#3da35d', blue: '#4a86e8' };

export function CurveChart() {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 230);
  const look = useSelect((state) => state.style?.look ?? null);
  const digital = useSelect((state) => state.evidence?.digital ?? null);
  const curves = useMemo(() => look && grayCurves(look), [look]);
  const histogram = useMemo(() => digital && lumaHistogram(digital), [digital]);
  const size = { width, height: HEIGHT_PX };
  return (
    <div ref={frame} className="ff-chart" id="curve-chart">
      <svg width={width} height={HEIGHT_PX} viewBox={`0 0 ${width} ${HEIGHT_PX}`}>
        {histogram && <path d={areaPath(histogram, size)} fill="#808080" fillOpacity="0.25" />}
        {QUARTERS.map((share) => (
          <path
            key={share}
            d={`M${share * width} 0V${HEIGHT_PX}M0 ${share * HEIGHT_PX}H${width}`}
            stroke="#808080"
            strokeOpacity="0.3"
          />
        ))}
        <path d={`M0 ${HEIGHT_PX}L${width} 0`} stroke="#808080" strokeOpacity="0.7" />
        {curves &&
          CURVES.map((channel) => (
            <path
              key={channel}
              d={linePath(curves[channel], size)}
              stroke={COLORS[channel]}
              strokeWidth="1.5"
              fill="none"
            />
          ))}
      </svg>
      <div className="ff-legend">
        {CURVES.map((channel) => (
          <div key={channel} className="ff-legend-item">
            <div className="ff-legend-line" style={{ backgroundColor: COLORS[channel] }} />
            {TEXTS.curves[channel]}
          </div>
        ))}
      </div>
    </div>
  );
}
