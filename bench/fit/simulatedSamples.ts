/** Samples of simulated pairs, kept on disk: simulating a pair takes longer than fitting it. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { plane } from '../../src/engine/image/rgbImage';
import type { ColorSamples } from '../../src/engine/sample/colorSamples';
import { sampleColors } from '../../src/engine/sample/sampleColors';
import { runToEnd } from '../../src/engine/task';
import type { NamedScene } from './benchData';
import { seedOf, seededRandom } from './seededRandom';
import { simulatePair, type NuisanceLevel } from './simulatePair';
import type { TruthLook } from './truthLook';

export interface SimulatedSamples {
  readonly samples: ColorSamples;
  readonly exposureEv: readonly [number, number, number];
}

const LONG_EDGE_PX = 960;
export const CACHE = path.resolve(import.meta.dirname, '../../node_modules/.cache/filmfit-bench');
/** What the samples depend on: a change in these files makes the kept ones void. */
const SOURCES = [
  'bench/fit/simulatePair.ts',
  'bench/fit/truthLook.ts',
  'src/engine/sample/sampleColors.ts',
  'src/engine/sample/measureBlocks.ts',
  'src/engine/sample/blockMasks.ts',
];

let sourcesHash: string | undefined;

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const file of SOURCES) hash.update(fs.readFileSync(path.resolve(import.meta.dirname, '../..', file)));
  return (sourcesHash ??= hash.digest('hex').slice(0, 16));
}

export function simulatedSamples(
  scene: NamedScene,
  look: { readonly name: string; readonly load: () => TruthLook },
  level: NuisanceLevel,
): SimulatedSamples {
  const seed = seedOf(`${scene.name} ${look.name} ${level.name}`);
  const file = path.join(CACHE, hashOfSources(), `${seed}.bin`);
  if (fs.existsSync(file)) return deserialize(fs.readFileSync(file)) as SimulatedSamples;
  const pair = simulatePair(scene.load(LONG_EDGE_PX), look.load(), level, seededRandom(seed));
  const { width, height } = pair.digital;
  const reliability = plane(width, height, new Float32Array(width * height).fill(1));
  const samples = runToEnd(sampleColors(pair.digital, pair.film, reliability));
  const result = { samples, exposureEv: pair.exposureEv };
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, serialize(result));
  return result;
}
