/** A small picture to learn from how the host renders: all 256 neutrals, then a lattice of colors. */
import { maxValue, type HostPixels } from './readPixels';

export const NEUTRALS = 256;
const LATTICE = 9;
const WIDTH = 32;

/** @returns neutrals in the first 256 pixels, 9³ colors after them, black at the end of the last row. */
export function createColorChart(bits: 8 | 16): HostPixels {
  const height = Math.ceil((NEUTRALS + LATTICE ** 3) / WIDTH);
  const length = 3 * WIDTH * height;
  const data = bits === 8 ? new Uint8Array(length) : new Uint16Array(length);
  const max = maxValue(bits);
  for (let v = 0; v < NEUTRALS; v++) data.fill(Math.round((v / (NEUTRALS - 1)) * max), 3 * v, 3 * v + 3);
  const node = (index: number): number => Math.round(((index % LATTICE) / (LATTICE - 1)) * max);
  for (let i = 0, at = 3 * NEUTRALS; i < LATTICE ** 3; i++) {
    data[at++] = node(i);
    data[at++] = node(Math.floor(i / LATTICE));
    data[at++] = node(Math.floor(i / LATTICE ** 2));
  }
  return { width: WIDTH, height, bits, data };
}

/** The neutrals of a rendered chart in 8-bit levels, a list a channel. */
export function neutralsOf(chart: HostPixels): readonly [red: number[], green: number[], blue: number[]] {
  const toLevels = 255 / maxValue(chart.bits);
  const channel = (c: number): number[] =>
    Array.from({ length: NEUTRALS }, (_, v) => chart.data[3 * v + c] * toLevels);
  return [channel(0), channel(1), channel(2)];
}
