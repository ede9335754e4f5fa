/** What tiles say about how far the warped film still is from the digital picture. */

/** Parallel arrays of the tiles that say something; (dx, dy) is where the tile's content lies in the warped film. */
export interface TileMeasurements {
  count: number;
  /** How many tiles had enough structure to be tried. */
  tried: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly dx: Float64Array;
  readonly dy: Float64Array;
  readonly correlation: Float64Array;
  readonly infoXX: Float64Array;
  readonly infoXY: Float64Array;
  readonly infoYY: Float64Array;
}

export function createMeasurements(capacity: number): TileMeasurements {
  const array = (): Float64Array => new Float64Array(capacity);
  return {
    count: 0,
    tried: 0,
    x: array(),
    y: array(),
    dx: array(),
    dy: array(),
    correlation: array(),
    infoXX: array(),
    infoXY: array(),
    infoYY: array(),
  };
}
