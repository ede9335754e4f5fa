import { sourceKey } from '../../app/pictureSources';
import { TEXTS } from '../../app/texts';
import { POLARITIES } from '../../engine/align/polarity';
import { useSelect, useSession } from '../sessionContext';
import { Segments } from '../widgets/Segments';

/** What the scan is taken for, whether a border was found around the picture, and the way to overrule it. */
export function FilmScanNote() {
  const { hints: actions } = useSession();
  const polarity = useSelect((state) => state.hints.polarity);
  const scan = useSelect((state) => state.film && state.thumbnails[sourceKey(state.film)]?.scan);
  const selectionOnly = useSelect((state) => state.selectionOnly.film);
  const texts = TEXTS.scan;
  if (!scan) return null;
  const found = scan.isMasked ? texts.found.masked : texts.found.unmasked;
  return (
    <div id="film-scan">
      <Segments
        options={POLARITIES.map((value) => ({ value, label: TEXTS.hints.polarities[value] }))}
        selected={polarity}
        onSelect={actions.choosePolarity}
      />
      <div className="ff-help" id="film-polarity">
        {polarity === 'auto' ? found : texts.said[polarity]}
      </div>
      {scan.crop && !selectionOnly && (
        <div className="ff-help" id="film-crop">
          {texts.cropped}
        </div>
      )}
    </div>
  );
}
