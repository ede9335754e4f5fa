/**
 * Fits the confidence's constants (src/engine/align/verdict.ts) to what `npm run bench:align -- --json` printed:
 * logistic regression, with a ridge since right and wrong alignments hardly overlap, of "within 10 px" on the evidence of
 * the tiles. What the likeness adds to it is given: wrong alignments that get far enough to have one are too few for a fit.
 * Pairs of different scenes are wrong by definition.
 *
 *     npx tsx bench/align/calibrate.ts RESULTS.json…
 */
import fs from 'node:fs';
import { evidenceFeatures, likenessEvidence } from '../../src/engine/align/verdict';
import type { Evidence } from '../../src/engine/align/verdict';
import { solveCholesky } from '../../src/engine/math/solveCholesky';

interface Results {
  readonly results: readonly { readonly evidence: Evidence; readonly errorPx: number }[];
  readonly unrelated: readonly { readonly evidence: Evidence }[];
}

const WRONG_PX = 10;
/** As strong as this many observations of a slope of 0. */
const RIDGE = 0.02;
const ITERATIONS = 40;

const rows = process.argv.slice(2).flatMap((file) => {
  const { results, unrelated } = JSON.parse(fs.readFileSync(file, 'utf8')) as Results;
  return [
    ...results.map(({ evidence, errorPx }) => ({ evidence, right: errorPx <= WRONG_PX })),
    ...unrelated.map(({ evidence }) => ({ evidence, right: false })),
  ];
});
const designs = rows.map(({ evidence, right }) => ({
  x: [1, ...evidenceFeatures(evidence)],
  given: likenessEvidence(evidence),
  right,
}));
const beta = fitLogistic(designs);
process.stdout.write(`${rows.length} pairs, ${rows.filter(({ right }) => right).length} right\n`);
process.stdout.write(`constants: ${beta.map((value) => value.toFixed(2)).join(', ')}\n`);
for (const { x, given, right } of designs) {
  const confidence = 1 / (1 + Math.exp(-given - dot(x, beta)));
  if (confidence > 0.5 !== right) {
    process.stdout.write(
      `  ${right ? 'right' : 'wrong'} at ${confidence.toFixed(2)}: ${x.map((v) => v.toFixed(2)).join(' ')}\n`,
    );
  }
}

function fitLogistic(observations: readonly { x: number[]; given: number; right: boolean }[]): number[] {
  const n = observations[0].x.length;
  const beta = new Array<number>(n).fill(0);
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const normal = new Float64Array(n * n);
    const step = new Float64Array(n);
    for (const { x, given, right } of observations) {
      const p = 1 / (1 + Math.exp(-given - dot(x, beta)));
      for (let a = 0; a < n; a++) {
        step[a] += x[a] * (Number(right) - p);
        for (let b = 0; b <= a; b++) normal[a * n + b] += p * (1 - p) * x[a] * x[b];
      }
    }
    for (let a = 0; a < n; a++) {
      normal[a * n + a] += RIDGE;
      step[a] -= RIDGE * beta[a];
    }
    if (!solveCholesky(normal, step, n)) break;
    for (let a = 0; a < n; a++) beta[a] += step[a];
  }
  return beta;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}
