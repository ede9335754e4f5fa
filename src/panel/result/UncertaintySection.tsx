import { hueColor } from '../../app/look/hueWheel';
import type { LookUncertainty } from '../../engine/confidence/bootstrapLook';
import { TEXTS } from '../../app/texts';
import { Explained } from '../Explained';
import { Section } from '../Section';
import { useSelect } from '../sessionContext';

const HEIGHT_PX = 48;
const BAR_PX = 12;
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
  const scale = HEIGHT_PX / scaleDeg;
  const width = BAR_PX * bands.length;
  return (
    <svg className="ff-hue-bars" width={width} height={HEIGHT_PX} viewBox={`0 0 ${width} ${HEIGHT_PX}`}>
      <path d={`M0 ${HEIGHT_PX - 0.5}h${width}`} stroke="#808080" strokeOpacity="0.7" />
      {bands.map(({ hueDeg, shiftDeg }, index) => (
        <rect
          key={hueDeg}
          x={index * BAR_PX + 1}
          y={HEIGHT_PX - scale * shiftDeg}
          width={BAR_PX - 3}
          height={scale * shiftDeg}
          fill={hueColor(hueDeg)}
        />
      ))}
    </svg>
  );
}
