import { alignmentQuality } from '../../app/alignmentQuality';
import { formatNumber, formatPercent } from '../../app/formatNumber';
import { TEXTS } from '../../app/texts';
import { Explained } from '../Explained';
import { useSelect } from '../sessionContext';

/** How well the film lies on the photo, in words, and what the film was taken for. */
export function AlignmentQuality() {
  const evidence = useSelect((state) => state.evidence);
  if (evidence === null) return null;
  const { alignment, digital } = evidence;
  const grade = alignmentQuality(alignment, Math.max(digital.width, digital.height));
  const texts = TEXTS.quality;
  return (
    <div className="ff-field" id="alignment">
      <Explained id="alignment" help={texts.help}>
        <div className="ff-label">{texts.heading}</div>
      </Explained>
      <div className="ff-line">
        {texts.grades[grade]} {texts.overlap(formatPercent(alignment.overlap))}
      </div>
      {alignment.points && (
        <Explained id="alignment-points" help={texts.pointsHelp}>
          <div className="ff-line" id="alignment-points">
            {texts.points(formatNumber(Math.max(...alignment.points.residualsPx), 1))}
          </div>
        </Explained>
      )}
      <div className="ff-line" id="polarity-found">
        {alignment.negative ? texts.negative : texts.positive}
      </div>
      {alignment.mirrored && <div className="ff-line">{texts.mirrored}</div>}
    </div>
  );
}
