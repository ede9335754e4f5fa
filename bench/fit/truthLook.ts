/** The looks that the benchmark hides: Hald CLUT images and .cube files, applied by trilinear interpolation. */
import fs from 'node:fs';
import path from 'node:path';
import { decode } from 'fast-png';

export interface TruthLook {
  readonly name: string;
  readonly size: number;
  /** 3 · size³ encoded values, red fastest. */
  readonly values: Float32Array;
}

export function loadTruthLooks(folder: string): TruthLook[] {
  return fs
    .readdirSync(folder)
    .filter((file) => /\.(png|cube)$/.test(file))
    .sort()
    .map((file) => loadTruthLook(path.join(folder, file)));
}

export function loadTruthLook(file: string): TruthLook {
  const name = path.basename(file).replace(/\.\w+$/, '');
  if (file.endsWith('.cube')) {
    const numbers = fs
      .readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => /^[\d.-]/.test(line))
      .flatMap((line) => line.trim().split(/\s+/).map(Number));
    return { name, size: Math.round(Math.cbrt(numbers.length / 3)), values: Float32Array.from(numbers) };
  }
  const png = decode(fs.readFileSync(file));
  const nodes = png.width * png.height;
  const peak = png.depth === 16 ? 65535 : 255;
  const values = new Float32Array(3 * nodes);
  for (let i = 0; i < nodes; i++) {
    for (let c = 0; c < 3; c++) values[3 * i + c] = png.data[png.channels * i + c] / peak;
  }
  return { name, size: Math.round(Math.cbrt(nodes)), values };
}

/** Maps `count` interleaved encoded colors. */
export function applyTruthLook(
  look: TruthLook,
  source: ArrayLike<number>,
  target: Float32Array,
  count: number,
): void {
  const { size, values } = look;
  const last = size - 1;
  const at = [0, 0, 0];
  const mix = [0, 0, 0];
  for (let i = 0; i < 3 * count; i += 3) {
    for (let c = 0; c < 3; c++) {
      const position = Math.max(0, Math.min(1, source[i + c])) * last;
      at[c] = Math.min(last - 1, Math.floor(position));
      mix[c] = position - at[c];
    }
    const base = 3 * (at[0] + size * (at[1] + size * at[2]));
    for (let c = 0; c < 3; c++) {
      let sum = 0;
      for (let corner = 0; corner < 8; corner++) {
        const dr = corner & 1;
        const dg = (corner >> 1) & 1;
        const db = corner >> 2;
        const w = (dr ? mix[0] : 1 - mix[0]) * (dg ? mix[1] : 1 - mix[1]) * (db ? mix[2] : 1 - mix[2]);
        sum += w * values[base + c + 3 * (dr + size * (dg + size * db))];
      }
      target[i + c] = sum;
    }
  }
}
