import { useEffect, useState } from 'react';
import type { ComparisonPreview } from '../../app/state';
import { TEXTS } from '../../app/texts';
import { ZoomView } from './ZoomView';

/** Slow enough to see each picture, fast enough to see what moves. */
const BLINK_MS = 700;

/** One picture after the other in the same place: what is misaligned jumps, what has another color flickers. */
export function BlinkView({ comparison }: { readonly comparison: ComparisonPreview }) {
  const [shown, setShown] = useState<0 | 1>(0);
  const [first, second] = TEXTS.result.pictures[comparison.pictures];
  useEffect(() => {
    const timer = setInterval(() => setShown((old) => (old === 0 ? 1 : 0)), BLINK_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <>
      <ZoomView sizingUrl={comparison.secondUrl} labels={{ first, second, shown }}>
        <img src={comparison.secondUrl} alt="" className="ff-view-picture" />
        <img
          src={comparison.firstUrl}
          alt=""
          className="ff-view-picture"
          style={{ opacity: shown === 0 ? 1 : 0 }}
        />
      </ZoomView>
    </>
  );
}
