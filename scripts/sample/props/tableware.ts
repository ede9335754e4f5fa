/** The lamp, the bottle, the mug and the striped cloth. */
import { glass, metal, plain } from '../materials';
import type { MeshBuilder } from '../mesh';
import { fractalNoise, noise } from '../noise';
import { fromSrgb8, paint, type Color, type Material } from '../surface';

export interface Lamp {
  readonly center: readonly [number, number, number];
  readonly radius: number;
}

/** A frosted globe on a brass stem with a green glazed foot. Returns where the light is. */
export function addLamp(mesh: MeshBuilder, x: number, z: number, radiance: Color): Lamp {
  const brass = metal(fromSrgb8(0xc79a4b), 0.28);
  const glaze: Material = {
    shade: (surface, lx, y, lz) => {
      paint(surface, fromSrgb8(0x1d6b62), 1 + 0.5 * fractalNoise(2.2 * lx, 4 * y, 2.2 * lz, 4));
      surface.coat = 0.06;
      surface.roughness = 0.1;
    },
  };
  mesh.addRevolved(
    [
      [0, 0],
      [0.5, 0],
      [0.52, 0.03],
      [0.5, 0.1],
      [0.3, 0.3],
      [0.34, 0.55],
      [0.5, 0.95],
      [0.5, 1.3],
      [0.3, 1.62],
      [0.15, 1.75],
      [0.13, 1.85],
    ],
    glaze,
    { at: [x, 0, z] },
    72,
  );
  mesh.addRevolved(
    [
      [0.15, 1.83],
      [0.15, 1.9],
      [0.05, 1.93],
      [0.05, 2.32],
      [0.2, 2.36],
      [0.22, 2.5],
      [0.16, 2.52],
    ],
    brass,
    { at: [x, 0, z] },
    40,
  );
  const lamp = { center: [x, 2.92, z] as const, radius: 0.44 };
  mesh.addSphere(lamp.radius, frostedGlobe(lamp.radius, radiance), { at: lamp.center }, 64);
  return lamp;
}

/** The bulb inside shows through the frosted glass: brighter in the middle, as the camera sees it, and warm at the rim. */
function frostedGlobe(radius: number, radiance: Color): Material {
  return {
    shadowTransmission: 1,
    shade: (surface, _x, y, z) => {
      const middle = Math.max(0, z / radius) ** 3 * (1 - 0.25 * (y / radius + 0.2) ** 2);
      paint(surface, [0, 0, 0]);
      surface.emissionR = radiance[0] * (0.1 + 0.55 * middle);
      surface.emissionG = radiance[1] * (0.085 + 0.565 * middle);
      surface.emissionB = radiance[2] * (0.06 + 0.6 * middle);
    },
  };
}

export function addBottle(mesh: MeshBuilder, x: number, z: number): void {
  mesh.addRevolved(
    [
      [0, 0.02],
      [0.36, 0.02],
      [0.4, 0.06],
      [0.4, 1.5],
      [0.38, 1.7],
      [0.2, 2.02],
      [0.14, 2.2],
      [0.135, 2.72],
      [0.16, 2.73],
      [0.16, 2.8],
      [0.13, 2.82],
    ],
    glass([0.42, 0.72, 0.36]),
    { at: [x, 0, z] },
    72,
  );
  mesh.addRevolved(
    [
      [0.12, 2.66],
      [0.125, 2.8],
      [0.13, 2.96],
      [0, 2.98],
    ],
    plain(fromSrgb8(0xb98d5e)),
    { at: [x, 0, z] },
    32,
  );
  const label: Material = {
    shade: (surface, lx, y, lz) => {
      const angle = Math.atan2(lx, lz);
      paint(surface, fromSrgb8(0xe8dfc6), 1 + 0.06 * fractalNoise(8 * lx, 8 * y, 8 * lz, 3));
      const border = y < 0.53 || y > 1.17;
      if (border || (y > 0.95 && y < 1.05 && Math.abs(angle) < 0.7 && noise(22 * angle, 0, 2) > -0.2))
        paint(surface, fromSrgb8(0x8f2430));
      if (y > 0.62 && y < 0.86 && Math.abs(angle) < 0.42 && noise(9 * angle, 9 * y, 5) > 0)
        paint(surface, fromSrgb8(0x3c4a34));
    },
  };
  const arc = (u: number, v: number) => {
    const angle = -1.25 + 2.5 * u;
    return [0.406 * Math.sin(angle), 0.48 + 0.74 * v, 0.406 * Math.cos(angle)] as const;
  };
  mesh.addSheet({ columns: 32, rows: 1, point: arc }, label, { at: [x, 0, z], turnDeg: [0, 8, 0] });
}

