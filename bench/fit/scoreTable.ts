export interface Score {
  readonly method: string;
  readonly level: string;
  readonly pairs: number;
  readonly look: string;
  /** ΔE2000 of every test color. */
  readonly differences: Float32Array;
  readonly cpuMs: number;
}

export interface ScoreRow {
  readonly method: string;
  readonly level: string;
  readonly pairs: number;
  readonly cases: number;
  /** Averages over the cases. */
  readonly mean: number;
  readonly p95: number;
  /** 95th percentile of all colors of all cases. */
  readonly pooledP95: number;
  /** Median over the cases: the first ones run before the compiler is warm. */
  readonly cpuMs: number;
}

export function summarizeScores(scores: readonly Score[]): ScoreRow[] {
  const groups = new Map<string, Score[]>();
  for (const score of scores) {
    const key = [score.method, score.level, score.pairs].join('|');
    groups.set(key, [...(groups.get(key) ?? []), score]);
  }
  return [...groups.values()].map((group) => {
    const { method, level, pairs } = group[0];
    const average = (valueOf: (score: Score) => number): number =>
      group.reduce((sum, score) => sum + valueOf(score), 0) / group.length;
    const pooled = Float32Array.from(group.flatMap(({ differences }) => Array.from(differences)));
    return {
      method,
      level,
      pairs,
      cases: group.length,
      mean: average(({ differences }) => differences.reduce((sum, d) => sum + d, 0) / differences.length),
      p95: average(({ differences }) => quantile(differences, 0.95)),
      pooledP95: quantile(pooled, 0.95),
      cpuMs: quantile(
        Float32Array.from(group, ({ cpuMs }) => cpuMs),
        0.5,
      ),
    };
  });
}

export function quantile(values: Float32Array, share: number): number {
  const sorted = values.slice().sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

/** One line a method, one column a level and number of pairs. */
export function printTable(rows: readonly ScoreRow[]): void {
  const columns = [...new Set(rows.map(({ level, pairs }) => `${level}|${pairs}`))].sort(
    (a, b) => Number(a.split('|')[1]) - Number(b.split('|')[1]),
  );
  const methods = [...new Set(rows.map(({ method }) => method))];
  const header = columns.map((column) => {
    const [level, pairs] = column.split('|');
    return `${level}, ${pairs} pair${pairs === '1' ? '' : 's'}`;
  });
  console.log('Held-out ΔE2000: mean / p95 (pooled p95)\n');
  console.log(`| method | ${header.join(' | ')} | CPU ms, 1 / 3 pairs |`);
  console.log(`|---|${columns.map(() => '---').join('|')}|---|`);
  for (const method of methods) {
    const own = rows.filter((row) => row.method === method);
    const cells = columns.map((column) => {
      const row = own.find(({ level, pairs }) => `${level}|${pairs}` === column);
      return row ? `${row.mean.toFixed(2)} / ${row.p95.toFixed(1)} (${row.pooledP95.toFixed(1)})` : '';
    });
    const times = [...new Set(own.map(({ pairs }) => pairs))].map((pairs) =>
      Math.max(...own.filter((row) => row.pairs === pairs).map(({ cpuMs }) => cpuMs)).toFixed(0),
    );
    console.log(`| ${method} | ${cells.join(' | ')} | ${times.join(' / ')} |`);
  }
  console.log();
}
