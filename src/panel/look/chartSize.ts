export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

export interface HeightLimits {
  /** Of the width. */
  readonly share: number;
  readonly minPx: number;
  readonly maxPx: number;
}

/** Wide charts are higher too, but never so high that they push everything else away. */
export function chartHeight(widthPx: number, { share, minPx, maxPx }: HeightLimits): number {
  return Math.round(Math.min(maxPx, Math.max(minPx, share * widthPx)));
}
