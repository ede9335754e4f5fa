import { alignmentQuality } from '../../app/alignmentQuality';
import { formatPercent } from '../../app/formatNumber';
import { TEXTS } from '../../app/texts';
import { useSelect } from '../sessionContext';

/** How well the film lies on the photo, in words. */
export function AlignmentQuality() {
  const evidence = useSelect((state) => state.evidence);
  if (evidence === null) return null;
  const { alignment, digital } = evidence;
  const grade = alignmentQuality(alignment, Math.max(digital.width, digital.height));
  const texts = TEXTS.quality;
  return (
    <div className="ff-field" id="alignment">
      <div className="ff-label">{texts.heading}</div>
      <div className="ff-line">
        {texts.grades[grade]} {texts.overlap(formatPercent(alignment.overlap))}
      </div>
      {alignment.negative && <div className="ff-line">{texts.negative}</div>}
      {alignment.mirrored && <div className="ff-line">{texts.mirrored}</div>}
    </div>
  );
}
