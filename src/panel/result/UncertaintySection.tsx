import { useRef } from 'react';
import { hueColor } from '../../app/look/hueWheel';
import type { LookUncertainty } from '../../engine/confidence/bootstrapLook';
import { TEXTS } from '../../app/texts';
import { Explained } from '../Explained';
import { Section } from '../Section';
import { chartHeight } from '../look/chartSize';
import { useSelect } from '../sessionContext';
import { useWidth } from '../widgets/useWidth';

const HEIGHT = { share: 0.2, minPx: 48, maxPx: 80 } as const;
const GAP_PX = 3;
/** Degrees that fill the chart at least: a sure look has short bars. */
const LEAST_SCALE_DEG = 3;

/** How sure the numbers of the look are, each with the unit of what it belongs to. */
export function UncertaintySection() {
  const uncertainty = useSelect((state) => state.evidence?.confidence.uncertainty ?? null);
  if (uncertainty === null || uncertainty.hueBands.length === 0) return null;
  const { exposureEv, redEv, blueEv, tone, hueBands, rounds } = uncertainty;
  const texts = TEXTS.uncertainty;
  const mostDeg = Math.max(...hueBands.map(({ shiftDeg }) => shiftDeg));
  const scaleDeg = Math.max(LEAST_SCALE_DEG, mostDeg);
  const facts = [
    [texts.exposure, texts.stops(exposureEv)],
    [texts.red, texts.stops(redEv)],
    [texts.blue, texts.stops(blueEv)],
    [texts.tone, texts.levels(Math.max(...tone))],
    [texts.hue, texts.degrees(mostDeg)],
  ];
  return (
    <Section heading={texts.heading} id="uncertainty">
      <Explained id="uncertainty" help={texts.help(rounds)}>
        <div>
          {facts.map(([name, value]) => (
            <div className="ff-label-row" key={name}>
              <div className="ff-label">{name}</div>
              <div className="ff-value">{value}</div>
            </div>
          ))}
        </div>
      </Explained>
      <div className="ff-label ff-line">{texts.hues(scaleDeg)}</div>
      <HueBars bands={hueBands} scaleDeg={scaleDeg} />
    </Section>
  );
}

interface HueBarsProps {
  readonly bands: LookUncertainty['hueBands'];
  /** What the height of the chart stands for. */
  readonly scaleDeg: number;
}

function HueBars({ bands, scaleDeg }: HueBarsProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 230);
  const height = chartHeight(width, HEIGHT);
  const scale = height / scaleDeg;
  const barPx = width / bands.length;
  return (
    <div ref={frame} className="ff-chart">
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        <path d={`M0 ${height - 0.5}h${width}`} stroke="#808080" strokeOpacity="0.7" />
        {bands.map(({ hueDeg, shiftDeg }, index) => (
          <rect
            key={hueDeg}
            x={index * barPx + GAP_PX / 2}
            y={height - scale * shiftDeg}
            width={barPx - GAP_PX}
            height={scale * shiftDeg}
            fill={hueColor(hueDeg)}
          />
        ))}
      </svg>
    </div>
  );
}
