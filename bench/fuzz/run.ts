/** `npm run bench:fuzz -- [inputs per parser] [seed] [parser]`: damaged files through every parser; a million take hours. */
import process from 'node:process';
import { createRandom } from '../../test/support/createRandom';
import { fuzz } from './fuzz';
import { FUZZ_TARGETS } from './targets';

/** Of CPU; what takes longer is printed, to be looked at. */
const SLOW_MS = 1000;

const inputs = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? 1);
const only = process.argv[4];
const cpuMs = (): number => process.cpuUsage().user / 1000;
const printed = (input: Uint8Array): string => Buffer.from(input.subarray(0, 2000)).toString('base64');

console.log(`${inputs} inputs a parser, seed ${seed}`);
for (const target of FUZZ_TARGETS.filter(({ name }) => only === undefined || name === only)) {
  const started = cpuMs();
  const { accepted, refused, crashes, placeless, slowest } = fuzz(target, inputs, createRandom(seed), cpuMs);
  const parts = [
    `${accepted} read`,
    `${refused} refused`,
    `${placeless.length} of them without a place`,
    `${crashes.length} crashed`,
    `slowest ${slowest.ms.toFixed(0)} ms`,
    `${((cpuMs() - started) / 1000).toFixed(1)} s of CPU`,
    `at most ${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB so far`,
  ];
  console.log(`${target.name.padEnd(14)}${parts.join(', ')}`);
  if (slowest.ms > SLOW_MS) console.log(`  slow: ${printed(slowest.input)}`);
  for (const { input, error } of crashes.slice(0, 3)) console.log(`  ${String(error)}\n  ${printed(input)}`);
  for (const { input, error } of placeless.slice(0, 3))
    console.log(`  ${error.code} ${JSON.stringify(error.values)}\n  ${printed(input)}`);
  if (crashes.length > 0) process.exitCode = 1;
}
