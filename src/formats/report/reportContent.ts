import type { AdjustmentStack } from '../../engine/adjustments';
import type { HalationProfile } from '../../engine/halation/halationProfile';
import type { LookUncertainty } from '../../engine/confidence/bootstrapLook';
import type { Coverage } from '../../engine/confidence/coverage';
import type { Look } from '../../engine/look';
import type { DifferenceSummary } from '../../engine/metrics/differenceSummary';
import type { DifferenceRow } from './differenceTable';
import type { SceneRow } from './sceneTable';

/** A picture as it stands in the page. */
export interface ReportPicture {
  /** `data:` URL: the page has to be readable without network. */
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

/** Corresponding colors of the pair, for the plot: interleaved encoded values in [0, 1]. */
export interface ReportColors {
  readonly digital: Float32Array;
  readonly film: Float32Array;
}

export interface ReportPair {
  readonly filmName: string;
  readonly digitalName: string;
  readonly pictures: {
    readonly digital: ReportPicture;
    readonly look: ReportPicture;
    readonly stack: ReportPicture;
    /** On the digital picture's pixels. */
    readonly film: ReportPicture;
    /** Film and digital in turns, as a checkerboard. */
    readonly overlay: ReportPicture;
    /** Edges of the film in orange, of the photo in blue, of both in white. */
    readonly edges: ReportPicture;
    /** The photo with the look; hatched where no pair shows the color. */
    readonly guessed: ReportPicture;
  };
  /** Whether the alignment is good, in a sentence. */
  readonly alignmentWords: string;
  readonly alignmentFacts: readonly { readonly name: string; readonly value: string }[];
  readonly before: DifferenceSummary;
  readonly look: DifferenceSummary;
  readonly stack: DifferenceSummary;
  /** Share of the photo whose colors no pair shows, in [0, 1]. */
  readonly guessedShare: number;
  /** The picture as a whole: as it is, with the look, and with the look of the other pairs where there are any. */
  readonly whole: {
    readonly before: ReportComparison;
    readonly look: ReportComparison;
    readonly heldOut: ReportComparison | null;
  };
  /** What of this frame is its own and not the look: a name and a value with its unit each. */
  readonly ownLight: readonly { readonly name: string; readonly value: string }[];
  /** What the look and that light leave: how far the pair disagrees with the others. */
  readonly residual: DifferenceSummary;
  /** What was trusted less when colors were sampled: a reason and a share in words each. */
  readonly masked: readonly { readonly name: string; readonly value: string }[];
}

/** Two pictures compared as wholes, and by named colors. */
export interface ReportComparison {
  /** Of lightness; null where nothing could be compared. */
  readonly ssim: number | null;
  /** Mean distance of the tone curves in CIELAB's lightness. */
  readonly toneCurve: number;
  /** Earth mover's distance of CIELAB's channels. */
  readonly emd: { readonly L: number; readonly a: number; readonly b: number };
  /** Mean ΔE2000 of each named color. */
  readonly regions: readonly { readonly name: string; readonly share: number; readonly mean: number }[];
}

/** A named color, and in a word whether the pairs have shown it. */
export interface ReportCoverage {
  readonly name: string;
  readonly verdict: string;
  readonly isGuessed: boolean;
}

export interface ReportNote {
  readonly message: string;
  readonly remedy: string;
}

/** Grain and halation: in words, and where something was found, to look at. */
export interface ReportTexture {
  readonly grainWords: string;
  /** Pieces of film and of ours, pixel by pixel. */
  readonly grain: { readonly film: ReportPicture; readonly ours: ReportPicture } | null;
  readonly halationWords: string;
  readonly halation: HalationProfile | null;
}

/** How the negatives of the pairs were made positive. */
export interface ReportInversion {
  readonly title: string;
  /** Red, green and blue, as text. */
  readonly rows: readonly { readonly name: string; readonly values: readonly [string, string, string] }[];
  readonly scannerCurve: string;
  readonly scan: ReportPicture;
  readonly positive: ReportPicture;
}

export interface ReportContent {
  /** As people write it. */
  readonly date: string;
  readonly version: string;
  readonly look: Look;
  /** Which frame's own light was put back into the look, and how much of it, in words. */
  readonly matchedFrame?: string;
  readonly stack: AdjustmentStack;
  readonly colors: ReportColors;
  readonly pairs: readonly ReportPair[];
  /** The colors of all pairs, the largest share first. */
  readonly scene: readonly SceneRow[];
  readonly coverage: Coverage;
  readonly named: readonly ReportCoverage[];
  /** Each kind of layers against the look, over natural colors. */
  readonly stacks: readonly DifferenceRow[];
  /** Each model on colors held out, the best first; empty when they were not compared. */
  readonly models: readonly DifferenceRow[];
  /** Each pair with the look of the others; empty with a single pair. */
  readonly validation: readonly DifferenceRow[];
  readonly uncertainty: LookUncertainty;
  readonly notes: readonly ReportNote[];
  readonly inversion?: ReportInversion;
  readonly texture?: ReportTexture;
}
