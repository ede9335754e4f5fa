/**
 * Writes src/engine/fit/filmPrior.json: principal components of thousands of random film-like looks (randomFilmLook.ts)
 * on a lattice over the RGB cube, one bank for color and one for black and white. Run: npx tsx scripts/filmPrior/makeFilmPrior.ts
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { seededRandom, type Random } from '../../bench/fit/seededRandom';
import { principalComponents } from './principalComponents';
import { randomFilmLook, randomMonochromeLook, type LookFunction } from './randomFilmLook';

const SIZE = Number(process.argv[2] ?? 13);
const COLOR_LOOKS = Number(process.argv[3] ?? 3000);
const COLOR_COMPONENTS = Number(process.argv[4] ?? 128);
const OUT =
  process.argv[5] ??
  path.join(path.dirname(fileURLToPath(import.meta.url)), '../../src/engine/fit/filmPrior.json');
const MONOCHROME_LOOKS = 800;
const MONOCHROME_COMPONENTS = 32;

/** Photos live near the gray axis: nodes there count more, so that the components spend themselves on what is seen. */
function nodeWeights(): Float64Array {
  return Float64Array.from({ length: SIZE ** 3 }, (_, node) => {
    const rgb = nodeColor(node);
    const chroma = Math.max(...rgb) - Math.min(...rgb);
    return 0.12 + Math.exp(-((chroma / 0.4) ** 2));
  });
}

function nodeColor(node: number): number[] {
  return [node % SIZE, Math.floor(node / SIZE) % SIZE, Math.floor(node / SIZE / SIZE)].map(
    (i) => i / (SIZE - 1),
  );
}

/** One row a look: what it adds to each node, channel after channel. */
function bank(count: number, draw: (random: Random) => LookFunction, seed: number): Float32Array[] {
  const color = new Float64Array(3);
  return Array.from({ length: count }, (_, i) => {
    const look = draw(seededRandom(seed + i));
    const row = new Float32Array(3 * SIZE ** 3);
    for (let node = 0; node < SIZE ** 3; node++) {
      const start = nodeColor(node);
      color.set(start);
      look(color);
      for (let c = 0; c < 3; c++) row[3 * node + c] = color[c] - start[c];
    }
    if (!row.every(Number.isFinite)) throw new Error(`Look ${i} of the bank is not finite.`);
    return row;
  });
}

/** Components as bytes with one scale each: the first are large and precise, the last small. */
function packed(
  rows: Float32Array[],
  components: number,
): { scales: number[]; bytes: string; explained: number } {
  const { mean, vectors, explained } = principalComponents(rows, nodeWeights(), components);
  const all = [mean, ...vectors];
  const bytes = Buffer.alloc(2 * mean.length + vectors.length * mean.length);
  const scales = all.map((values, k) => {
    const peak = values.reduce((max, v) => Math.max(max, Math.abs(v)), 0);
    const steps = k === 0 ? 32767 : 127;
    values.forEach((v, i) => {
      const code = Math.round((v / peak) * steps);
      if (k === 0) bytes.writeInt16LE(code, 2 * i);
      else bytes.writeInt8(code, (k + 1) * mean.length + i);
    });
    return Number((peak / steps).toPrecision(7));
  });
  return { scales, bytes: bytes.toString('base64'), explained };
}

const color = packed(bank(COLOR_LOOKS, randomFilmLook, 1000), COLOR_COMPONENTS);
const monochrome = packed(bank(MONOCHROME_LOOKS, randomMonochromeLook, 900_000), MONOCHROME_COMPONENTS);
console.log(`explained variance: color ${color.explained}, black and white ${monochrome.explained}`);
const file = {
  size: SIZE,
  color: { scales: color.scales, data: color.bytes },
  monochrome: { scales: monochrome.scales, data: monochrome.bytes },
};
fs.writeFileSync(OUT, JSON.stringify(file) + '\n');
console.log(`${OUT}: ${(fs.statSync(OUT).size / 1e6).toFixed(2)} MB`);
