import { useEffect, useState } from 'react';
import type { PicturePair } from './picturePair';
import { ZoomView } from './ZoomView';

/** Slow enough to see each picture, fast enough to see what moves. */
const BLINK_MS = 700;

/** One picture after the other in the same place: what is misaligned jumps, what has another color flickers. */
export function BlinkView({ firstUrl, secondUrl, first, second }: PicturePair) {
  const [shown, setShown] = useState<0 | 1>(0);
  useEffect(() => {
    const timer = setInterval(() => setShown((old) => (old === 0 ? 1 : 0)), BLINK_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <ZoomView sizingUrl={secondUrl} labels={{ first, second, shown }}>
      <img src={secondUrl} alt="" className="ff-view-picture" />
      <img src={firstUrl} alt="" className="ff-view-picture" style={{ opacity: shown === 0 ? 1 : 0 }} />
    </ZoomView>
  );
}
