/**
 * Writes src/engine/fit/filmPrior.json: principal components of thousands of random film-like looks (randomFilmLook.ts)
 * on the hue lattice, one bank for color and one for black and white. Run: npx tsx scripts/filmPrior/makeFilmPrior.ts
 */
import fs from 'node:fs';
import path from 'node:path';
import { seededRandom, type Random } from '../../bench/fit/seededRandom';
import { PRIOR_LATTICE } from '../../src/engine/fit/filmPrior';
import { principalComponents } from './principalComponents';
import { randomFilmLook, randomMonochromeLook, type LookFunction } from './randomFilmLook';

const OUT = path.resolve(import.meta.dirname, '../../src/engine/fit/filmPrior.json');
const COLOR = { looks: 2400, components: 40, seed: 1000 };
const MONOCHROME = { looks: 800, components: 24, seed: 900_000 };

const colors = PRIOR_LATTICE.colors();

/** Photos live near the gray axis: nodes there count more, so that the components spend themselves on what is seen. */
function nodeWeights(): Float64Array {
  return Float64Array.from({ length: PRIOR_LATTICE.nodes }, (_, node) => {
    const rgb = colors.subarray(3 * node, 3 * node + 3);
    const chroma = Math.max(...rgb) - Math.min(...rgb);
    return 0.12 + Math.exp(-((chroma / 0.4) ** 2));
  });
}

/** One row a look: what it adds to each node, channel after channel. */
function bank(count: number, draw: (random: Random) => LookFunction, seed: number): Float32Array[] {
  const color = new Float64Array(3);
  return Array.from({ length: count }, (_, i) => {
    const look = draw(seededRandom(seed + i));
    const row = new Float32Array(colors.length);
    for (let at = 0; at < row.length; at += 3) {
      color.set(colors.subarray(at, at + 3));
      look(color);
      for (let c = 0; c < 3; c++) row[at + c] = color[c] - colors[at + c];
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

const color = packed(bank(COLOR.looks, randomFilmLook, COLOR.seed), COLOR.components);
const monochrome = packed(
  bank(MONOCHROME.looks, randomMonochromeLook, MONOCHROME.seed),
  MONOCHROME.components,
);
console.log(`explained variance: color ${color.explained}, black and white ${monochrome.explained}`);
const file = {
  color: { scales: color.scales, data: color.bytes },
  monochrome: { scales: monochrome.scales, data: monochrome.bytes },
};
fs.writeFileSync(OUT, JSON.stringify(file) + '\n');
console.log(`${OUT}: ${(fs.statSync(OUT).size / 1e6).toFixed(2)} MB`);
