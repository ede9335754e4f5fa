/** Errors in 8-bit levels, gathered pixel by pixel. */
export class ErrorSum {
  pixels = 0;
  exact = 0;
  max = 0;
  /** Pixels of dithered layers whose error is no larger than dither and rounding can make it; null where nothing is dithered. */
  withinDither: number | null = null;
  private sum = 0;

  /** @param worst the largest error among the pixel's channels; `mean` their mean. */
  add(worst: number, mean: number, isExact = worst === 0): void {
    this.pixels++;
    if (isExact) this.exact++;
    if (worst > this.max) this.max = worst;
    this.sum += mean;
  }

  /**
   * A pixel of a layer that dithers: errors are those of the value before it is rounded, since the dither cannot be known.
   *
   * @param isExact whether the value rounded without dither is the one in the file.
   */
  addDithered(worst: number, mean: number, isExact: boolean): void {
    this.add(worst, mean, isExact);
    this.withinDither = (this.withinDither ?? 0) + (worst < 1 ? 1 : 0);
  }

  merge(other: ErrorSum): void {
    this.pixels += other.pixels;
    this.exact += other.exact;
    this.max = Math.max(this.max, other.max);
    this.sum += other.sum;
    if (other.withinDither !== null) this.withinDither = (this.withinDither ?? 0) + other.withinDither;
  }

  get exactPercent(): number {
    return this.pixels === 0 ? 0 : (100 * this.exact) / this.pixels;
  }

  get mean(): number {
    return this.pixels === 0 ? 0 : this.sum / this.pixels;
  }

  toJSON(): { pixels: number; exactPercent: number; mean: number; max: number; withinDither?: number } {
    const round = (value: number): number => Math.round(value * 1e4) / 1e4;
    return {
      pixels: this.pixels,
      exactPercent: round(this.exactPercent),
      mean: round(this.mean),
      max: round(this.max),
      ...(this.withinDither === null ? {} : { withinDither: this.withinDither }),
    };
  }
}
