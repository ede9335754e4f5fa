import { CubicReader } from './filmPrior';

/** Values of a lattice (3 a node, red fastest) read by cubic convolution at the nodes of another size. */
export function resampleLattice(values: ArrayLike<number>, from: number, to: number): Float64Array {
  const reader = new CubicReader(from);
  const result = new Float64Array(3 * to ** 3);
  const color = new Float64Array(3);
  let at = 0;
  for (let b = 0; b < to; b++) {
    for (let g = 0; g < to; g++) {
      for (let r = 0; r < to; r++, at += 3) {
        color[0] = r / (to - 1);
        color[1] = g / (to - 1);
        color[2] = b / (to - 1);
        reader.locate(color, 0);
        for (let corner = 0; corner < 64; corner++) {
          const w = reader.weights[corner];
          const node = 3 * reader.nodes[corner];
          for (let c = 0; c < 3; c++) result[at + c] += w * values[node + c];
        }
      }
    }
  }
  return result;
}
