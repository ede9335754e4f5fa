/** Errors in 8-bit levels, gathered pixel by pixel. */
export class ErrorSum {
  pixels = 0;
  exact = 0;
  max = 0;
  private sum = 0;

  /** @param worst the largest error among the pixel's channels; `mean` their mean. */
  add(worst: number, mean: number): void {
    this.pixels++;
    if (worst === 0) this.exact++;
    if (worst > this.max) this.max = worst;
    this.sum += mean;
  }

  merge(other: ErrorSum): void {
    this.pixels += other.pixels;
    this.exact += other.exact;
    this.max = Math.max(this.max, other.max);
    this.sum += other.sum;
  }

  get exactPercent(): number {
    return this.pixels === 0 ? 0 : (100 * this.exact) / this.pixels;
  }

  get mean(): number {
    return this.pixels === 0 ? 0 : this.sum / this.pixels;
  }

  toJSON(): { pixels: number; exactPercent: number; mean: number; max: number } {
    const round = (value: number): number => Math.round(value * 1e4) / 1e4;
    return {
      pixels: this.pixels,
      exactPercent: round(this.exactPercent),
      mean: round(this.mean),
      max: this.max,
    };
  }
}
