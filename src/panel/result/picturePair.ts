/** Two pictures of the same size, and what they are called. */
export interface PicturePair {
  readonly firstUrl: string;
  readonly secondUrl: string;
  readonly first: string;
  readonly second: string;
}
