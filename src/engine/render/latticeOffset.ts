import type { ResidualLattice } from '../look';

/** Adds to `color` the trilinearly interpolated offset at the encoded color (red, green, blue), each in [0, 1]. */
export function addLatticeOffset(
  lattice: ResidualLattice,
  red: number,
  green: number,
  blue: number,
  color: Float64Array,
): void {
  const { size, offsets } = lattice;
  const last = size - 1;
  const r = red * last;
  const g = green * last;
  const b = blue * last;
  const r0 = Math.min(last - 1, r | 0);
  const g0 = Math.min(last - 1, g | 0);
  const b0 = Math.min(last - 1, b | 0);
  const fr = r - r0;
  const fg = g - g0;
  const fb = b - b0;
  const row = 3 * size;
  const slab = row * size;
  const base = 3 * r0 + row * g0 + slab * b0;
  const w00 = (1 - fg) * (1 - fb);
  const w10 = fg * (1 - fb);
  const w01 = (1 - fg) * fb;
  const w11 = fg * fb;
  for (let c = 0; c < 3; c++) {
    const i = base + c;
    const near =
      w00 * offsets[i] + w10 * offsets[i + row] + w01 * offsets[i + slab] + w11 * offsets[i + row + slab];
    const j = i + 3;
    const far =
      w00 * offsets[j] + w10 * offsets[j + row] + w01 * offsets[j + slab] + w11 * offsets[j + row + slab];
    color[c] += near + fr * (far - near);
  }
}
