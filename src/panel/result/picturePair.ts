/** Two pictures of the same size, and what they are called. */
export interface PicturePair {
  readonly firstUrl: string;
  readonly secondUrl: string;
  readonly first: string;
  readonly second: string;
  /** How far the second picture covers the first, in [0, 1]. @default 1 */
  readonly secondOpacity?: number;
}
