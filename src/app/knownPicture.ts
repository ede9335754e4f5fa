import type { PictureSource } from '../photoshop/photoshopHost';

/** A picture of an open document as it was then, and by what it is known again. */
export interface KnownPicture {
  readonly source: PictureSource;
  /** Of the document or the layer. */
  readonly name: string;
  /** By `readPixelHash`: under other names too. */
  readonly pixelHash: string;
}
