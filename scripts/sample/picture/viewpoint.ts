/**
 * Where the film's frame lies in the digital one: a homography (a plane seen from another place), as a row-major 3×3 that takes
 * film pixels to digital pixels, pixel centers at integers.
 */
export type Homography = readonly number[];

export interface FramePlacement {
  /** Digital pixels to a film pixel. */
  readonly scale: number;
  readonly turnDeg: number;
  /** Of the film's center from the digital one's, in digital pixels. */
  readonly shiftPx: readonly [number, number];
  /** Slopes of the perspective: relative change of scale a film pixel from the center. */
  readonly perspective: readonly [number, number];
}

interface Size {
  readonly width: number;
  readonly height: number;
}

export function placeFrame(film: Size, digital: Size, placement: FramePlacement): Homography {
  const { scale, turnDeg, shiftPx, perspective } = placement;
  const [fx, fy] = [(film.width - 1) / 2, (film.height - 1) / 2];
  const [dx, dy] = [(digital.width - 1) / 2 + shiftPx[0], (digital.height - 1) / 2 + shiftPx[1]];
  const cosine = scale * Math.cos((turnDeg * Math.PI) / 180);
  const sine = scale * Math.sin((turnDeg * Math.PI) / 180);
  const [p, q] = perspective;
  // About the film's center: (x, y) → (R·(x, y)) / (1 + p·x + q·y) + d; then the center is moved in.
  const a = [cosine + dx * p, -sine + dx * q, dx, sine + dy * p, cosine + dy * q, dy, p, q, 1];
  const moved = [0, 1, 2].flatMap((row) => {
    const [u, v, w] = a.slice(3 * row, 3 * row + 3);
    return [u, v, w - u * fx - v * fy];
  });
  return moved.map((value) => value / moved[8]);
}

/** Takes a pixel of the film to the digital picture. */
export function mapPoint(h: Homography, x: number, y: number): [number, number] {
  const w = h[6] * x + h[7] * y + h[8];
  return [(h[0] * x + h[1] * y + h[2]) / w, (h[3] * x + h[4] * y + h[5]) / w];
}
