/** Area of the part of a film frame, mapped to the digital picture, that lies inside it (Sutherland & Hodgman 1974). */

type Point = readonly [number, number];

/** Share of the digital picture that the polygon covers, in [0, 1]. */
export function frameOverlap(corners: readonly Point[], width: number, height: number): number {
  let polygon: Point[] = [...corners];
  polygon = clip(polygon, (p) => p[0]);
  polygon = clip(polygon, (p) => width - 1 - p[0]);
  polygon = clip(polygon, (p) => p[1]);
  polygon = clip(polygon, (p) => height - 1 - p[1]);
  let area = 0;
  polygon.forEach(([x, y], i) => {
    const [nx, ny] = polygon[(i + 1) % polygon.length];
    area += x * ny - nx * y;
  });
  return Math.min(1, Math.abs(area) / 2 / ((width - 1) * (height - 1)));
}

/** The part of a polygon where `inside` ≥ 0; `inside` is linear. */
function clip(polygon: readonly Point[], inside: (point: Point) => number): Point[] {
  const kept: Point[] = [];
  polygon.forEach((here, i) => {
    const next = polygon[(i + 1) % polygon.length];
    const a = inside(here);
    const b = inside(next);
    if (a >= 0) kept.push(here);
    if (a >= 0 !== b >= 0) {
      const t = a / (a - b);
      kept.push([here[0] + t * (next[0] - here[0]), here[1] + t * (next[1] - here[1])]);
    }
  });
  return kept;
}
