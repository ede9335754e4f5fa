/** `npm run bench:fuzz -- [inputs per parser] [seed]`: damaged files through every parser; a million take a night. */
import process from 'node:process';
import { createRandom } from '../../test/support/createRandom';
import { fuzz } from './fuzz';
import { FUZZ_TARGETS } from './targets';

const inputs = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? 1);
console.log(`${inputs} inputs a parser, seed ${seed}`);
for (const target of FUZZ_TARGETS) {
  const used = process.cpuUsage();
  const { accepted, refused, crashes, slowestMs } = fuzz(target, inputs, createRandom(seed), () =>
    performance.now(),
  );
  const cpuS = process.cpuUsage(used).user / 1e6;
  const parts = [
    `${accepted} read`,
    `${refused} refused`,
    `${crashes.length} crashed`,
    `slowest ${slowestMs.toFixed(0)} ms`,
  ];
  console.log(`${target.name.padEnd(14)}${parts.join(', ')}, ${cpuS.toFixed(1)} s of CPU`);
  for (const { input, error } of crashes.slice(0, 3)) {
    console.log(`  ${String(error)}\n  ${Buffer.from(input.subarray(0, 200)).toString('base64')}`);
  }
  if (crashes.length > 0) process.exitCode = 1;
}
