/** A striped bowl of fruit, and some fruit on the cloth beside it. */
import type { MeshBuilder } from '../mesh';
import { fractalNoise, noise, smoothstep } from '../noise';
import { blend, fromSrgb8, paint, type Material } from '../surface';
import { plain } from '../materials';

export function addFruitBowl(mesh: MeshBuilder, x: number, y: number, z: number): void {
  mesh.addRevolved(
    [
      [0.45, 0],
      [0.5, 0.02],
      [0.46, 0.1],
      [0.8, 0.22],
      [1.1, 0.48],
      [1.22, 0.72],
      [1.24, 0.76],
      [1.19, 0.75],
      [1.04, 0.48],
      [0.7, 0.26],
      [0.02, 0.2],
    ],
    stripedGlaze(),
    { at: [x, y, z] },
    96,
  );
  addOrange(mesh, [x - 0.46, y + 0.66, z + 0.3], 0.43);
  addOrange(mesh, [x + 0.42, y + 0.68, z - 0.32], 0.42);
  addApple(mesh, [x + 0.42, y + 0.42, z + 0.44], 0.95, [-14, 40, -12]);
  addLemon(mesh, [x - 0.32, y + 0.72, z - 0.42], [20, 30, 70]);
  addApple(mesh, [x - 0.02, y + 0.82, z + 0.02], 0.9, [16, 190, 10]);
  addGreenPear(mesh, [x - 0.62, y + 0.62, z - 0.3], [-16, 0, 32]);
}

export function addLooseFruit(mesh: MeshBuilder, x: number, y: number, z: number): void {
  addLemon(mesh, [x, y + 0.29, z], [0, 38, 84]);
  addOrange(mesh, [x + 0.86, y + 0.39, z - 0.28], 0.4);
}

function stripedGlaze(): Material {
  return {
    shade: (surface, x, y, z) => {
      paint(surface, fromSrgb8(0xe9e4d6), 1 + 0.06 * fractalNoise(3 * x, 3 * y, 3 * z, 3));
      const wobble = y + 0.012 * fractalNoise(2 * x, 0, 2 * z, 2);
      if ((wobble > 0.34 && wobble < 0.44) || (wobble > 0.48 && wobble < 0.51) || wobble > 0.73) {
        paint(surface, fromSrgb8(0x27509a), 1 + 0.3 * fractalNoise(6 * x, 16 * y, 6 * z, 3));
      }
      surface.coat = 0.05;
      surface.roughness = 0.12;
    },
  };
}

type Point = readonly [number, number, number];

function addOrange(mesh: MeshBuilder, at: Point, radius: number): void {
  const skin: Material = {
    shade: (surface, x, y, z) => {
      paint(surface, fromSrgb8(0xee7d13), 1 + 0.16 * fractalNoise(3 * x, 3 * y, 3 * z, 3));
      if (Math.hypot(x, z) < 0.045 && y > 0) paint(surface, fromSrgb8(0x5a5a24));
      surface.coat = 0.045;
      surface.roughness = 0.36;
    },
    relief: (x, y, z) => 0.0035 * noise(26 * x, 26 * y, 26 * z),
    reliefStep: 0.008,
  };
  mesh.addSphere(radius, skin, { at, turnDeg: [25, 60 * at[0], 20] }, 64);
}

function addApple(mesh: MeshBuilder, at: Point, scale: number, turnDeg: Point): void {
  const skin: Material = {
    shade: (surface, x, y, z) => {
      const angle = Math.atan2(x, z);
      paint(surface, fromSrgb8(0xd9b53a));
      const streak = fractalNoise(9 * Math.sin(angle), 1.2 * y, 9 * Math.cos(angle), 4);
      blend(surface, fromSrgb8(0xa3141f), smoothstep(-0.25, 0.2, streak + 0.22 + 0.35 * Math.sin(angle + 1)));
      blend(surface, fromSrgb8(0xe8c98c), smoothstep(0.72, 0.8, noise(40 * x, 40 * y, 40 * z)) * 0.6);
      surface.coat = 0.05;
      surface.roughness = 0.15;
    },
  };
  mesh.addRevolved(
    [
      [0.02, -0.3],
      [0.14, -0.36],
      [0.3, -0.26],
      [0.42, 0.02],
      [0.4, 0.22],
      [0.26, 0.34],
      [0.12, 0.31],
      [0.03, 0.2],
    ],
    skin,
    { at, turnDeg, scale },
    64,
  );
  mesh.addBox(
    [0.035, 0.3, 0.035],
    plain(fromSrgb8(0x4a3320)),
    { at: [at[0], at[1] + 0.32 * scale, at[2]], turnDeg },
    0.01,
  );
}

function addLemon(mesh: MeshBuilder, at: Point, turnDeg: Point): void {
  const skin: Material = {
    shade: (surface, x, y, z) => {
      paint(surface, fromSrgb8(0xf0cf24), 1 + 0.14 * fractalNoise(4 * x, 4 * y, 4 * z, 3));
      blend(surface, fromSrgb8(0x9fae2c), smoothstep(0.32, 0.5, Math.abs(y)) * 0.6);
      surface.coat = 0.045;
      surface.roughness = 0.3;
    },
    relief: (x, y, z) => 0.0035 * noise(22 * x, 22 * y, 22 * z),
  };
  mesh.addRevolved(
    [
      [0.0, -0.48],
      [0.06, -0.46],
      [0.12, -0.39],
      [0.27, -0.2],
      [0.3, 0.02],
      [0.26, 0.22],
      [0.11, 0.39],
      [0.07, 0.46],
      [0.0, 0.48],
    ],
    skin,
    { at, turnDeg },
    48,
  );
}

function addGreenPear(mesh: MeshBuilder, at: Point, turnDeg: Point): void {
  const skin: Material = {
    shade: (surface, x, y, z) => {
      paint(surface, fromSrgb8(0x9db23a), 1 + 0.2 * fractalNoise(4 * x, 4 * y, 4 * z, 3));
      blend(surface, fromSrgb8(0x6a5a26), 0.7 * smoothstep(0.5, 0.8, noise(30 * x, 30 * y, 30 * z)));
      surface.coat = 0.04;
      surface.roughness = 0.3;
    },
  };
  mesh.addRevolved(
    [
      [0.0, -0.4],
      [0.2, -0.38],
      [0.37, -0.14],
      [0.33, 0.14],
      [0.19, 0.4],
      [0.13, 0.6],
      [0.0, 0.68],
    ],
    skin,
    { at, turnDeg },
    48,
  );
  mesh.addBox(
    [0.04, 0.34, 0.04],
    plain(fromSrgb8(0x4a3320)),
    { at: [at[0] - 0.38, at[1] + 0.66, at[2] - 0.16], turnDeg },
    0.01,
  );
}
