/** Coverage by named colors: how much of what photographs show of a color the pairs have shown. */
import { COLOR_REGIONS, colorRegionIndices, type ColorRegion } from '../metrics/colorRegions';
import { naturalPalette } from '../project/naturalPalette';
import { createSeenReader, SEEN, type Coverage } from './coverage';

export type RegionVerdict = 'seen' | 'partly-seen' | 'extrapolated';

export interface RegionCoverage {
  readonly region: ColorRegion;
  /** Share of the natural colors of this region that were seen, in [0, 1]. */
  readonly seen: number;
  readonly verdict: RegionVerdict;
}

const MOSTLY = 0.65;
const HARDLY = 0.2;

/** @returns one entry a region, in the order of COLOR_REGIONS */
export function regionCoverage(coverage: Coverage): readonly RegionCoverage[] {
  const { colors, weights } = naturalPalette(coverage.space);
  const regions = colorRegionIndices(colors, coverage.space);
  const seenOf = createSeenReader(coverage);
  const seen = new Float64Array(COLOR_REGIONS.length);
  const total = new Float64Array(COLOR_REGIONS.length);
  for (let i = 0; i < weights.length; i++) {
    const isSeen = seenOf(colors[3 * i], colors[3 * i + 1], colors[3 * i + 2]) >= SEEN;
    total[regions[i]] += weights[i];
    if (isSeen) seen[regions[i]] += weights[i];
  }
  return COLOR_REGIONS.map((region, index) => {
    const share = total[index] > 0 ? seen[index] / total[index] : 0;
    const verdict = share >= MOSTLY ? 'seen' : share > HARDLY ? 'partly-seen' : 'extrapolated';
    return { region, seen: share, verdict };
  });
}
