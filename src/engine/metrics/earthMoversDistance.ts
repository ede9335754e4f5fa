/**
 * Earth mover's distance between two distributions on a line (Rubner, Tomasi, Guibas: The earth mover's distance as a
 * metric for image retrieval, IJCV 40(2), 2000): the area between their cumulative distributions, in the unit of the
 * values. It says how far the tones of one picture are from those of another, wherever in the picture they stand.
 */

/**
 * @param a values of the one distribution, in any order
 * @param b as many of the other
 * @param weights how much each index counts in both, ≥ 0; without them all the same
 * @throws RangeError when the lengths differ or nothing has weight
 */
export function earthMoversDistance(a: Float32Array, b: Float32Array, weights?: Float32Array): number {
  if (a.length !== b.length || (weights && weights.length !== a.length)) {
    throw new RangeError(
      `Expected arrays of one length, got ${a.length}, ${b.length} and ${weights?.length ?? 'no'} weights.`,
    );
  }
  // One sweep over all values of both: between two neighbours the cumulative distributions are constant.
  const count = a.length;
  const value = (i: number): number => (i < count ? a[i] : b[i - count]);
  const weight = (i: number): number => (weights ? Math.max(0, weights[i % count]) : 1);
  const order = new Uint32Array(2 * count);
  for (let i = 0; i < order.length; i++) order[i] = i;
  order.sort((i, j) => value(i) - value(j));
  let total = 0;
  for (let i = 0; i < count; i++) total += weight(i);
  if (!(total > 0)) throw new RangeError('Expected at least one value with weight, got none.');
  let distance = 0;
  let surplus = 0;
  for (let k = 0; k < order.length - 1; k++) {
    const i = order[k];
    surplus += (i < count ? 1 : -1) * weight(i);
    distance += Math.abs(surplus) * (value(order[k + 1]) - value(i));
  }
  return distance / total;
}
