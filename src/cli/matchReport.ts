/** The numbers of a match: what --json prints and report.json holds. */
import type { Estimation } from '../engine/estimation';
import type { DifferenceSummary } from '../engine/metrics/differenceSummary';
import { alignmentOf } from './alignmentReport';
import type { AlignmentReport } from './alignmentReport';
import { deltaE } from './print';
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
  readonly before: Measured;
  readonly look: Measured;
  readonly stack: Measured;
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
  const pairReports = pairs.map((pair, i): PairReport => {
    const { alignment, before, look, stack } = matched.pairs[i];
    return {
      film: pair.film.path,
      digital: pair.digital.path,
      alignment: alignmentOf(alignment, pair),
      before: { deltaE2000: deltaE(before) },
      look: { deltaE2000: deltaE(look) },
      stack: { deltaE2000: deltaE(stack) },
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
    pairs: pairReports,
    timingMs: Object.fromEntries(Object.entries(timesMs).map(([stage, ms]) => [stage, Math.round(ms)])),
    warnings: [
      ...pairs.flatMap((pair) => pair.warnings),
      ...matched.warnings.map(({ code, values }) => warning(code, values)),
    ],
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
