/** A decoded picture file: the pixels as they are stored, and what must survive a round trip through Filmfit. */

/** EXIF orientation, 1…8: how the stored pixels are turned to be seen; 1 is upright. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export type ImageFileType = 'tiff' | 'png' | 'jpeg';

export interface Raster {
  readonly width: number;
  readonly height: number;
  /** 1 gray, 2 gray + alpha, 3 RGB, 4 RGB + alpha (not premultiplied). */
  readonly channels: 1 | 2 | 3 | 4;
  readonly bitDepth: 8 | 16;
  /** channels · width · height values, interleaved, row by row, in stored (not turned) order; 0…255 or 0…65535. */
  readonly data: Uint8Array | Uint16Array;
  readonly orientation: Orientation;
  readonly fileType: ImageFileType;
  /** The embedded ICC profile, byte for byte. */
  readonly iccProfile?: Uint8Array;
  /** EXIF block as a small TIFF file (what follows `Exif\0\0` in a JPEG). */
  readonly exif?: Uint8Array;
  /** XMP packet, UTF-8. */
  readonly xmp?: Uint8Array;
  readonly resolution?: Resolution;
}

/** A picture file without its pixels. */
export type RasterHead = Omit<Raster, 'data'>;

/** Dots per inch. */
export interface Resolution {
  readonly xDpi: number;
  readonly yDpi: number;
}

/** Larger pictures are refused before memory is taken for them. */
export const MAX_PIXELS = 400e6;
export const MAX_SIDE_PX = 65_500;
