/** Corresponding positions, film → digital, as growing parallel arrays. */
export class Correspondences {
  count = 0;
  filmX: Float64Array;
  filmY: Float64Array;
  digitalX: Float64Array;
  digitalY: Float64Array;
  /** Symmetric 2 × 2 information of the digital position: how firmly it is known along each direction. */
  infoXX: Float64Array;
  infoXY: Float64Array;
  infoYY: Float64Array;

  constructor(capacity: number) {
    this.filmX = new Float64Array(capacity);
    this.filmY = new Float64Array(capacity);
    this.digitalX = new Float64Array(capacity);
    this.digitalY = new Float64Array(capacity);
    this.infoXX = new Float64Array(capacity);
    this.infoXY = new Float64Array(capacity);
    this.infoYY = new Float64Array(capacity);
  }

  /** @throws RangeError when the capacity is used up. */
  add(
    filmX: number,
    filmY: number,
    digitalX: number,
    digitalY: number,
    infoXX = 1,
    infoXY = 0,
    infoYY = 1,
  ): void {
    const i = this.count;
    if (i >= this.filmX.length)
      throw new RangeError(`There is room for ${this.filmX.length} correspondences only.`);
    this.filmX[i] = filmX;
    this.filmY[i] = filmY;
    this.digitalX[i] = digitalX;
    this.digitalY[i] = digitalY;
    this.infoXX[i] = infoXX;
    this.infoXY[i] = infoXY;
    this.infoYY[i] = infoYY;
    this.count++;
  }

  addFrom(other: Correspondences, i: number): void {
    this.add(
      other.filmX[i],
      other.filmY[i],
      other.digitalX[i],
      other.digitalY[i],
      other.infoXX[i],
      other.infoXY[i],
      other.infoYY[i],
    );
  }
}
