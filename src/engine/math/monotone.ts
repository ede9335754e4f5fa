/** The nearest non-decreasing sequence in least squares (pool adjacent violators). */
export function nearestMonotone(values: ArrayLike<number>): Float64Array {
  const means: number[] = [];
  const sizes: number[] = [];
  for (let i = 0; i < values.length; i++) {
    let mean = values[i];
    let size = 1;
    while (means.length > 0 && means[means.length - 1] > mean) {
      const before = sizes.pop()!;
      mean = (mean * size + means.pop()! * before) / (size + before);
      size += before;
    }
    means.push(mean);
    sizes.push(size);
  }
  const result = new Float64Array(values.length);
  let at = 0;
  means.forEach((mean, i) => {
    result.fill(mean, at, at + sizes[i]);
    at += sizes[i];
  });
  return result;
}

/** y at `x` of the broken line through (xs, ys); xs non-decreasing; constant beyond the ends. */
export function interpolateSorted(xs: ArrayLike<number>, ys: ArrayLike<number>, x: number): number {
  const last = xs.length - 1;
  if (!(x > xs[0])) return ys[0];
  if (x >= xs[last]) return ys[last];
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (xs[middle] <= x) low = middle;
    else high = middle;
  }
  return ys[low] + ((x - xs[low]) / (xs[high] - xs[low])) * (ys[high] - ys[low]);
}
