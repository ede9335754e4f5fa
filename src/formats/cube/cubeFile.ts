import type { RgbSpaceId } from '../../engine/color/rgbSpace';
import type { Lut3d } from '../../engine/render/lut3d';

/** A lattice with the input values of its first and last node. */
export interface CubeLattice {
  readonly size: number;
  /** 3 · size³ values, red fastest. */
  readonly values: Float32Array;
  readonly domainMin: readonly [number, number, number];
  readonly domainMax: readonly [number, number, number];
}

/** One curve a channel. */
export interface CubeCurves {
  readonly size: number;
  /** 3 · size values, interleaved. */
  readonly values: Float32Array;
  readonly domainMin: readonly [number, number, number];
  readonly domainMax: readonly [number, number, number];
}

/** What a .cube file holds: curves, a lattice, or curves (the shaper) in front of a lattice. */
export interface CubeFile {
  readonly title: string;
  readonly curves: CubeCurves | null;
  readonly lattice: CubeLattice | null;
}

/**
 * The file as one lattice over [0, 1]³, as the rest of Filmfit has it. A plain lattice stays as it is; curves and
 * other domains are resampled.
 * @param space the .cube format has no field for it: whoever opens the file has to know.
 * @param size nodes of the resampled lattice. @default 33
 */
export function cubeToLut3d(cube: CubeFile, space: RgbSpaceId, size = 33): Lut3d {
  const { curves, lattice } = cube;
  if (!curves && lattice && isUnitDomain(lattice))
    return { size: lattice.size, values: lattice.values, space };
  const values = new Float32Array(3 * size ** 3);
  const color = new Float64Array(3);
  for (let i = 0; i < size ** 3; i++) {
    color[0] = (i % size) / (size - 1);
    color[1] = (Math.floor(i / size) % size) / (size - 1);
    color[2] = Math.floor(i / size ** 2) / (size - 1);
    if (curves) readCurves(curves, color);
    if (lattice) readLattice(lattice, color);
    values.set(color, 3 * i);
  }
  return { size, values, space };
}

function isUnitDomain({ domainMin, domainMax }: CubeLattice): boolean {
  return domainMin.every((value) => value === 0) && domainMax.every((value) => value === 1);
}

function readCurves({ size, values, domainMin, domainMax }: CubeCurves, color: Float64Array): void {
  for (let c = 0; c < 3; c++) {
    const position = clampedPosition(color[c], domainMin[c], domainMax[c], size);
    const i = Math.min(size - 2, Math.floor(position));
    const low = values[3 * i + c];
    color[c] = low + (position - i) * (values[3 * (i + 1) + c] - low);
  }
}

/** Trilinear, since that is what the files are made for. */
function readLattice({ size, values, domainMin, domainMax }: CubeLattice, color: Float64Array): void {
  const positions = [0, 1, 2].map((c) => clampedPosition(color[c], domainMin[c], domainMax[c], size));
  const [r, g, b] = positions.map((position) => Math.min(size - 2, Math.floor(position)));
  const [fr, fg, fb] = [positions[0] - r, positions[1] - g, positions[2] - b];
  for (let c = 0; c < 3; c++) {
    let sum = 0;
    for (let corner = 0; corner < 8; corner++) {
      const dr = corner & 1;
      const dg = (corner >> 1) & 1;
      const db = corner >> 2;
      const weight = (dr ? fr : 1 - fr) * (dg ? fg : 1 - fg) * (db ? fb : 1 - fb);
      sum += weight * values[3 * (r + dr + size * (g + dg + size * (b + db))) + c];
    }
    color[c] = sum;
  }
}

function clampedPosition(value: number, min: number, max: number, size: number): number {
  return Math.min(1, Math.max(0, (value - min) / (max - min))) * (size - 1);
}
