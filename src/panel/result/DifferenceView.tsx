import type { ComparisonPreview } from '../../app/state';
import { ZoomView } from './ZoomView';

/** ΔE2000 at every pixel, on a ramp that every kind of color vision can read. */
export function DifferenceView({ comparison }: { readonly comparison: ComparisonPreview }) {
  return (
    <ZoomView sizingUrl={comparison.differenceUrl}>
      <img src={comparison.differenceUrl} alt="" className="ff-view-picture" />
    </ZoomView>
  );
}
