/** Everything that the panel shows, as one immutable value. */
import type { AdjustmentStack } from '../engine/adjustments';
import type { Alignment } from '../engine/align/alignment';
import type { EstimateWarning } from '../engine/estimation';
import type { Plane, RgbImage } from '../engine/image/rgbImage';
import type { Look } from '../engine/look';
import type { DifferenceSummary } from '../engine/metrics/differenceSummary';
import type { AppliedGroup, DocumentSummary, PictureSource } from '../photoshop/photoshopHost';
import type { ComparedPictures, CompareMode } from './preview/comparison';
import type { Settings } from './settings';

export type Tab = 'match' | 'look' | 'stocks' | 'settings';

/** Which of the two pictures a choice is for. */
export type Role = 'film' | 'digital';

/** Where in the panel a message belongs: beside what the user did. */
export type Place = 'match' | 'apply' | 'save' | 'look' | 'stocks' | 'settings';

export interface Notice {
  readonly tone: 'negative' | 'positive' | 'notice';
  readonly title: string;
  /** What the user can do about it. */
  readonly remedy?: string;
  /** More lines for those who want to know. */
  readonly details?: readonly string[];
}

export interface Thumbnail {
  readonly url: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface MatchProgress {
  /** A stage of the engine, a key of the texts. */
  readonly stage: string;
  readonly fraction: number;
  readonly timeLeftMs: number | null;
}

/** Film against the photo as shot, with the look, and with the layers; ΔE2000. */
export interface StyleMetrics {
  readonly before: DifferenceSummary;
  readonly look: DifferenceSummary;
  readonly stack: DifferenceSummary;
}

/** The look that Apply, Export and Save work on. */
export interface CurrentStyle {
  readonly look: Look;
  readonly stack: AdjustmentStack;
  readonly metrics: StyleMetrics | null;
  readonly origin: 'match' | 'file' | 'stock';
}

/** The matched pictures on the digital photo's pixels: what previews and re-fits are made from. */
export interface Evidence {
  readonly filmName: string;
  readonly digitalName: string;
  /** The document that the digital picture came from: the first choice of where to apply. */
  readonly digitalDocumentId: number;
  readonly digital: RgbImage;
  readonly registeredFilm: RgbImage;
  readonly reliability: Plane;
  readonly alignment: Alignment;
  readonly warnings: readonly EstimateWarning[];
}

/** The two encoded pictures that the preview lays over each other, and their difference. */
export interface ComparisonPreview {
  readonly pictures: ComparedPictures;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly firstUrl: string;
  readonly secondUrl: string;
  readonly differenceUrl: string;
}

export interface SessionState {
  readonly tab: Tab;
  /** False until Photoshop has told for the first time what is open. */
  readonly ready: boolean;
  readonly documents: readonly DocumentSummary[];
  /** Whether the pair is being chosen, though it has been matched already. */
  readonly choosing: boolean;
  readonly film: PictureSource | null;
  readonly digital: PictureSource | null;
  /** By `sourceKey`. */
  readonly thumbnails: Readonly<Record<string, Thumbnail>>;
  /** Null while nothing is being matched. */
  readonly progress: MatchProgress | null;
  readonly evidence: Evidence | null;
  readonly style: CurrentStyle | null;
  readonly compared: ComparedPictures;
  readonly compareMode: CompareMode;
  readonly comparison: ComparisonPreview | null;
  readonly targetDocumentId: number | null;
  readonly maskFromSelection: boolean;
  /** Percent, the opacity of the group. */
  readonly strength: number;
  readonly applying: boolean;
  readonly applied: AppliedGroup | null;
  readonly notices: Readonly<Partial<Record<Place, Notice | undefined>>>;
  readonly settings: Settings;
}
