/** How far colors are apart, over many pixels; in units of the difference named by the field that holds it. */
export interface DifferenceSummary {
  readonly mean: number;
  readonly median: number;
  readonly p95: number;
  readonly max: number;
}
