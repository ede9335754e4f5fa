/** Everything that the panel shows, as one immutable value. */
import type { ModelScore } from '../engine/fit/alternatives/compareModels';
import type { LookProvenance } from '../engine/look';
import type { Inversion } from '../engine/negative/inversion';
import type { NegativeChoice } from '../engine/negative/invertPairs';
import type { StackKind } from '../engine/project/projectLook';
import type { AppliedGroup, DocumentSummary, FilmfitGroup, PictureSource } from '../photoshop/photoshopHost';
import type { CurrentStyle } from './currentStyle';
import type { Evidence } from './evidence';
import type { ExportChoices } from './exportFormats';
import type { Hints } from './hints/hints';
import type { EditHistory } from './look/editHistory';
import type { LayerOptions } from './look/layerOptions';
import type { Residuals } from './look/residuals';
import type { FilmBaseSource, ScanCurve } from './negative/scanOptions';
import type { Notice, Place } from './notice';
import type { ComparedPictures, CompareMode } from './preview/comparison';
import type { Settings } from './settings';
import type { ComparisonPreview, GrainPictures, LookPreview, Thumbnail, Trial } from './shownPictures';
import type { Stock, StockOrder } from './stocks/stock';

export type { FilmfitGroup };

export const TABS = ['match', 'look', 'apply', 'stocks', 'settings'] as const;
export type Tab = (typeof TABS)[number];

/** Which of the two pictures a choice is for. */
export type Role = 'film' | 'digital';

/** Of work that takes seconds. */
export interface MatchProgress {
  /** A stage of the engine, a key of the texts. */
  readonly stage: string;
  readonly fraction: number;
  readonly timeLeftMs: number | null;
}

/** How near the layers of every kind come to the look, mean ΔE2000. */
export type StackDistances = Readonly<Record<StackKind, number>>;

/** What “Check this Photoshop” found out. */
export interface PhotoshopCheck {
  readonly hostVersion: string;
  readonly passed: number;
  /** Names of the checks that failed. */
  readonly failed: readonly string[];
  /** Largest difference between a kind of layer and the model of it, in 8-bit levels. */
  readonly worstLayer: { readonly name: string; readonly levels: number } | null;
  readonly fileName: string;
  readonly reportText: string;
}

/** What became of one document of several. */
export interface BatchResult {
  readonly name: string;
  readonly done: boolean;
  readonly text: string;
}

/** A scanned negative that was made positive without a pair. */
export interface InvertedFrame {
  readonly documentName: string;
  readonly inversion: Inversion;
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
  readonly hints: Hints;
  readonly showHints: boolean;
  /** The pictures that points are marked in. */
  readonly hintPictures: Readonly<Partial<Record<Role, string>>>;
  /** Whether only what is selected in the document counts. */
  readonly selectionOnly: Readonly<Record<Role, boolean>>;
  /** By `sourceKey`. */
  readonly thumbnails: Readonly<Record<string, Thumbnail>>;
  /** Null while nothing is being matched. */
  readonly progress: MatchProgress | null;
  /** How far the pictures of an earlier match have been read again, in [0, 1]; null while nothing is read. */
  readonly rereading: number | null;
  readonly evidence: Evidence | null;
  readonly style: CurrentStyle | null;
  readonly compared: ComparedPictures;
  readonly compareMode: CompareMode;
  readonly comparison: ComparisonPreview | null;
  readonly editHistory: EditHistory;
  readonly lookPreview: LookPreview | null;
  /** Film minus result by brightness; null without pictures. */
  readonly residuals: Residuals | null;
  readonly layerOptions: LayerOptions;
  /** Null while it is not known. */
  readonly stackDistances: StackDistances | null;
  /** Every model on colors held out, the best first; null until it was asked for. */
  readonly modelScores: readonly ModelScore[] | null;
  /** Null without a grain that was just measured. */
  readonly grainPictures: GrainPictures | null;
  /** Whether the sky of the photos is left out of a match. */
  readonly maskSky: boolean;
  /** What the user says of scans: of the film picture in a match, and of the document that is inverted without one. */
  readonly negative: NegativeChoice;
  /** Whether the numbers of the look's roll are used, where it has some; else those of the scan alone. */
  readonly useRollInversion: boolean;
  /** What the encoded values of scans mean. */
  readonly scanCurve: ScanCurve;
  /** Where the film base of the document that is inverted is measured: in the whole scan, or in what is selected. */
  readonly filmBase: FilmBaseSource;
  /** The light without film, framed as the film picture of a match and as the document that is inverted. */
  readonly flatDocumentId: number | null;
  /** The last negative that was inverted, and with which numbers. */
  readonly inverted: InvertedFrame | null;
  /** The target document under the layers, as the Apply tab shows it. */
  readonly applyPreview: LookPreview | null;
  /** Whether the layers are being made anew after a change. */
  readonly restacking: boolean;
  /** Groups that Filmfit made earlier in the target document. */
  readonly groups: readonly FilmfitGroup[];
  readonly stocks: readonly Stock[];
  readonly stockSearch: string;
  readonly stockOrder: StockOrder;
  /** The stock that was deleted last, for as long as it can be brought back. */
  readonly deletedStock: Stock | null;
  /** The stock whose details are open. */
  readonly openStock: string | null;
  /** The pairs that it was learned from; empty until they have been read. */
  readonly openPairs: LookProvenance['pairs'];
  /** Two looks on one picture; `other` is null while only one is tried. */
  readonly trial: Trial | null;
  /** The looks on the user's picture, by stock. */
  readonly stockPictures: Readonly<Record<string, string>>;
  readonly exportChoices: ExportChoices;
  /** While a file is being made. */
  readonly exporting: boolean;
  readonly targetDocumentId: number | null;
  readonly maskFromSelection: boolean;
  /** Put a new look above an earlier one instead of in its place. */
  readonly keepEarlier: boolean;
  readonly rollBackIfDifferent: boolean;
  readonly applying: boolean;
  readonly applied: AppliedGroup | null;
  /** Of the last “Apply to all”; grows while it runs. */
  readonly batchResults: readonly BatchResult[] | null;
  readonly notices: Readonly<Partial<Record<Place, Notice | undefined>>>;
  readonly settings: Settings;
  readonly check: PhotoshopCheck | 'running' | null;
}
