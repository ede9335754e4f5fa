/** The room: a table before a wall of washed brick, a window in it, and what one sees outside at the end of a day. */
import { paintedWood, planks, washedBrick } from '../materials';
import type { MeshBuilder } from '../mesh';
import { fractalNoise, noise, smoothstep } from '../noise';
import { hash } from '../random';
import { blend, fromSrgb8, paint, type Material } from '../surface';

export const WALL_Z = -3.4;
/** The opening of the window in the wall. */
export const OPENING = { left: -5.1, right: -1.35, bottom: 0.95, top: 6.2 } as const;

export function addRoom(mesh: MeshBuilder): void {
  mesh.addBox([22, 0.4, 9], planks(1.15), { at: [0, -0.2, 0.6] }, 0.03);
  addWall(mesh);
  addWindow(mesh);
  addPlane(mesh, [-14, 6], [-2, 11], -9, outdoors());
}

/** The wall as four rectangles round the opening, each in the wall's own coordinates. */
function addWall(mesh: MeshBuilder): void {
  const brick = washedBrick();
  const { left, right, bottom, top } = OPENING;
  addPlane(mesh, [-11, left], [-0.5, 11], WALL_Z, brick);
  addPlane(mesh, [right, 11], [-0.5, 11], WALL_Z, brick);
  addPlane(mesh, [left, right], [-0.5, bottom], WALL_Z, brick);
  addPlane(mesh, [left, right], [top, 11], WALL_Z, brick);
}

function addWindow(mesh: MeshBuilder): void {
  const white = paintedWood(fromSrgb8(0xe3ddd0));
  const { left, right, bottom, top } = OPENING;
  const [middleX, middleY, width, height] = [
    (left + right) / 2,
    (bottom + top) / 2,
    right - left,
    top - bottom,
  ];
  const frameZ = WALL_Z - 0.55;
  // Reveals, then the casement: outer frame, one post, two bars.
  for (const x of [left - 0.04, right + 0.04])
    mesh.addBox([0.08, height, 1], white, { at: [x, middleY, WALL_Z - 0.5] });
  mesh.addBox([width + 0.5, 0.14, 1.2], white, { at: [middleX, bottom, WALL_Z - 0.36] }, 0.03);
  for (const x of [left + 0.12, right - 0.12])
    mesh.addBox([0.24, height, 0.22], white, { at: [x, middleY, frameZ] }, 0.03);
  mesh.addBox([0.26, height, 0.2], white, { at: [middleX, middleY, frameZ] }, 0.03);
  mesh.addBox([width, 0.26, 0.22], white, { at: [middleX, bottom + 0.2, frameZ] }, 0.03);
  for (const y of [2.75, 4.45]) mesh.addBox([width, 0.1, 0.12], white, { at: [middleX, y, frameZ] }, 0.02);
  // The handle.
  mesh.addBox(
    [0.07, 0.42, 0.09],
    paintedWood(fromSrgb8(0x8a7440)),
    { at: [middleX + 0.02, 2.2, frameZ + 0.16] },
    0.02,
  );
}

function addPlane(
  mesh: MeshBuilder,
  [left, right]: readonly [number, number],
  [bottom, top]: readonly [number, number],
  z: number,
  material: Material,
): void {
  const point = (u: number, v: number) =>
    [left + u * (right - left), bottom + v * (top - bottom), z] as const;
  mesh.addSheet({ columns: 1, rows: 1, point }, material, { at: [0, 0, 0] });
}

/** A painted view, lit by itself: evening sky with clouds, two ranges of hills, trees and a row of houses. */
function outdoors(): Material {
  const zenith = fromSrgb8(0x4a7fc0);
  const horizon = fromSrgb8(0xf6cf98);
  const cloudLit = fromSrgb8(0xffd9b8);
  const farHill = fromSrgb8(0x8297b5);
  const nearHill = fromSrgb8(0x56764f);
  const leafLit = fromSrgb8(0x8f9c35);
  const leafShade = fromSrgb8(0x223a1e);
  return {
    shadowTransmission: 1,
    shade: (surface, x, y) => {
      const height = smoothstep(1.2, 7.5, y);
      paint(surface, horizon);
      blend(surface, zenith, height ** 0.7);
      const cloud = fractalNoise(0.42 * x + 3, 1.15 * y, 7, 6);
      blend(surface, cloudLit, 0.9 * smoothstep(-0.02, 0.3, cloud));
      let level = 0.9;
      if (y < 2.3 + 0.45 * fractalNoise(0.4 * x, 5, 0, 3)) {
        paint(surface, farHill);
        level = 0.66;
      }
      if (y < 1.75 + 0.5 * fractalNoise(0.5 * x + 9, 2, 1, 3)) {
        paint(surface, nearHill, 1 + 0.5 * fractalNoise(3 * x, 6 * y, 1, 3));
        level = 0.6;
      }
      paintHouses(surface, x, y);
      const crown = 1.5 + 1.05 * fractalNoise(0.75 * x - 4, 0, 3, 2) + 0.5 * fractalNoise(4 * x, 4 * y, 3, 4);
      if (y < crown) {
        paint(surface, leafShade);
        blend(
          surface,
          leafLit,
          smoothstep(-0.25, 0.45, fractalNoise(5 * x, 5 * y, 11, 4) + 0.5 * (y - crown + 0.4)),
        );
        level = 0.62;
      }
      surface.emissionR = surface.r * level;
      surface.emissionG = surface.g * level;
      surface.emissionB = surface.b * level;
      paint(surface, [0, 0, 0]);
    },
  };
}

function paintHouses(surface: Parameters<Material['shade']>[0], x: number, y: number): void {
  const house = Math.floor(x / 1.1);
  const inside = x / 1.1 - house;
  const ridge = 1.9 + 0.5 * hash(house, 21) - Math.abs(inside - 0.5) * 0.7;
  if (hash(house, 22) < 0.45 || y > ridge || inside < 0.06 || inside > 0.94) return;
  const walls = [0xd9b48c, 0xc98f78, 0xb8b3a4].map(fromSrgb8);
  const roof = y > ridge - 0.28 - 0.1 * noise(x, 0, 0);
  paint(surface, roof ? fromSrgb8(0x9c4a34) : walls[Math.floor(3 * hash(house, 23))], roof ? 0.8 : 0.7);
  const column = (inside * 4) % 1;
  const row = (y * 3.2) % 1;
  if (!roof && column > 0.35 && column < 0.7 && row > 0.3 && row < 0.75) {
    paint(
      surface,
      hash(Math.floor(inside * 4), Math.floor(y * 3.2), house) < 0.4 ? [2.4, 1.5, 0.55] : [0.1, 0.12, 0.16],
    );
  }
}
