/** A lens's radial term as the coefficients of a local warp, so that one kind of displacement serves for everything. */
import type { Homography, LocalWarp } from './alignment';
import { applyHomography, invertHomography } from './homography';

/** Radial distortion of the film picture: x → x + k·ρ²·(x − center), with ρ = 1 at `radiusPx`. */
export interface RadialTerm {
  readonly centerX: number;
  readonly centerY: number;
  readonly radiusPx: number;
  readonly k: number;
}

/** Beyond the film's corners the distortion stays what it is there, as a share of the distance. */
const MAX_SQUARE = 1.2;

/** A warp of `columns` × `rows` coefficients over a digital picture of this size. */
export function bakeRadial(
  radial: RadialTerm,
  filmToDigital: Homography,
  width: number,
  height: number,
  columns: number,
  rows: number,
): LocalWarp {
  const toFilm = invertHomography(filmToDigital);
  const stepX = (width - 1) / (columns - 3);
  const stepY = (height - 1) / (rows - 3);
  // One node more on every side than there are coefficients.
  const pitch = columns + 2;
  const dx = new Float64Array(pitch * (rows + 2));
  const dy = new Float64Array(pitch * (rows + 2));
  for (let row = 0; row < rows + 2; row++) {
    for (let column = 0; column < pitch; column++) {
      const x = (column - 2) * stepX;
      const y = (row - 2) * stepY;
      const [u, v] = applyHomography(
        filmToDigital,
        ...straightened(radial, ...applyHomography(toFilm, x, y)),
      );
      dx[row * pitch + column] = x - u;
      dy[row * pitch + column] = y - v;
    }
  }
  return {
    columns,
    rows,
    dx: coefficients(dx, columns, rows),
    dy: coefficients(dy, columns, rows),
    width,
    height,
  };
}

/** The film position whose distorted position this is. */
function straightened(radial: RadialTerm, x: number, y: number): [number, number] {
  const { centerX, centerY, radiusPx, k } = radial;
  const bentX = (x - centerX) / radiusPx;
  const bentY = (y - centerY) / radiusPx;
  let scale = 1;
  for (let i = 0; i < 8; i++) {
    scale = 1 / (1 + k * Math.min(MAX_SQUARE, (bentX * bentX + bentY * bentY) * scale * scale));
  }
  return [centerX + radiusPx * bentX * scale, centerY + radiusPx * bentY * scale];
}

/** Cubic B-spline coefficients from samples: c = f − f″/6 along each axis, exact for cubic polynomials. */
function coefficients(samples: Float64Array, columns: number, rows: number): Float32Array {
  const pitch = columns + 2;
  const across = Float64Array.from(samples, (value, i) => (8 * value - samples[i - 1] - samples[i + 1]) / 6);
  return Float32Array.from({ length: columns * rows }, (_, k) => {
    const i = (Math.floor(k / columns) + 1) * pitch + (k % columns) + 1;
    return (8 * across[i] - across[i - pitch] - across[i + pitch]) / 6;
  });
}
