/** The numbers of a match: what --json prints and report.json holds. */
import type { LookUncertainty } from '../engine/confidence/bootstrapLook';
import type { RegionCoverage } from '../engine/confidence/regionCoverage';
import type { SceneCluster } from '../engine/confidence/sceneClusters';
import type { Estimation } from '../engine/estimation';
import type { ModelId } from '../engine/fit/alternatives/regressor';
import type { DifferenceSummary } from '../engine/metrics/differenceSummary';
import type { StackKind } from '../engine/project/projectLook';
import type { MaskedShares } from '../engine/sample/blockMasks';
import { alignmentOf } from './alignmentReport';
import type { AlignmentReport } from './alignmentReport';
import { comparePair } from './comparePair';
import { comparisonReport, type ComparisonReport } from './comparisonReport';
import { matchedFrameReport, type MatchedFrameReport } from './matchedFrameReport';
import { ownLightReport, type OwnLightReport } from './ownLight';
import { deltaE, rounded } from './print';
import type { DeltaE } from './print';
import type { ReadPair } from './readPair';
import { VERSION } from './version';
import { warning } from './warning';
import type { Warning } from './warning';

export interface Measured {
  readonly deltaE2000: DeltaE;
}

export interface PairReport {
  readonly film: string;
  readonly digital: string;
  readonly alignment: AlignmentReport;
  readonly before: ComparisonReport;
  readonly look: ComparisonReport;
  readonly stack: ComparisonReport;
  /** As shot, with the look of the other pairs; null with a single pair. */
  readonly heldOut: ComparisonReport | null;
  /** Shares of the overlap that were trusted less or not at all; the sky only with --mask-sky. */
  readonly masked: MaskedShares | null;
  /** What of this frame is its own: measured beside the look and kept out of it. */
  readonly ownLight: OwnLightReport;
  /** ΔE2000 of what the look and this frame's own light leave: how far the pair disagrees with the others. */
  readonly residual: DeltaE;
  /** Share of the photo whose colors no pair shows on film. */
  readonly extrapolated: number;
}

/** How near a kind of stack comes to the look: over natural colors, and over those of the pairs. */
export interface StackReport {
  readonly kind: StackKind;
  readonly palette: DeltaE;
  readonly pairs: DeltaE | null;
}

/** A model on the colors that it learned from, and on colors that were held out. */
export interface ModelReport {
  readonly model: ModelId;
  readonly training: DeltaE;
  readonly heldOut: DeltaE;
}

/** A pair against the look that the other pairs gave. */
export interface HeldOutReport {
  readonly pair: number;
  readonly before: DeltaE;
  readonly asShot: DeltaE;
  readonly nuisancesRemoved: DeltaE;
}

export interface MatchReport {
  readonly name: string;
  readonly version: string;
  /** The space of the digital photo, which the look is made for. */
  readonly space: string;
  /** Of the first pair; the others are in `pairs`. */
  readonly alignment: AlignmentReport;
  /** Mean over the pairs of film against the digital photo as it is, with the look, and with the layers. */
  readonly before: Measured;
  readonly look: Measured;
  readonly stack: Measured & { readonly layers: readonly string[] };
  readonly model: ModelId;
  /** ΔE2000 of the layers against the look, for every kind of stack. */
  readonly stacks: readonly StackReport[];
  /** With --compare-models; the best on held-out colors first. */
  readonly models: readonly ModelReport[];
  /** Leave one scene out; null with a single pair. */
  readonly validation: readonly HeldOutReport[] | null;
  /** With --match-frame: what of that frame is part of the look; else null. */
  readonly matchedFrame: MatchedFrameReport | null;
  readonly clusters: readonly SceneCluster[];
  readonly coverage: readonly RegionCoverage[];
  readonly uncertainty: LookUncertainty;
  readonly pairs: readonly PairReport[];
  readonly timingMs: Readonly<Record<string, number>>;
  readonly warnings: readonly Warning[];
}

export type Matched = Extract<Estimation, { status: 'ok' }>;

export function reportMatch(
  matched: Matched,
  pairs: readonly ReadPair[],
  timesMs: Readonly<Record<string, number>>,
): MatchReport {
  const { confidence, projections, models, validation } = matched;
  const pairReports = pairs.map((pair, i): PairReport => {
    const { alignment, nuisances, residual, masked } = matched.pairs[i];
    const heldOutLook = validation?.pairs.find(({ pairIndex }) => pairIndex === i)?.look ?? null;
    const { before, look, stack, heldOut } = comparePair(pair.images.digital, matched.pairs[i], {
      ...matched,
      heldOut: heldOutLook,
    });
    return {
      film: pair.film.path,
      digital: pair.digital.path,
      alignment: alignmentOf(alignment, pair),
      before: comparisonReport(before),
      look: comparisonReport(look),
      stack: comparisonReport(stack),
      heldOut: heldOut && comparisonReport(heldOut),
      masked: masked ? roundedShares(masked) : null,
      ownLight: ownLightReport(nuisances),
      residual: deltaE(residual),
      extrapolated: rounded(confidence.extrapolatedShares[i]),
    };
  });
  const mean = (key: 'before' | 'look' | 'stack'): Measured => ({
    deltaE2000: deltaE(meanSummary(matched.pairs.map((pair) => pair[key]))),
  });
  return {
    name: matched.look.name,
    version: VERSION,
    space: matched.look.space,
    alignment: pairReports[0].alignment,
    before: mean('before'),
    look: mean('look'),
    stack: { ...mean('stack'), layers: matched.stack.layers.map((layer) => layer.name) },
    model: matched.model,
    stacks: projections.map(({ kind, palette, pairs: seen }) => ({
      kind,
      palette: deltaE(palette),
      pairs: seen && deltaE(seen),
    })),
    models: models.map(({ model, training, heldOut }) => ({
      model,
      training: deltaE(training),
      heldOut: deltaE(heldOut),
    })),
    validation:
      validation &&
      validation.pairs.map(({ pairIndex, before, asShot, nuisancesRemoved }) => ({
        pair: pairIndex + 1,
        before: deltaE(before),
        asShot: deltaE(asShot),
        nuisancesRemoved: deltaE(nuisancesRemoved),
      })),
    matchedFrame: matchedFrameReport(matched),
    clusters: confidence.clusters,
    coverage: confidence.regions,
    uncertainty: confidence.uncertainty,
    pairs: pairReports,
    timingMs: Object.fromEntries(Object.entries(timesMs).map(([stage, ms]) => [stage, Math.round(ms)])),
    warnings: [
      ...pairs.flatMap((pair) => pair.warnings),
      ...matched.warnings.map(({ code, values }) => warning(code, values)),
    ],
  };
}

function roundedShares({ clipped, shadows, highlights, structure, sky }: MaskedShares): MaskedShares {
  return {
    clipped: rounded(clipped),
    shadows: rounded(shadows),
    highlights: rounded(highlights),
    structure: rounded(structure),
    sky: sky === null ? null : rounded(sky),
  };
}

/** Each statistic averaged over the pairs; the largest maximum. */
export function meanSummary(summaries: readonly DifferenceSummary[]): DifferenceSummary {
  const mean = (read: (summary: DifferenceSummary) => number): number =>
    summaries.reduce((sum, summary) => sum + read(summary), 0) / summaries.length;
  return {
    mean: mean((summary) => summary.mean),
    median: mean((summary) => summary.median),
    p95: mean((summary) => summary.p95),
    max: Math.max(...summaries.map((summary) => summary.max)),
  };
}
