/**
 * Which colors the pairs have shown: a lattice over OKLab that holds how well each color is known. A color that a few
 * trusted blocks show is known, o(c) = 1 − exp(−n(c) / n₀), and a look that knows a color knows those near it:
 * seen(c) = max over c′ of o(c′) · exp(−|c − c′|² / 2σ²). The largest, not the sum: a wall of one color teaches no other.
 */
import { createRgbToOklab } from '../color/oklab';
import type { RgbSpaceId } from '../color/rgbSpace';
import type { ColorSamples } from '../sample/colorSamples';

/** Plain data that can cross a worker boundary. */
export interface Coverage {
  readonly space: RgbSpaceId;
  /** Nodes along L, a and b. */
  readonly nodes: readonly [number, number, number];
  /** Values in [0, 1], L fastest: 0 a guess, 1 well seen. */
  readonly seen: Float32Array;
}

/** Above this a color counts as seen, below as extrapolated. */
export const SEEN = 0.5;

const L_NODES = 26;
const AB_NODES = 27;
/** OKLab's a and b lie within ±0.4; beyond ±0.39 there is no sRGB color. */
const AB_MAX = 0.39;
const L_STEP = 1 / (L_NODES - 1);
const AB_STEP = (2 * AB_MAX) / (AB_NODES - 1);

/** σ in nodes; half of the knowledge is left at about 0.045 of OKLab, a change that hardly makes another color. */
const REACH_NODES = 1.2;
/** n₀: this many trusted blocks of a picture make a color known. */
const ENOUGH = 1.5;

/** @throws RangeError without pairs, or when their spaces differ */
export function measureCoverage(pairs: readonly ColorSamples[]): Coverage {
  if (pairs.length === 0) throw new RangeError('Expected at least one pair of samples, got none.');
  const { space } = pairs[0];
  const toOklab = createRgbToOklab(space);
  const density = new Float32Array(L_NODES * AB_NODES * AB_NODES);
  const lab = new Float64Array(3);
  for (const pair of pairs) {
    if (pair.space !== space) throw new RangeError(`Expected all pairs in ${space}, got ${pair.space}.`);
    for (let i = 0; i < pair.count; i++) {
      toOklab(pair.digital[3 * i], pair.digital[3 * i + 1], pair.digital[3 * i + 2], lab, 0);
      const weight = pair.weight[i];
      if (weight > 0 && Number.isFinite(lab[0] + lab[1] + lab[2])) {
        eachCorner(lab[0], lab[1], lab[2], (node, share) => (density[node] += weight * share));
      }
    }
  }
  const seen = density.map((n) => 1 - Math.exp(-n / ENOUGH));
  const strides = [1, L_NODES, L_NODES * AB_NODES];
  [L_NODES, AB_NODES, AB_NODES].forEach((length, axis) => spread(seen, length, strides[axis]));
  return { space, nodes: [L_NODES, AB_NODES, AB_NODES], seen };
}

/** @returns how well the color `l`, `a`, `b` (OKLab) was seen, in [0, 1] */
export function readCoverage({ seen }: Coverage, l: number, a: number, b: number): number {
  let sum = 0;
  eachCorner(l, a, b, (node, share) => (sum += share * seen[node]));
  return sum;
}

/** Is the color, encoded in the space of the coverage, one that the pairs have shown? */
export function createSeenReader(coverage: Coverage): (r: number, g: number, b: number) => number {
  const toOklab = createRgbToOklab(coverage.space);
  const lab = new Float64Array(3);
  return (r, g, b) => {
    toOklab(r, g, b, lab, 0);
    return readCoverage(coverage, lab[0], lab[1], lab[2]);
  };
}

/** OKLab of a node. */
export function coverageNode(l: number, a: number, b: number): readonly [number, number, number] {
  return [l * L_STEP, a * AB_STEP - AB_MAX, b * AB_STEP - AB_MAX];
}

function eachCorner(l: number, a: number, b: number, visit: (node: number, share: number) => void): void {
  const u = Math.min(Math.max(l / L_STEP, 0), L_NODES - 1.001);
  const v = Math.min(Math.max((a + AB_MAX) / AB_STEP, 0), AB_NODES - 1.001);
  const w = Math.min(Math.max((b + AB_MAX) / AB_STEP, 0), AB_NODES - 1.001);
  const [i, j, k] = [Math.floor(u), Math.floor(v), Math.floor(w)];
  const [x, y, z] = [u - i, v - j, w - k];
  for (let corner = 0; corner < 8; corner++) {
    const [dx, dy, dz] = [corner & 1, (corner >> 1) & 1, corner >> 2];
    const share = (dx ? x : 1 - x) * (dy ? y : 1 - y) * (dz ? z : 1 - z);
    visit(i + dx + L_NODES * (j + dy + AB_NODES * (k + dz)), share);
  }
}

/** The largest neighbour along one axis, faded by a Gaussian; one axis after the other makes the round one. */
function spread(values: Float32Array, length: number, stride: number): void {
  const radius = Math.ceil(3 * REACH_NODES);
  const kernel = Array.from({ length: radius + 1 }, (_, k) => Math.exp(-(k * k) / (2 * REACH_NODES ** 2)));
  const line = new Float64Array(length);
  for (let start = 0; start < values.length; start++) {
    if (Math.floor(start / stride) % length !== 0) continue;
    for (let i = 0; i < length; i++) line[i] = values[start + i * stride];
    for (let i = 0; i < length; i++) {
      let largest = line[i];
      for (let k = 1; k <= radius; k++) {
        largest = Math.max(largest, kernel[k] * Math.max(line[i - k] ?? 0, line[i + k] ?? 0));
      }
      values[start + i * stride] = largest;
    }
  }
}
