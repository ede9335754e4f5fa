/** A plant in a clay pot: leaves on arching stems, light coming through them. */
import { terracotta } from '../materials';
import type { MeshBuilder } from '../mesh';
import { fractalNoise, noise, smoothstep } from '../noise';
import { createRandom } from '../random';
import { blend, fromSrgb8, paint, type Material } from '../surface';
import { plain } from '../materials';

export function addPlant(mesh: MeshBuilder, x: number, z: number, seed: number): void {
  mesh.addRevolved(
    [
      [0.5, 0],
      [0.52, 0.02],
      [0.68, 0.8],
      [0.7, 0.82],
      [0.78, 0.84],
      [0.8, 1.1],
      [0.74, 1.12],
      [0.7, 0.98],
      [0.02, 0.96],
    ],
    terracotta(),
    { at: [x, 0, z] },
  );
  const soil: Material = {
    shade: (surface, sx, _y, sz) => paint(surface, fromSrgb8(0x3a281b), 1 + 0.8 * noise(30 * sx, 0, 30 * sz)),
  };
  mesh.addSphere(0.69, soil, { at: [x, 0.4, z] }, 24);
  const random = createRandom(seed);
  const stem = plain(fromSrgb8(0x56702f));
  const count = 40;
  for (let i = 0; i < count; i++) {
    const share = i / (count - 1);
    const azimuth = 137.5 * i + 30 * (random() - 0.5);
    // The oldest leaves hang outward, the youngest stand up in the middle.
    const reach = (0.25 + 0.95 * (1 - share)) * (0.8 + 0.4 * random());
    const rise = 0.45 + 1.75 * share ** 0.8 + 0.3 * (random() - 0.5);
    const size = (0.75 + 0.5 * (1 - Math.abs(share - 0.45))) * (0.85 + 0.3 * random());
    const turn = (azimuth * Math.PI) / 180;
    const tip = [x + reach * Math.sin(turn), 1 + rise, z + reach * Math.cos(turn) * 0.8] as const;
    addStem(mesh, [x + 0.15 * Math.sin(turn), 0.95, z + 0.15 * Math.cos(turn)], tip, stem);
    const pitch = -50 + 75 * (1 - share) + 24 * (random() - 0.5);
    mesh.addSheet(leafShape(size, random()), leaf(i), { at: tip, turnDeg: [pitch, azimuth, 0] });
  }
}

/** An ovate leaf along +z from its stalk, folded along the midrib, its tip bending down. */
function leafShape(length: number, ripple: number) {
  const point = (u: number, v: number) => {
    const side = 2 * u - 1;
    const width = 0.36 * length * Math.sin(Math.PI * v ** 0.72) ** 0.85 * (1 - 0.35 * v);
    const wave = 0.035 * length * Math.sin(11 * v + 9 * ripple) * side * side;
    const y = 0.1 * length * Math.abs(side) * Math.sin(Math.PI * v) - 0.4 * length * v * v + wave;
    return [side * width, y, length * v] as const;
  };
  return { columns: 8, rows: 14, point, texture: (u: number, v: number) => [2 * u - 1, v, ripple] as const };
}

function leaf(index: number): Material {
  const deep = fromSrgb8(index % 5 === 0 ? 0x6f8f34 : 0x3f7032);
  const light = fromSrgb8(0xa5bd62);
  const vein = (side: number, along: number) => {
    const ribs = Math.abs(((((along * 9 - Math.abs(side) * 2.2) % 1) + 1) % 1) - 0.5);
    return Math.max(1 - smoothstep(0.015, 0.05, Math.abs(side)), 0.55 * (1 - smoothstep(0.03, 0.1, ribs)));
  };
  return {
    shade: (surface, side, along, ripple) => {
      paint(surface, deep, 1 + 0.45 * fractalNoise(3 * side, 7 * along, 20 * ripple, 3));
      blend(surface, light, 0.6 * vein(side, along));
      surface.translucency = 0.38;
      surface.coat = 0.035;
      surface.roughness = 0.45;
    },
  };
}

function addStem(
  mesh: MeshBuilder,
  from: readonly [number, number, number],
  to: readonly [number, number, number],
  material: Material,
): void {
  const radius = 0.022;
  const point = (u: number, v: number) => {
    const bow = 1.9 * v - 0.9 * v * v;
    const angle = 2 * Math.PI * u;
    return [
      from[0] + (to[0] - from[0]) * v * v + radius * Math.sin(angle),
      from[1] + (to[1] - from[1]) * bow,
      from[2] + (to[2] - from[2]) * v * v + radius * Math.cos(angle),
    ] as const;
  };
  mesh.addSheet({ columns: 6, rows: 8, point }, material, { at: [0, 0, 0] });
}
