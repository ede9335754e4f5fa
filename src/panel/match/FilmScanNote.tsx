import { sourceKey } from '../../app/pictureSources';
import { TEXTS } from '../../app/texts';
import { FlatChoice } from '../negative/ScanOptions';
import { NegativeChoice } from '../negative/NegativeChoice';
import { useSelect } from '../sessionContext';

/** What the scan is taken for, whether a border was found around the picture, and the way to overrule it. */
export function FilmScanNote() {
  const negative = useSelect((state) => state.negative);
  const scan = useSelect((state) => state.film && state.thumbnails[sourceKey(state.film)]?.scan);
  const selectionOnly = useSelect((state) => state.selectionOnly.film);
  const film = useSelect((state) => state.film?.documentId ?? null);
  const digital = useSelect((state) => state.digital?.documentId ?? null);
  const texts = TEXTS.scan;
  if (!scan) return null;
  const found = scan.isMasked ? texts.found.masked : texts.found.unmasked;
  const said = negative === 'no' ? texts.saidPositive : texts.saidNegative;
  return (
    <div id="film-scan">
      <NegativeChoice id="film-negative" label={TEXTS.negative.film} />
      <div className="ff-help" id="film-polarity">
        {negative === 'auto' ? found : said}
      </div>
      {!selectionOnly && (
        <FlatChoice id="film-flat" help={TEXTS.negative.flatMatchHelp} except={[film, digital]} />
      )}
      {scan.crop && !selectionOnly && (
        <div className="ff-help" id="film-crop">
          {texts.cropped}
        </div>
      )}
    </div>
  );
}
