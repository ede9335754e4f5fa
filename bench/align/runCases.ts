/**
 * Aligns every case of a generated directory (index.json, and per case film.png, digital.png, mapping.json with a grid of
 * true point pairs) and writes the digital position of every grid point as JSON, in the form that a scorer reads.
 *
 *     npx tsx bench/align/runCases.ts DIR OUT.json [level,level…]
 */
import fs from 'node:fs';
import path from 'node:path';
import { loadImage } from './loadImage';
import { alignWithEvidence } from '../../src/engine/align/alignFilmToDigital';
import { digitalPosition } from '../../src/engine/align/localWarp';
import { runToEnd } from '../../src/engine/task';

interface Case {
  readonly id: string;
  readonly level: string;
}
interface Truth {
  readonly grid: { film: [number, number][]; digital: [number, number][] };
  readonly digital: { width: number; height: number };
}

const [directory, output, levels] = process.argv.slice(2);
const index = JSON.parse(fs.readFileSync(path.join(directory, 'index.json'), 'utf8')) as { cases: Case[] };
const wanted = levels?.split(',');
const predictions: Record<string, unknown> = {};
const byLevel = new Map<string, number[]>();
for (const { id, level } of index.cases) {
  if (wanted && !wanted.includes(level)) continue;
  const folder = path.join(directory, id);
  const truth = JSON.parse(fs.readFileSync(path.join(folder, 'mapping.json'), 'utf8')) as Truth;
  const film = loadImage(path.join(folder, 'film.png'));
  const digital = loadImage(path.join(folder, 'digital.png'));
  const start = process.cpuUsage();
  const { alignment, evidence } = runToEnd(alignWithEvidence({ film, digital }));
  const used = process.cpuUsage(start);
  const time = (used.user + used.system) / 1e6;
  const ok = alignment.status === 'ok';
  const pts = truth.grid.film.map(([x, y]) => digitalPosition(alignment, x, y));
  predictions[id] = ok ? { pts, time, confident: true } : { time, confident: false };
  const scale = 1000 / Math.max(truth.digital.width, truth.digital.height);
  const error =
    pts.reduce((sum, [x, y], i) => {
      const [u, v] = truth.grid.digital[i];
      return sum + Math.hypot(x - u, y - v);
    }, 0) *
    (scale / pts.length);
  byLevel.set(level, [...(byLevel.get(level) ?? []), ok ? error : Infinity]);
  const columns = [
    alignment.status.padEnd(18),
    ok ? error.toFixed(3).padStart(9) : '        -',
    alignment.confidence.toFixed(3),
    String(alignment.inliers).padStart(5),
    `${time.toFixed(2)} s`,
    Object.values(evidence)
      .map((value) => (value as number).toFixed(2))
      .join(' '),
  ];
  process.stdout.write(`${id.padEnd(12)} ${columns.join('  ')}\n`);
}
fs.writeFileSync(output, JSON.stringify(predictions));
for (const [level, errors] of byLevel) {
  const share = (limit: number): string =>
    `${((100 * errors.filter((e) => e <= limit).length) / errors.length).toFixed(0)}`.padStart(4);
  const sorted = [...errors].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  process.stdout.write(
    `${level.padEnd(8)} n ${errors.length}  ≤1 px ${share(1)} %  ≤3 px ${share(3)} %  ≤10 px ${share(10)} %  median ${median.toFixed(3)} px\n`,
  );
}
