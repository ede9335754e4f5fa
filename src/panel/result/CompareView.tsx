import { TEXTS } from '../../app/texts';
import { useSelect } from '../sessionContext';
import { BlinkView } from './BlinkView';
import { WipeView } from './WipeView';
import { ZoomView } from './ZoomView';

/** The preview in the way that was chosen. */
export function CompareView() {
  const comparison = useSelect((state) => state.comparison);
  const mode = useSelect((state) => state.compareMode);
  if (comparison === null) return <div className="ff-help">{TEXTS.result.drawing}</div>;
  const [first, second] = TEXTS.result.pictures[comparison.pictures];
  const [firstUrl, secondUrl] = comparison.urls;
  if (secondUrl === undefined) {
    return (
      <ZoomView sizingUrl={firstUrl}>
        <img src={firstUrl} alt="" className="ff-view-picture" />
      </ZoomView>
    );
  }
  const pair = { firstUrl, secondUrl, first, second };
  return mode === 'blink' ? <BlinkView {...pair} /> : <WipeView {...pair} />;
}
