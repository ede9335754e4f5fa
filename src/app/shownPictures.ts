/** Pictures that the panel shows, encoded for an `<img>`. */
import type { FilmScan } from './filmScan';
import type { ComparedPictures, CompareMode } from './preview/comparison';

/** A picture that can be chosen, small. */
export interface Thumbnail {
  readonly url: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly scan: FilmScan;
}

/** A piece of the film, and the photo with look and grain there, enlarged. */
export interface GrainPictures {
  readonly filmUrl: string;
  readonly oursUrl: string;
}

/** What the preview of the Match tab shows, encoded: two pictures to wipe or blink, or one that says it all. */
export interface ComparisonPreview {
  readonly pictures: ComparedPictures;
  readonly mode: CompareMode;
  readonly urls: readonly string[];
}

/** The picture before and after, as the Look tab shows it; `key` tells pictures apart. */
export interface LookPreview {
  readonly key: unknown;
  readonly beforeUrl: string;
  readonly afterUrl: string;
  /** Width over height. */
  readonly aspect: number;
}

/** One or two stocks on the picture that they would be applied to. */
export interface Trial {
  readonly id: string;
  readonly otherId: string | null;
  /** Null while it is being drawn. Without a second stock, `firstUrl` is the untouched picture. */
  readonly urls: { readonly firstUrl: string; readonly secondUrl: string } | null;
}
