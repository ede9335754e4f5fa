/** The benchmark's results as lines of text. */
import type { CaseResult, MaskCounts } from './measureCase';
import type { RealResult } from './realPairs';
import type { UnrelatedResult } from './unrelatedPairs';
import { UNRELATED_PX } from './unrelatedPairs';

export interface PeerCase {
  readonly id: string;
  readonly level: string;
  readonly errorPx: number;
  readonly cpuS: number;
}

/** An alignment further off than this (px of a 1000 px long edge) is wrong. */
const WRONG_PX = 10;

export function caseLine(result: CaseResult, peer: PeerCase | undefined): string {
  const { verdict, fineVerdict, coverage, likeness } = result.evidence;
  return [
    result.id.padEnd(12),
    result.status.padEnd(18),
    `${result.errorPx.toFixed(3)} px`.padStart(12),
    `${result.structuredErrorPx.toFixed(3)} where structured`,
    `confidence ${result.confidence.toFixed(2)} (${verdict.toFixed(1)}, ${fineVerdict.toFixed(1)}, ${coverage.toFixed(2)}, ${likeness.toFixed(2)})`,
    `${result.alignS.toFixed(2)} s`,
    ...(peer ? [`OpenCV ${peer.errorPx.toFixed(2)} px`] : []),
  ].join('  ');
}

export function summaryLines(results: readonly CaseResult[], peers: readonly PeerCase[]): string[] {
  if (results.length === 0) return [];
  const ours = results.map(({ id, level, status, errorPx, alignS }) => ({
    id,
    level,
    errorPx: status === 'ok' ? errorPx : Infinity,
    cpuS: alignS,
  }));
  const accepted = results.filter(({ status }) => status === 'ok');
  const wrong = accepted.filter(({ errorPx }) => errorPx > WRONG_PX);
  const rejected = results.filter(({ status, errorPx }) => status !== 'ok' && errorPx <= 3);
  const stages = [...new Set(results.flatMap(({ stagesMs }) => Object.keys(stagesMs)))];
  const structured = ours.map((item, i) => ({
    ...item,
    errorPx: results[i].status === 'ok' ? results[i].structuredErrorPx : Infinity,
  }));
  return [
    '',
    'error against the true map, px of a 1000 px long edge',
    ...tableLines('Filmfit', ours),
    ...tableLines('Filmfit, where structured', structured),
    ...(peers.length > 0 ? tableLines('OpenCV RootSIFT 600 + MAGSAC', peers) : []),
    `reported ok and more than ${WRONG_PX} px off: ${wrong.length} of ${accepted.length}` +
      `; not reported ok though within 3 px: ${rejected.length}`,
    ...reliabilityLines(
      results.map(({ confidence, errorPx }) => ({ confidence, right: errorPx <= WRONG_PX })),
    ),
    'CPU time by stage, median ms: ' +
      stages
        .map((stage) => `${stage} ${median(results.map((result) => result.stagesMs[stage] ?? 0)).toFixed(0)}`)
        .join(', '),
    `longest time between two steps: median ${median(results.map((r) => r.longestStepMs)).toFixed(0)} ms, ` +
      `worst ${Math.max(...results.map((r) => r.longestStepMs)).toFixed(0)} ms`,
    ...maskLines(results),
  ];
}

function tableLines(name: string, cases: readonly PeerCase[]): string[] {
  const levels = [...new Set(cases.map(({ level }) => level))];
  return levels.map((level) => {
    const own = cases.filter((item) => item.level === level);
    const share = (limit: number): string =>
      `${((100 * own.filter(({ errorPx }) => errorPx <= limit).length) / own.length).toFixed(0)} %`.padStart(
        6,
      );
    return (
      `${name.padEnd(30)}${level.padEnd(9)} n ${String(own.length).padEnd(3)} ≤ 1 px ${share(1)}  ≤ 3 px ${share(3)}` +
      `  ≤ 10 px ${share(10)}  median ${median(own.map(({ errorPx }) => errorPx)).toFixed(3)}` +
      `  CPU ${median(own.map(({ cpuS }) => cpuS)).toFixed(2)} s`
    );
  });
}

const CONFIDENCE_BINS = [0, 0.25, 0.5, 0.75, 0.9, 0.97, 1.0001] as const;

/** Whether pairs of a confidence are right as often as it says. */
function reliabilityLines(pairs: readonly { confidence: number; right: boolean }[]): string[] {
  const lines = CONFIDENCE_BINS.slice(1).flatMap((to, i) => {
    const from = CONFIDENCE_BINS[i];
    const bin = pairs.filter(({ confidence }) => confidence >= from && confidence < to);
    if (bin.length === 0) return [];
    const right = bin.filter((pair) => pair.right).length / bin.length;
    const mean = bin.reduce((sum, { confidence }) => sum + confidence, 0) / bin.length;
    return [
      `  ${from.toFixed(2)}–${Math.min(1, to).toFixed(2)}: n ${bin.length}, mean ${mean.toFixed(2)}, right ${right.toFixed(2)}`,
    ];
  });
  return ['confidence against the share that is within 10 px', ...lines];
}

function maskLines(results: readonly CaseResult[]): string[] {
  const counts = results.map(({ mask }) => mask).filter((mask): mask is MaskCounts => mask !== null);
  if (counts.length === 0) return [];
  const sum = (key: keyof MaskCounts): number => counts.reduce((total, mask) => total + mask[key], 0);
  const precision = sum('flaggedBad') / (sum('flaggedBad') + sum('flaggedGood'));
  const recall = sum('flaggedBad') / (sum('flaggedBad') + sum('trustedBad'));
  const kept = sum('trustedGood') / (sum('trustedGood') + sum('flaggedGood'));
  return [
    `reliability mask over ${counts.length} pairs: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}; ` +
      `of what is reliable ${(100 * kept).toFixed(0)} % is trusted`,
  ];
}

export function unrelatedLines(unrelated: readonly UnrelatedResult[]): string[] {
  if (unrelated.length === 0) return [];
  const accepted = unrelated.filter((pair) => pair.accepted);
  const largest = Math.max(...unrelated.map(({ evidence }) => evidence.verdict));
  return [
    '',
    `different scenes, ${UNRELATED_PX} px: ${accepted.length} of ${unrelated.length} reported ok; ` +
      `largest verdict ${largest.toFixed(2)}, largest confidence ${Math.max(...unrelated.map((pair) => pair.confidence)).toFixed(3)}`,
    ...accepted.map(({ film, digital, confidence }) => `  ${film} on ${digital}: ${confidence.toFixed(3)}`),
  ];
}

export function realLines(real: readonly RealResult[]): string[] {
  if (real.length === 0) return [];
  return [
    '',
    'real pictures, errors in pixels of the second one',
    ...real.map(
      ({ name, status, confidence, errorPx, residualPx, cpuS }) =>
        `${name.padEnd(14)} ${status.padEnd(18)} confidence ${confidence.toFixed(2)}  ` +
        (errorPx
          ? `error median ${errorPx.median.toFixed(2)}, worst ${errorPx.worst.toFixed(2)}`
          : 'no truth known') +
        `  residual ${residualPx.toFixed(2)}  ${cpuS.toFixed(2)} s`,
    ),
  ];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
