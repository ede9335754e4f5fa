/** Row-major 3×3 matrix; maps (x, y, 1) up to scale. Pixel centers are at integers. */
export type Homography = readonly [number, number, number, number, number, number, number, number, number];

export type AlignmentStatus =
  'ok' | 'too-few-matches' | 'small-overlap' | 'not-the-same-scene' | 'degenerate-geometry' | 'no-texture';

/**
 * A smooth displacement on top of the homography, as a coarse grid over the digital picture: the film position of
 * digital pixel (x, y) is `filmToDigital⁻¹(x − dx, y − dy)` with (dx, dy) interpolated from the grid.
 */
export interface LocalWarp {
  readonly columns: number;
  readonly rows: number;
  /** Cubic B-spline coefficients in digital pixels; columns · rows values each. */
  readonly dx: Float32Array;
  readonly dy: Float32Array;
  /** Size in pixels of the digital picture that the grid spans. */
  readonly width: number;
  readonly height: number;
}

/** Where the film frame lies on the digital photo. Expected trouble is a `status`, never an exception. */
export interface Alignment {
  readonly status: AlignmentStatus;
  /** Film pixel → digital pixel, in the pixels of the pictures given to `alignFilmToDigital`. */
  readonly filmToDigital: Homography;
  readonly warp: LocalWarp | null;
  /** How many independent measurements agree with the result. */
  readonly inliers: number;
  /** Median residual of those measurements, in digital pixels. */
  readonly errorPx: number;
  /** Share of the digital picture that the film frame covers, in [0, 1]. */
  readonly overlap: number;
  /** Calibrated probability that the mapping is right (within 1 % of the long edge), in [0, 1]. */
  readonly confidence: number;
  /** Whether the film picture looked like an un-inverted negative, and whether it was scanned from the wrong side. */
  readonly negative: boolean;
  readonly mirrored: boolean;
  /** How the result lies to the point pairs placed by hand, when there are any. */
  readonly points?: PointsFit | undefined;
}

export interface PointsFit {
  /** Distance in digital pixels of each pair's points after the mapping, in the order given. */
  readonly residualsPx: readonly number[];
  /** Whether the pictures agreed with the points and refined them; otherwise the points stand alone. */
  readonly isRefined: boolean;
}