export function addMug(mesh: MeshBuilder, x: number, z: number): void {
  const enamel: Material = {
    shade: (surface, lx, y, lz) => {
      paint(
        surface,
        fromSrgb8(y > 0.82 ? 0x20305a : 0x3f7fb5),
        1 + 0.05 * fractalNoise(4 * lx, 4 * y, 4 * lz, 3),
      );
      if (noise(26 * lx, 26 * y, 26 * lz) > 0.72 && y < 0.8) paint(surface, fromSrgb8(0xdfe6ea));
      surface.coat = 0.05;
      surface.roughness = 0.14;
    },
  };
  mesh.addRevolved(
    [
      [0, 0],
      [0.36, 0],
      [0.4, 0.03],
      [0.42, 0.84],
      [0.44, 0.87],
      [0.41, 0.87],
      [0.39, 0.8],
      [0.37, 0.1],
      [0, 0.08],
    ],
    enamel,
    { at: [x, 0, z] },
    64,
  );
  const point = (u: number, v: number) => {
    const along = Math.PI * (v - 0.5);
    const round = 2 * Math.PI * u;
    const ring = 0.26 + 0.05 * Math.cos(round);
    return [
      0.4 + ring * Math.cos(along),
      0.46 + 1.05 * ring * Math.sin(along),
      0.06 * Math.sin(round),
    ] as const;
  };
  mesh.addSheet({ columns: 16, rows: 24, point }, enamel, { at: [x, 0, z], turnDeg: [0, -30, 0] });
}

/** A linen cloth with stripes, lying in soft folds. */
export function addCloth(mesh: MeshBuilder, x: number, z: number, turnDeg: number): void {
  const [width, length] = [3.7, 2.9];
  const fold = (s: number, t: number) => {
    const wave =
      0.045 * fractalNoise(0.9 * s, 1, 0.9 * t, 3) + 0.05 * Math.max(0, Math.sin(2.1 * s + 0.8 * t)) ** 3;
    const edge = Math.min(1, Math.min(s, width - s, t, length - t) / 0.35);
    return 0.014 + (0.03 + wave) * (0.35 + 0.65 * edge) * 0.9;
  };
  mesh.addSheet(
    {
      columns: 150,
      rows: 120,
      point: (u, v) => {
        const [s, t] = [u * width, v * length];
        return [
          s - width / 2 + 0.04 * Math.sin(3 * t),
          fold(s, t),
          t - length / 2 + 0.03 * Math.sin(2.6 * s),
        ];
      },
      texture: (u, v) => [u * width, 0, v * length],
    },
    linen(width),
    { at: [x, 0, z], turnDeg: [0, turnDeg, 0] },
  );
}

function linen(width: number): Material {
  const ground = fromSrgb8(0xded3bd);
  const red = fromSrgb8(0xb13a33);
  const blue = fromSrgb8(0x33558c);
  const weave = (s: number, t: number) =>
    0.5 * Math.sin(120 * s) * Math.sin(120 * t) +
    0.6 * noise(60 * s, 3, 9 * t) +
    0.6 * noise(9 * s, 5, 60 * t);
  return {
    shade: (surface, s, _y, t) => {
      const fromEdge = Math.min(s, width - s);
      const stripe = (fromEdge > 0.28 && fromEdge < 0.5) || (fromEdge > 0.56 && fromEdge < 0.6);
      const fine = Math.abs(((s * 1.15) % 1) - 0.5) < 0.035;
      paint(surface, stripe ? red : fine ? blue : ground, 1 + 0.13 * weave(s, t));
    },
    relief: (s, _y, t) => 0.002 * weave(s, t),
    reliefStep: 0.006,
  };
}
