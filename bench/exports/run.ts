/** `npm run bench:exports`: every export through the programs that are installed. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { costOfNodes, NODES } from './nodes';
import { isInstalled } from './programs';
import { PROOFS } from './proofs';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'filmfit-exports-'));
try {
  console.log(`${'format'.padEnd(16)}${'program'.padEnd(18)}${'result'.padStart(10)}${'bar'.padStart(8)}`);
  for (const { format, program, measure, bar, run } of PROOFS) {
    const head = `${format.padEnd(16)}${path.basename(program).padEnd(18)}`;
    if (!isInstalled(program)) {
      console.log(`${head}skipped: ${program} is not installed`);
      continue;
    }
    try {
      const result = run(folder);
      const verdict = result < bar ? '' : '  ABOVE THE BAR';
      console.log(
        `${head}${result.toFixed(5).padStart(10)}${String(bar).padStart(8)}  ${measure ?? ''}${verdict}`,
      );
    } catch (error) {
      console.log(`${head}FAILED: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  console.log('\nnodes      mean      99 %   largest');
  for (const size of NODES) {
    const { mean, p99, max } = costOfNodes(size);
    console.log([String(size).padEnd(5), ...[mean, p99, max].map((v) => v.toFixed(5).padStart(10))].join(''));
  }
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
