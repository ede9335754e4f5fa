/** SVG path data for values in [0, 1] at equal steps; (0, 0) of the values is the lower left corner. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

export function linePath(values: ArrayLike<number>, { width, height }: ChartSize): string {
  let path = '';
  for (let i = 0; i < values.length; i++) {
    const x = (i / (values.length - 1)) * width;
    const y = height - Math.min(1, Math.max(0, values[i])) * height;
    path += `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
  }
  return path;
}

/** As linePath, closed along the lower edge. */
export function areaPath(values: ArrayLike<number>, size: ChartSize): string {
  return `${linePath(values, size)}L${size.width} ${size.height}L0 ${size.height}Z`;
}
