import { useRef } from 'react';
import type { HalationProfile } from '../../engine/halation/halationProfile';
import { formatNumber } from '../../app/formatNumber';
import { TEXTS } from '../../app/texts';
import { useWidth } from '../widgets/useWidth';
import { CHANNEL_COLORS } from './channelColors';
import { chartHeight } from './chartSize';

const HEIGHT = { share: 0.35, minPx: 110, maxPx: 170 } as const;
/** Room for the dots at the ends. */
const MARGIN_PX = 4;
const CHANNELS = ['red', 'green', 'blue'] as const;

/** The glow by distance from highlights: dots as measured, lines as rendered. */
export function HalationChart({ profile }: { readonly profile: HalationProfile }) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 230);
  const height = chartHeight(width, HEIGHT);
  const { distance, measured, ours } = profile;
  const values = CHANNELS.flatMap((channel) => [...measured[channel], ...ours[channel]]);
  const top = Math.max(1 / 255, ...values);
  const bottom = Math.min(0, ...values);
  const reach = Math.max(...distance);
  const x = (share: number) => MARGIN_PX + ((width - 2 * MARGIN_PX) * share) / reach;
  const y = (value: number) => MARGIN_PX + ((height - 2 * MARGIN_PX) * (top - value)) / (top - bottom);
  const line = (curve: readonly number[]) =>
    curve
      .map((value, i) => `${i === 0 ? 'M' : 'L'}${x(distance[i]).toFixed(1)} ${y(value).toFixed(1)}`)
      .join('');
  const texts = TEXTS.texture;
  return (
    <div className="ff-glow" id="halation-chart">
      <div ref={frame} className="ff-chart">
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
          <path d={`M0 ${y(0)}h${width}`} stroke="#808080" strokeOpacity="0.7" />
          {CHANNELS.map((channel) => (
            <path
              key={channel}
              d={line(ours[channel])}
              stroke={CHANNEL_COLORS[channel]}
              strokeWidth="1.5"
              fill="none"
            />
          ))}
          {CHANNELS.flatMap((channel) =>
            measured[channel].map((value, i) => (
              <circle
                key={`${channel}-${distance[i]}`}
                cx={x(distance[i])}
                cy={y(value)}
                r="2.5"
                fill={CHANNEL_COLORS[channel]}
              />
            )),
          )}
        </svg>
      </div>
      <div className="ff-help">
        {texts.profileHelp} {texts.profileScale(formatNumber(255 * top), formatNumber(100 * reach, 1))}
      </div>
    </div>
  );
}
