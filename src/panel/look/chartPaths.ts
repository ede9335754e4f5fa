/** SVG path data for values in [0, 1] at equal steps; (0, 0) of the values is the lower left corner. */
import type { ChartSize } from './chartSize';

/** @param inset room in pixels left and above. Values that are no number interrupt the line. */
export function linePath(values: ArrayLike<number>, { width, height }: ChartSize, inset = 0): string {
  let path = '';
  let drawing = false;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!Number.isNaN(value)) {
      const x = inset + (i / (values.length - 1)) * width;
      const y = inset + height - Math.min(1, Math.max(0, value)) * height;
      path += `${drawing ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`;
    }
    drawing = !Number.isNaN(value);
  }
  return path;
}

/** As linePath, closed along the lower edge. */
export function areaPath(values: ArrayLike<number>, size: ChartSize, inset = 0): string {
  const bottom = inset + size.height;
  return `${linePath(values, size, inset)}L${inset + size.width} ${bottom}L${inset} ${bottom}Z`;
}

/** Lines at the quarters. */
export function gridPath({ width, height }: ChartSize, inset = 0): string {
  return [0.25, 0.5, 0.75]
    .map(
      (share) => `M${inset + share * width} ${inset}v${height}M${inset} ${inset + share * height}h${width}`,
    )
    .join('');
}
