/** A camera for 35 mm film, of no particular make, and a cartridge with its leader out. */
import { metal, plain } from '../materials';
import type { MeshBuilder } from '../mesh';
import { noise } from '../noise';
import { fromSrgb8, paint, type Material } from '../surface';

const CHROME = metal(fromSrgb8(0xd6d3cc), 0.3);

export function addStillCamera(mesh: MeshBuilder, x: number, z: number, turnDeg: number): void {
  const turn = (turnDeg * Math.PI) / 180;
  /** From the camera's own coordinates (lens along +z, foot at 0) to the scene. */
  const at = (dx: number, y: number, dz: number) =>
    [
      x + dx * Math.cos(turn) + dz * Math.sin(turn),
      y,
      z - dx * Math.sin(turn) + dz * Math.cos(turn),
    ] as const;
  const box = (
    size: readonly [number, number, number],
    place: readonly [number, number, number],
    material: Material,
    bevel: number,
  ) => mesh.addBox(size, material, { at: at(...place), turnDeg: [0, turnDeg, 0] }, bevel);
  const disc = (
    radius: number,
    height: number,
    place: readonly [number, number, number],
    material: Material,
  ) =>
    mesh.addRevolved(
      [
        [0.0, 0],
        [radius - 0.01, 0],
        [radius, 0.01],
        [radius, height - 0.015],
        [radius - 0.015, height],
        [0.0, height],
      ],
      material,
      { at: at(...place), turnDeg: [0, turnDeg, 0] },
      40,
    );

  box([1.5, 0.12, 0.46], [0, 0.06, 0], CHROME, 0.04);
  box([1.52, 0.56, 0.44], [0, 0.38, 0], leatherette(), 0.06);
  box([1.5, 0.2, 0.46], [0, 0.76, 0], CHROME, 0.05);
  box([0.56, 0.2, 0.4], [0, 0.94, 0.02], CHROME, 0.08);
  box([0.2, 0.11, 0.02], [-0.54, 0.77, 0.235], plain(fromSrgb8(0x20242c), 0.08, 0.05), 0.004);
  disc(0.15, 0.13, [0.5, 0.86, 0], CHROME);
  disc(0.06, 0.12, [0.3, 0.86, 0.06], CHROME);
  disc(0.13, 0.1, [-0.52, 0.86, 0], CHROME);
  addLens(mesh, at(0, 0.42, 0.2), turnDeg);
}

/** Rings of the barrel along +z, the front glass with its coating. */
function addLens(mesh: MeshBuilder, at: readonly [number, number, number], turnDeg: number): void {
  const knurled: Material = {
    shade: (surface, x, y, z) => {
      const angle = Math.atan2(x, z);
      const ring = y > 0.22 && y < 0.34;
      const groove = ring && Math.sin(70 * angle) > 0.2 ? 0.45 : 1;
      const marks = y > 0.12 && y < 0.18 && Math.abs(((angle * 6) % 1) - 0.5) < 0.12;
      paint(surface, marks ? fromSrgb8(0xd8b24a) : fromSrgb8(0x1b1b1e), groove);
      surface.coat = 0.04;
      surface.roughness = 0.3;
    },
  };
  const placement = { at, turnDeg: [90, turnDeg, 0] as const };
  mesh.addRevolved(
    [
      [0.46, 0],
      [0.46, 0.1],
      [0.42, 0.11],
      [0.42, 0.2],
      [0.44, 0.21],
      [0.44, 0.36],
      [0.4, 0.38],
      [0.4, 0.48],
      [0.38, 0.5],
      [0.34, 0.49],
      [0.3, 0.42],
    ],
    knurled,
    placement,
    72,
  );
  const coating: Material = {
    shade: (surface, x, _y, z) => {
      const r = Math.hypot(x, z) / 0.31;
      paint(surface, r < 0.5 ? fromSrgb8(0x0c0d16) : fromSrgb8(0x181026));
      surface.coat = 0.09;
      surface.roughness = 0.02;
    },
  };
  mesh.addRevolved(
    [
      [0.31, 0.4],
      [0.24, 0.44],
      [0.12, 0.465],
      [0.0, 0.47],
    ],
    coating,
    placement,
    48,
  );
}

function leatherette(): Material {
  const grain = (x: number, y: number, z: number) =>
    0.5 * noise(48 * x, 48 * y, 48 * z) + 0.5 * noise(90 * x, 90 * y, 90 * z);
  return {
    shade: (surface, x, y, z) => {
      paint(surface, fromSrgb8(0x7a4526), 0.85 + 0.3 * grain(x, y, z));
      surface.coat = 0.03;
      surface.roughness = 0.42;
    },
    relief: (x, y, z) => 0.006 * grain(x, y, z),
    reliefStep: 0.006,
  };
}

/** A cartridge of film standing upright, the perforated leader lying out to its right. */
export function addCartridge(mesh: MeshBuilder, x: number, z: number): void {
  const label: Material = {
    shade: (surface, lx, y, lz) => {
      const angle = Math.atan2(lx, lz);
      paint(surface, fromSrgb8(0x23232a));
      if (y > 0.06 && y < 0.42) paint(surface, fromSrgb8(y > 0.3 ? 0xd8452a : 0xf2b21c));
      if (y > 0.12 && y < 0.24 && Math.abs(angle) < 1 && noise(14 * angle, 0, 7) > -0.1)
        paint(surface, fromSrgb8(0x1c1a18));
      surface.coat = 0.05;
      surface.roughness = 0.2;
    },
  };
  mesh.addRevolved(
    [
      [0, 0],
      [0.12, 0],
      [0.125, 0.02],
      [0.125, 0.45],
      [0.12, 0.47],
      [0.05, 0.47],
      [0.05, 0.52],
      [0, 0.52],
    ],
    label,
    { at: [x, 0, z] },
    48,
  );
  const base: Material = {
    shade: (surface, along, up) => {
      const holes = (up < 0.06 || up > 0.29) && (along * 21) % 1 > 0.45 && up > 0.025 && up < 0.325;
      paint(surface, holes ? fromSrgb8(0x8a5c34) : fromSrgb8(0x3d3433));
      surface.coat = 0.06;
      surface.roughness = 0.18;
    },
  };
  // The leader leaves the slot upright and lies down as it goes.
  mesh.addSheet(
    {
      columns: 40,
      rows: 4,
      point: (u, v) => {
        const lie = 1.25 * u * u;
        const height = 0.35 * v;
        return [
          0.12 + 0.62 * u,
          0.05 * (1 - u) + 0.012 + height * Math.cos(lie),
          0.1 * Math.sin(2.4 * u) - height * Math.sin(lie),
        ];
      },
      texture: (u, v) => [u, 0.35 * v, 0],
    },
    base,
    { at: [x, 0, z], turnDeg: [0, -12, 0] },
  );
}
