/**
 * How near fitted looks come to the truth on scenes that they never saw, ours and others' on the same samples.
 *
 *   npm run bench:fit -- [--quick] [--json] [--looks development|test|all] [--levels none,typical,hard]
 *                        [--pairs 1,3] [--methods PART,PART] [--real only|no] [--verbose]
 *
 * Every look is learned from three scenes at each level of nuisances, from each scene alone and from all three, and
 * tested on colors of all other scenes against the clean look. Mean and 95th percentile of ΔE2000 are taken case by
 * case and averaged over the cases; "pooled" is the 95th percentile over the colors of all cases.
 */
import type { ColorSamples } from '../../src/engine/sample/colorSamples';
import { benchCases } from './benchCases';
import { hasSharedData, type LookSet } from './benchData';
import { heldOutDifferences } from './heldOutScore';
import { METHODS } from './methods';
import { measureRealPairs, printRealPairs } from './realPairs';
import { printTable, type Score, summarizeScores } from './scoreTable';
import { simulatedSamples } from './simulatedSamples';
import { NUISANCE_LEVELS } from './simulatePair';

function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

const has = (name: string): boolean => process.argv.includes(`--${name}`);
const parts = option('methods')?.split(',');
const methods = METHODS.filter(({ name }) => !parts || parts.some((part) => name.includes(part)));
const levels = NUISANCE_LEVELS.filter(({ name }) => option('levels')?.split(',').includes(name) ?? true);
const counts = (option('pairs') ?? '1,3').split(',').map(Number);
const scores: Score[] = [];

if (option('real') !== 'only') {
  for (const { look, scenes, colors } of benchCases((option('looks') ?? 'all') as LookSet, has('quick'))) {
    const truth = look.load();
    for (const level of levels) {
      const pairs = scenes.map((scene) => simulatedSamples(scene, look, level));
      const groups = counts.flatMap((count) =>
        count === 1
          ? pairs.slice(0, has('quick') ? 1 : pairs.length).map((pair) => [pair])
          : [pairs.slice(0, count)],
      );
      for (const group of groups) {
        const samples: ColorSamples[] = group.map((pair) => pair.samples);
        const exposureEv = [0, 1, 2].map(
          (c) => group.reduce((sum, pair) => sum + pair.exposureEv[c], 0) / group.length,
        );
        for (const method of methods) {
          const before = process.cpuUsage();
          const map = method.fit(samples);
          const { user, system } = process.cpuUsage(before);
          const differences = heldOutDifferences(map, truth, exposureEv, colors);
          scores.push({
            method: method.name,
            level: level.name,
            pairs: group.length,
            look: look.name,
            differences,
            cpuMs: (user + system) / 1000,
          });
        }
      }
    }
    if (has('verbose')) {
      for (const row of summarizeScores(scores.filter((score) => score.look === look.name)))
        console.error(look.name, row.method, row.level, row.pairs, row.mean.toFixed(2), row.p95.toFixed(2));
    }
  }
}

const rows = summarizeScores(scores);
const real = option('real') !== 'no' && hasSharedData ? measureRealPairs() : [];
if (has('json')) {
  console.log(JSON.stringify({ data: hasSharedData ? 'shared' : 'sample', rows, real }, null, 1));
} else {
  if (!hasSharedData)
    console.log('No ../shared/data: tiles of the sample photo and synthesized looks instead.\n');
  if (rows.length > 0) printTable(rows);
  if (real.length > 0) printRealPairs(real);
}
