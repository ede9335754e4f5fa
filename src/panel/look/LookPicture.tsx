import { useState } from 'react';
import { TEXTS } from '../../app/texts';
import { WipeView } from '../result/WipeView';
import { useSelect } from '../sessionContext';
import { Segments } from '../widgets/Segments';

const SHOWN = ['after', 'before', 'wipe'] as const;
type Shown = (typeof SHOWN)[number];

/** The picture with the look as it is now, without it, or half and half. */
export function LookPicture() {
  const preview = useSelect((state) => state.lookPreview);
  const [shown, setShown] = useState<Shown>('after');
  const strength = useSelect((state) => state.layerOptions.strength);
  const texts = TEXTS.look;
  if (preview === null) return <div className="ff-help">{texts.noPicture}</div>;
  const { beforeUrl, afterUrl } = preview;
  return (
    <div id="look-picture">
      {shown === 'wipe' ? (
        <WipeView firstUrl={beforeUrl} secondUrl={afterUrl} first={texts.before} second={texts.after} />
      ) : (
        <div className="ff-view">
          <img className="ff-look-picture" alt="" src={shown === 'after' ? afterUrl : beforeUrl} />
          {shown === 'after' && strength < 100 && (
            <img className="ff-view-picture" alt="" src={beforeUrl} style={{ opacity: 1 - strength / 100 }} />
          )}
        </div>
      )}
      <Segments
        options={SHOWN.map((value) => ({ value, label: texts.shownPictures[value] }))}
        selected={shown}
        onSelect={setShown}
      />
    </div>
  );
}
