/** Local features of one picture, as parallel arrays; positions in pixels of that picture. */
export interface Features {
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Standard deviation of the blur that the feature was found at, in pixels of the picture. */
  readonly scale: Float32Array;
  /** Dominant gradient direction in radians, y down. */
  readonly angle: Float32Array;
  /** 128 · count: RootSIFT descriptors, unit length. */
  readonly descriptors: Float32Array;
  /** 4 · count words: bit i tells whether element i is above the descriptor's mean. */
  readonly sketches: Int32Array;
  /** Size of the picture. */
  readonly width: number;
  readonly height: number;
}

export const DESCRIPTOR_LENGTH = 128;

/** A point of the scale space before it has a direction and a descriptor; x, y and scale in pixels of its octave. */
export interface Keypoint {
  readonly octave: number;
  /** Index of the nearest blurred level in the octave. */
  readonly level: number;
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly strength: number;
}
