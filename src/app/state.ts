/** Everything that the panel shows, as one immutable value. */
import type { AdjustmentStack } from '../engine/adjustments';
import type { Alignment } from '../engine/align/alignment';
import type { FrameOffsets } from '../engine/appliedLook';
import type { Confidence } from '../engine/confidence/assessLook';
import type { TextureEstimate } from '../engine/estimateTexture';
import type { EstimateWarning, FrameNuisances } from '../engine/estimation';
import type { ModelScore } from '../engine/fit/alternatives/compareModels';
import type { ModelId } from '../engine/fit/alternatives/regressor';
import type { Plane, RgbImage } from '../engine/image/rgbImage';
import type { Look, LookProvenance } from '../engine/look';
import type { RegisteredPictures } from '../engine/measureStyle';
import type { DifferenceSummary } from '../engine/metrics/differenceSummary';
import type { Inversion } from '../engine/negative/inversion';
import type { NegativeChoice } from '../engine/negative/invertPairs';
import type { FilmBaseSource, ScanCurve } from './negative/scanOptions';
import type { ProjectionDiagnostics, StackKind } from '../engine/project/projectLook';
import type { MaskedShares } from '../engine/sample/blockMasks';
import type { AppliedGroup, DocumentSummary, FilmfitGroup, PictureSource } from '../photoshop/photoshopHost';

export type { FilmfitGroup };
import type { ExportChoices } from './exportFormats';
import type { Hints } from './hints/hints';
import type { EditHistory } from './look/editHistory';
import type { LayerOptions } from './look/layerOptions';
import type { LookEdits } from './look/lookEdits';
import type { Residuals } from './look/residuals';
import type { Stock, StockOrder } from './stocks/stock';
import type { MadeFrom } from './earlierMatch/madeFrom';
import type { FilmScan } from './filmScan';
import type { ComparedPictures, CompareMode } from './preview/comparison';
import type { Settings } from './settings';

export const TABS = ['match', 'look', 'apply', 'stocks', 'settings'] as const;
export type Tab = (typeof TABS)[number];

/** Which of the two pictures a choice is for. */
export type Role = 'film' | 'digital';

/** Where in the panel a message belongs: beside what the user did. */
export type Place = 'match' | 'apply' | 'negative' | 'save' | 'look' | 'stocks' | 'settings';

export interface Notice {
  readonly tone: 'negative' | 'positive' | 'notice';
  readonly title: string;
  /** What the user can do about it. */
  readonly remedy?: string;
  /** More lines for those who want to know. */
  readonly details?: readonly string[];
  /** Whether the details are there at once. @default only when the tone is not positive */
  readonly showsDetails?: boolean;
}

export interface Thumbnail {
  readonly url: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly scan: FilmScan;
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
  /** As it was learned. */
  readonly fitted: Look;
  /** What the user changed on it by hand, and the look with that. */
  readonly edits: LookEdits;
  readonly look: Look;
  readonly stack: AdjustmentStack;
  readonly metrics: StyleMetrics | null;
  /** How near the layers come to the look; null when nobody measured it. */
  readonly projection: ProjectionDiagnostics | null;
  /** Mean ΔE2000 of the look as it was learned on pairs that it was not learned from; null with a single pair. */
  readonly heldOutDeltaE2000: number | null;
  /** What the matched frame has of its own and the look has not; null when that is not known. */
  readonly frame: FrameOffsets | null;
  /** How the scans of the roll become positive; null when the film was positive. */
  readonly inversion: Inversion | null;
  readonly origin: 'match' | 'file' | 'stock';
  /** What else its file holds, kept for saving: what newer versions add. */
  readonly others?: Readonly<Record<string, unknown>>;
}

/** What a match found out, apart from pictures: plain data that outlives a reload of the plugin (earlierMatch/matchFile.ts). */
export interface MatchFindings {
  readonly madeFrom: MadeFrom;
  readonly filmName: string;
  readonly digitalName: string;
  /** The document that the digital picture came from: the first choice of where to apply. */
  readonly digitalDocumentId: number;
  readonly alignment: Alignment;
  readonly warnings: readonly EstimateWarning[];
  readonly confidence: Confidence;
  /** What is this frame's own and not the film's. */
  readonly nuisances: FrameNuisances;
  /** How its colors became a look. */
  readonly model: ModelId;
  /** How grain and halation were measured; null when nobody looked for them. */
  readonly texture: TextureEstimate | null;
  /** Shares of the overlap that were trusted less, or not at all; null when nobody looked. */
  readonly masked: MaskedShares | null;
}

/** The matched pictures on the digital photo's pixels: what previews and re-fits are made from. */
export interface Evidence extends MatchFindings {
  readonly digital: RgbImage;
  readonly registeredFilm: RgbImage;
  readonly reliability: Plane;
  /** The other pairs that the look was learned from, smaller. */
  readonly otherPairs: readonly RegisteredPictures[];
}

/** A piece of the film, and the photo with look and grain there, enlarged. */
export interface GrainPictures {
  readonly filmUrl: string;
  readonly oursUrl: string;
}

/** How near the layers of every kind come to the look, mean ΔE2000. */
export type StackDistances = Readonly<Record<StackKind, number>>;

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

/** One or two stocks on the picture that they would be applied to. */
export interface Trial {
  readonly id: string;
  readonly otherId: string | null;
  /** Null while it is being drawn. Without a second stock, `firstUrl` is the untouched picture. */
  readonly urls: { readonly firstUrl: string; readonly secondUrl: string } | null;
}

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
