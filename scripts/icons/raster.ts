/**
 * A small anti-aliased rasteriser for icons: shapes are membership tests in design units, coverage is the share of an
 * 8×8 grid of samples inside the pixel, and layers are laid over each other with the "over" operator (Porter and Duff,
 * Compositing Digital Images, 1984) on straight alpha.
 */

/** Whether a point, in design units from the top left corner, lies inside. */
export type Shape = (x: number, y: number) => boolean;

/** A shape with its color; red, green, blue and opacity are in [0, 1]. */
export interface IconLayer {
  readonly shape: Shape;
  readonly color: (x: number, y: number) => readonly [number, number, number];
  readonly opacity: number;
}

const SAMPLES_PER_EDGE = 8;

/** Draws the layers, first one lowest, and returns RGBA bytes with straight alpha. */
export function rasterize(layers: readonly IconLayer[], sizeUnits: number, scale: number): Uint8Array {
  const sizePx = sizeUnits * scale;
  const pixels = new Uint8Array(4 * sizePx * sizePx);
  for (let row = 0; row < sizePx; row++) {
    for (let column = 0; column < sizePx; column++) {
      const rgba = [0, 0, 0, 0];
      for (const layer of layers) lay(rgba, layer, column, row, scale);
      for (let c = 0; c < 4; c++) pixels[4 * (row * sizePx + column) + c] = Math.round(255 * rgba[c]);
    }
  }
  return pixels;
}

function lay(rgba: number[], layer: IconLayer, column: number, row: number, scale: number): void {
  const alpha = layer.opacity * coverage(layer.shape, column, row, scale);
  if (alpha === 0) return;
  const color = layer.color((column + 0.5) / scale, (row + 0.5) / scale);
  const below = rgba[3] * (1 - alpha);
  const total = alpha + below;
  for (let c = 0; c < 3; c++) rgba[c] = (color[c] * alpha + rgba[c] * below) / total;
  rgba[3] = total;
}

function coverage(shape: Shape, column: number, row: number, scale: number): number {
  let inside = 0;
  for (let j = 0; j < SAMPLES_PER_EDGE; j++) {
    const y = (row + (j + 0.5) / SAMPLES_PER_EDGE) / scale;
    for (let i = 0; i < SAMPLES_PER_EDGE; i++) {
      if (shape((column + (i + 0.5) / SAMPLES_PER_EDGE) / scale, y)) inside++;
    }
  }
  return inside / SAMPLES_PER_EDGE ** 2;
}

/** A rectangle with rounded corners. */
export function roundedRect(left: number, top: number, right: number, bottom: number, radius: number): Shape {
  return (x, y) => {
    if (x < left || x > right || y < top || y > bottom) return false;
    const dx = Math.max(left + radius - x, x - (right - radius), 0);
    const dy = Math.max(top + radius - y, y - (bottom - radius), 0);
    return dx * dx + dy * dy <= radius * radius;
  };
}

/** What is inside the first shape and in none of the others. */
export function cutOut(body: Shape, holes: readonly Shape[]): Shape {
  return (x, y) => body(x, y) && !holes.some((hole) => hole(x, y));
}

export function intersect(a: Shape, b: Shape): Shape {
  return (x, y) => a(x, y) && b(x, y);
}
