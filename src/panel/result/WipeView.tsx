import { useState } from 'react';
import { TEXTS } from '../../app/texts';
import { Slider } from '../widgets/Slider';
import type { PicturePair } from './picturePair';
import { ZoomView } from './ZoomView';

/** The first picture left of the line, the second right of it. The line follows the pointer, or the slider below. */
export function WipeView({ firstUrl, secondUrl, first, second, secondOpacity = 1 }: PicturePair) {
  const [percent, setPercent] = useState(50);
  // The clipped picture is as wide as the whole view: its width counts in percent of the clip.
  const clipped = Math.max(0.5, percent);
  return (
    <>
      <ZoomView
        sizingUrl={secondUrl}
        labels={{ first, second }}
        onDrag={(x) => setPercent(Math.round(100 * Math.min(1, Math.max(0, x))))}
      >
        {secondOpacity < 1 && <img src={firstUrl} alt="" className="ff-view-picture" />}
        <img src={secondUrl} alt="" className="ff-view-picture" style={{ opacity: secondOpacity }} />
        <div className="ff-wipe-clip" style={{ width: `${clipped}%` }}>
          <img src={firstUrl} alt="" className="ff-wipe-picture" style={{ width: `${10000 / clipped}%` }} />
        </div>
        <div className="ff-wipe-line" style={{ left: `${clipped}%` }} />
      </ZoomView>
      <Slider min={0} max={100} value={percent} onInput={setPercent} title={TEXTS.result.wipePosition} />
    </>
  );
}
