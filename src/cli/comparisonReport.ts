/** A comparison of two pictures as --json prints it. */
import type { Comparison } from '../engine/metrics/comparePictures';
import type { ColorRegion } from '../engine/metrics/colorRegions';
import { deltaE, rounded, type DeltaE } from './print';

export interface ComparisonReport {
  readonly deltaE2000: DeltaE;
  readonly deltaE76: DeltaE;
  /** Distance in OKLab × 100. */
  readonly deltaEOk: DeltaE;
  /** Earth mover's distance of CIELAB's channels. */
  readonly emd: { readonly L: number; readonly a: number; readonly b: number };
  /** Mean distance of the tone curves in CIELAB's lightness. */
  readonly toneCurve: number;
  /** Of lightness; null where no window is trusted. */
  readonly ssim: number | null;
  readonly regions: readonly {
    readonly region: ColorRegion;
    readonly share: number;
    readonly deltaE2000: DeltaE;
  }[];
}

export function comparisonReport(comparison: Comparison): ComparisonReport {
  const { emd, toneCurve, ssim } = comparison;
  return {
    deltaE2000: deltaE(comparison.deltaE2000),
    deltaE76: deltaE(comparison.deltaE76),
    deltaEOk: deltaE(comparison.deltaEOk),
    emd: { L: rounded(emd.L), a: rounded(emd.a), b: rounded(emd.b) },
    toneCurve: rounded(toneCurve),
    ssim: ssim === null ? null : rounded(ssim),
    regions: comparison.regions.map(({ region, share, deltaE2000 }) => ({
      region,
      share: rounded(share),
      deltaE2000: deltaE(deltaE2000),
    })),
  };
}
