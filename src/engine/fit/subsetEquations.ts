import type { GaussianEquations } from './gaussianSystem';
import { PLACE_VALUES } from './lookKernel';

/** The equations of the chosen bins alone. */
export function subsetEquations(equations: GaussianEquations, chosen: readonly number[]): GaussianEquations {
  const width = equations.unknowns + 1;
  const take = (source: Float64Array, size: number): Float64Array => {
    const result = new Float64Array(size * chosen.length);
    chosen.forEach((from, to) => result.set(source.subarray(size * from, size * (from + 1)), size * to));
    return result;
  };
  const [lightness, a, b] = equations.rows;
  return {
    count: chosen.length,
    unknowns: equations.unknowns,
    rows: [take(lightness, width), take(a, width), take(b, width)],
    places: take(equations.places, PLACE_VALUES),
    weight: take(equations.weight, 1),
  };
}
