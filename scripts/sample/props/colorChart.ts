/**
 * A target of our own: 24 patches in six columns and four rows (natural colors, hues round the circle, primaries, grays) and
 * a ramp of twelve even steps of density below. The order follows the habit that photographers know from such charts.
 */
import { placePoint, type MeshBuilder, type Placement } from '../mesh';
import { noise } from '../noise';
import { fromSrgb8, paint, type Color, type Material } from '../surface';

/** sRGB codes of the patches, row by row. */
export const CHART_PATCHES: readonly number[] = [
  0x6f4f41, 0xc69580, 0x5f7b9e, 0x596c40, 0x8381b3, 0x63bfab, 0xdb7d2b, 0x465aa8, 0xc45763, 0x5a3a6b,
  0xa0be3c, 0xe5a32a, 0x2f3f97, 0x439449, 0xb2313a, 0xe9c81b, 0xbd5497, 0x0686a4, 0xf3f2ee, 0xc9c9c8,
  0xa0a0a0, 0x7a7a79, 0x555555, 0x333334,
];

/** Steps of the ramp: density 0.05 to 1.70 above white, 0.15 a step. */
export const RAMP_STEPS = 12;
const RAMP_START_DENSITY = 0.05;
const RAMP_STEP_DENSITY = 0.15;

const [WIDTH, HEIGHT] = [2.62, 2.2];
const THICKNESS = 0.05;
const [MARGIN_X, MARGIN_Y] = [0.105, 0.1];
const PATCH = 0.36;
const PITCH = 0.41;

export function addColorChart(mesh: MeshBuilder, placement: Placement): void {
  mesh.addBox([WIDTH, HEIGHT, THICKNESS], chart(), placement, 0.015);
}

/** Corners of the chart's face in the scene: top left, top right, bottom right, bottom left. */
export function chartCorners(placement: Placement): (readonly [number, number, number])[] {
  const [x, y, z] = [WIDTH / 2, HEIGHT / 2, THICKNESS / 2];
  return (
    [
      [-x, y, z],
      [x, y, z],
      [x, -y, z],
      [-x, -y, z],
    ] as const
  ).map((corner) => placePoint(placement, corner));
}

/** Middle of a patch on the chart, in fractions of its width from the left and of its height from the top. */
export function patchCenter(index: number): [number, number] {
  const [column, row] = [index % 6, Math.floor(index / 6)];
  return [(MARGIN_X + column * PITCH + PATCH / 2) / WIDTH, (MARGIN_Y + row * PITCH + PATCH / 2) / HEIGHT];
}

/** Reflectance of a step of the ramp. */
export function rampReflectance(step: number): number {
  return 10 ** -(RAMP_START_DENSITY + RAMP_STEP_DENSITY * step);
}

function chart(): Material {
  const patches = CHART_PATCHES.map(fromSrgb8);
  const board: Color = [0.022, 0.022, 0.023];
  const paper: Color = [0.72, 0.71, 0.68];
  return {
    shade: (surface, x, y, z) => {
      paint(surface, board, 1 + 0.15 * noise(60 * x, 60 * y, 60 * z));
      if (z < 0) return;
      const fromLeft = x + WIDTH / 2 - MARGIN_X;
      const fromTop = HEIGHT / 2 - y - MARGIN_Y;
      const column = Math.floor(fromLeft / PITCH);
      const row = Math.floor(fromTop / PITCH);
      const inPatch = fromLeft - column * PITCH < PATCH && fromTop - row * PITCH < PATCH;
      if (fromLeft >= 0 && column < 6 && fromTop >= 0 && row < 4 && inPatch) {
        paint(surface, patches[6 * row + column]);
      } else if (fromTop > 1.7 && fromTop < 1.98 && fromLeft >= 0 && fromLeft < 2.41) {
        const gray = rampReflectance(Math.min(RAMP_STEPS - 1, Math.floor((fromLeft / 2.41) * RAMP_STEPS)));
        paint(surface, [gray, gray, gray]);
      } else if (HEIGHT / 2 - Math.abs(y) < 0.03 || WIDTH / 2 - Math.abs(x) < 0.03) {
        paint(surface, paper);
      }
    },
  };
}
