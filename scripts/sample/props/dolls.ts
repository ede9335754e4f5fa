/** Three turned wooden dolls with painted faces: skin tones from light to deep. */
import type { MeshBuilder } from '../mesh';
import { fractalNoise, smoothstep } from '../noise';
import { blend, fromSrgb8, paint, type Color, type Material } from '../surface';

interface Doll {
  readonly skin: number;
  readonly blush: number;
  readonly hair: number;
  readonly robe: number;
  readonly pattern: number;
  readonly sash: number;
}

const DOLLS: readonly Doll[] = [
  { skin: 0xe9bf9f, blush: 0xd9826e, hair: 0x6b3d20, robe: 0x2d5fa8, pattern: 0xf1e7d0, sash: 0xd8a531 },
  { skin: 0xc68e66, blush: 0xb05f48, hair: 0x241914, robe: 0xb8232f, pattern: 0xf0d9a8, sash: 0x1d6a5b },
  { skin: 0x7d4f36, blush: 0x7a3a2e, hair: 0x15110f, robe: 0xe2b33c, pattern: 0x1f6f78, sash: 0xb5382f },
];

const HEAD_Y = 1.28;
const HEAD_RADIUS = 0.36;

/** Adds the doll of the given number (0 light, 1 medium, 2 deep skin), standing on the table. */
export function addDoll(
  mesh: MeshBuilder,
  number: 0 | 1 | 2,
  x: number,
  z: number,
  turnDeg: number,
  scale: number,
): void {
  const doll = DOLLS[number];
  const placement = { at: [x, 0, z] as const, turnDeg: [0, turnDeg, 0] as const, scale };
  mesh.addRevolved(
    [
      [0.0, 0.0],
      [0.38, 0.0],
      [0.4, 0.03],
      [0.42, 0.25],
      [0.39, 0.55],
      [0.31, 0.82],
      [0.2, 0.97],
      [0.16, 1.04],
    ],
    robe(doll),
    placement,
  );
  mesh.addSphere(HEAD_RADIUS, head(doll), { ...placement, at: [x, HEAD_Y * scale, z] }, 64);
  // A bun on top.
  mesh.addSphere(
    0.15,
    hairOnly(doll),
    { ...placement, at: [x, (HEAD_Y + HEAD_RADIUS + 0.06) * scale, z] },
    32,
  );
}

function varnish(surface: Parameters<Material['shade']>[0]): void {
  surface.coat = 0.04;
  surface.roughness = 0.22;
}

function hairOnly({ hair }: Doll): Material {
  return {
    shade: (surface, x, y, z) => {
      paint(surface, fromSrgb8(hair), 1 + 0.5 * fractalNoise(14 * x, 3 * y, 14 * z, 3));
      varnish(surface);
    },
  };
}

/** The face looks along +z. Coordinates on it: x and y over the radius of the head. */
function head({ skin, blush, hair }: Doll): Material {
  const colors = {
    skin: fromSrgb8(skin),
    blush: fromSrgb8(blush),
    hair: fromSrgb8(hair),
    ink: fromSrgb8(0x1c1411),
  };
  const lips = fromSrgb8(0xb23a3a);
  return {
    shade: (surface, x, y, z) => {
      const [u, v] = [x / HEAD_RADIUS, y / HEAD_RADIUS];
      paint(surface, colors.skin, 1 + 0.03 * fractalNoise(6 * x, 6 * y, 6 * z, 3));
      for (const side of [-1, 1]) {
        const cheek = Math.hypot((u - side * 0.48) / 1.1, v + 0.26);
        if (z > 0) blend(surface, colors.blush, 0.55 * (1 - smoothstep(0.04, 0.26, cheek)));
        const eye = Math.hypot(u - side * 0.31, v + 0.02);
        // A closed lid: an arc of a circle about the eye, and a brow above.
        if (z > 0 && Math.abs(eye - 0.14) < 0.022 && v < -0.02) paint(surface, colors.ink);
        const brow = Math.hypot(u - side * 0.3, v + 0.12);
        if (z > 0 && Math.abs(brow - 0.42) < 0.018 && Math.abs(u - side * 0.3) < 0.16 && v > 0)
          blend(surface, colors.hair, 0.8);
      }
      if (z > 0 && Math.hypot(u / 1.5, v + 0.45) < 0.05) paint(surface, lips);
      if (z > 0 && Math.hypot(u * 1.6, v + 0.22) < 0.028) blend(surface, colors.blush, 0.6);
      // The hair line: a fringe with a part over the brow, down to the neck behind.
      const fringe = 0.42 + 0.16 * Math.cos(3.2 * u) - 0.5 * u * u;
      if (z < -0.02 || Math.abs(u) > 0.86 || (v > fringe && z > -0.02)) {
        paint(
          surface,
          colors.hair,
          1 + 0.5 * Math.sin(60 * u + 3 * fractalNoise(5 * x, 5 * y, 5 * z, 2)) * 0.35,
        );
      }
      varnish(surface);
    },
  };
}

/** A robe with flowers, a crossed collar that shows the neck, a sash. */
function robe({ robe: robeColor, pattern, sash, skin }: Doll): Material {
  const colors: Record<'robe' | 'pattern' | 'sash' | 'skin', Color> = {
    robe: fromSrgb8(robeColor),
    pattern: fromSrgb8(pattern),
    sash: fromSrgb8(sash),
    skin: fromSrgb8(skin),
  };
  return {
    shade: (surface, x, y, z) => {
      const angle = Math.atan2(x, z);
      paint(surface, colors.robe, 1 + 0.1 * fractalNoise(5 * x, 5 * y, 5 * z, 3));
      const row = Math.floor(y / 0.17);
      const turn = angle / 0.55 + (row & 1) * 0.5;
      const cell = turn - Math.floor(turn) - 0.5;
      const height = y / 0.17 - row - 0.5;
      const petal = Math.hypot(1.25 * cell, height);
      if (petal < 0.3 + 0.09 * Math.cos(5 * Math.atan2(height, cell))) paint(surface, colors.pattern);
      if (petal < 0.1) paint(surface, colors.sash);
      if (y > 0.5 && y < 0.68) {
        paint(surface, colors.sash, y < 0.52 || y > 0.66 ? 0.6 : 1);
        if (Math.abs(y - 0.59) < 0.02) blend(surface, colors.pattern, 0.8);
      }
      if (z > 0 && y > 0.68) {
        const collar = Math.abs(angle) - 1.9 * (y - 0.72);
        if (collar < 0) paint(surface, colors.skin);
        else if (collar < 0.16) paint(surface, colors.pattern);
      }
      varnish(surface);
    },
  };
}
