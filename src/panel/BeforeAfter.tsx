import { useState } from 'react';
import { TEXTS } from '../app/texts';
import type { LookPreview } from '../app/shownPictures';
import { WipeView } from './result/WipeView';
import { Segments } from './widgets/Segments';

const SHOWN = ['after', 'before', 'wipe'] as const;
type Shown = (typeof SHOWN)[number];

/** So that a tall picture, too, leaves room for what is set below it. */
const MAX_HEIGHT_PX = 240;

export interface BeforeAfterProps {
  readonly preview: LookPreview;
  /** Percent: how far the picture goes from before to after. */
  readonly opacity: number;
}

/** A picture that stays in sight: with the look, without it, or half and half. */
export function BeforeAfter({ preview, opacity }: BeforeAfterProps) {
  const [shown, setShown] = useState<Shown>('after');
  const { beforeUrl, afterUrl, aspect } = preview;
  const texts = TEXTS.look;
  const urls = { firstUrl: beforeUrl, secondUrl: afterUrl, secondOpacity: opacity / 100 };
  return (
    <>
      <div className="ff-in-sight" style={{ maxWidth: `${Math.round(aspect * MAX_HEIGHT_PX)}px` }}>
        {shown === 'wipe' ? (
          <WipeView {...urls} first={texts.before} second={texts.after} />
        ) : (
          <div className="ff-view">
            <img className="ff-look-picture" alt="" src={shown === 'after' ? afterUrl : beforeUrl} />
            {shown === 'after' && opacity < 100 && (
              <img
                className="ff-view-picture"
                alt=""
                src={beforeUrl}
                style={{ opacity: 1 - opacity / 100 }}
              />
            )}
          </div>
        )}
      </div>
      <Segments
        options={SHOWN.map((value) => ({ value, label: texts.shownPictures[value] }))}
        selected={shown}
        onSelect={setShown}
      />
    </>
  );
}
