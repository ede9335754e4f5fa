/** Books with cloth covers and stamped spines. */
import type { MeshBuilder } from '../mesh';
import { fractalNoise, noise } from '../noise';
import { hash } from '../random';
import { blend, fromSrgb8, paint, type Color, type Material } from '../surface';

interface Book {
  readonly color: number;
  readonly stamp: number;
  /** Thickness, height and depth in decimetres. */
  readonly size: readonly [number, number, number];
}

const STANDING: readonly Book[] = [
  { color: 0xb3202c, stamp: 0xe8c877, size: [0.36, 2.2, 1.5] },
  { color: 0x1f4e8c, stamp: 0xe9e2cf, size: [0.3, 2.0, 1.45] },
  { color: 0xe0a020, stamp: 0x2b2118, size: [0.42, 2.35, 1.6] },
  { color: 0x24704a, stamp: 0xe8c877, size: [0.28, 1.9, 1.4] },
  { color: 0x5b2a6e, stamp: 0xe3cfa0, size: [0.34, 2.15, 1.5] },
  { color: 0xd9d2bf, stamp: 0xa02c2c, size: [0.26, 2.25, 1.5] },
  { color: 0x0f7c86, stamp: 0xf0e4c4, size: [0.38, 1.95, 1.45] },
  { color: 0xd65a1e, stamp: 0x33221a, size: [0.3, 2.1, 1.5] },
];

/** A row of standing books from `left` on, the last one leaning; spines toward the camera. */
export function addStandingBooks(mesh: MeshBuilder, left: number, z: number): void {
  let x = left;
  STANDING.forEach((book, i) => {
    const [thickness, height, depth] = book.size;
    const last = i === STANDING.length - 1;
    const leanDeg = last ? 11 : 0;
    const lean = (leanDeg * Math.PI) / 180;
    const at = last
      ? ([
          x + 0.5 * height * Math.sin(lean) + 0.5 * thickness,
          0.5 * height * Math.cos(lean) + 0.03,
          z - depth / 2,
        ] as const)
      : ([x + thickness / 2, height / 2, z - depth / 2 - 0.08 * hash(i, 31)] as const);
    addBook(mesh, book, { at, turnDeg: [0, 0, leanDeg] }, i);
    x += thickness + 0.012;
  });
}

function addBook(
  mesh: MeshBuilder,
  { color, stamp, size }: Book,
  placement: Parameters<MeshBuilder['addBox']>[2],
  id: number,
): void {
  const [thickness, height, depth] = size;
  const pages: Material = {
    shade: (surface, x, _y, z) => {
      paint(surface, fromSrgb8(0xe6dcc3), 0.85 + 0.2 * noise(140 * x, 1, 2 * z));
    },
  };
  mesh.addBox([thickness - 0.05, height - 0.08, depth - 0.06], pages, placement, 0.004);
  const cover = clothCover(fromSrgb8(color), fromSrgb8(stamp), size, id);
  // Two boards and the spine; the placement turns about the book's center, so each part is a sheet of its own texture.
  const { at, turnDeg = [0, 0, 0] } = placement;
  const part = (box: readonly [number, number, number], offset: readonly [number, number, number]) =>
    mesh.addBox(box, cover, { at: shifted(at, offset, turnDeg), turnDeg }, 0.012);
  part([0.03, height, depth], [-(thickness - 0.03) / 2, 0, 0]);
  part([0.03, height, depth], [(thickness - 0.03) / 2, 0, 0]);
  part([thickness, height, 0.035], [0, 0, depth / 2 - 0.0175]);
}

function shifted(at: Color, [x, y, z]: Color, [, turnY, turnZ]: Color): Color {
  const [b, c] = [(turnY * Math.PI) / 180, (turnZ * Math.PI) / 180];
  // Same order of turns as in the mesh: about y first, then z.
  const [x1, z1] = [x * Math.cos(b) + z * Math.sin(b), -x * Math.sin(b) + z * Math.cos(b)];
  return [at[0] + x1 * Math.cos(c) - y * Math.sin(c), at[1] + x1 * Math.sin(c) + y * Math.cos(c), at[2] + z1];
}

/** Woven cloth, with bands, a title of several "words" and a mark at the foot stamped on the spine. */
function clothCover(
  color: Color,
  stamp: Color,
  [thickness, height]: readonly [number, number, number],
  id: number,
): Material {
  const stamped = (x: number, y: number) => {
    const v = y / height + 0.5;
    const across = Math.abs(x) / (thickness / 2);
    if (across > 0.86) return 0;
    for (const band of [0.07, 0.1, 0.86, 0.9]) if (Math.abs(v - band) < 0.006) return 1;
    if (v > 0.3 && v < 0.78 && across < 0.3) {
      const letter = Math.floor(v * height * 11);
      return hash(letter, id) < 0.24 ? 0 : smoothLetter(v * height * 11 - letter, x, letter + 50 * id);
    }
    return across < 0.35 && Math.abs(v - 0.17) < 0.03 ? 1 : 0;
  };
  return {
    shade: (surface, x, y, z) => {
      const weave =
        0.06 * Math.sin(150 * x) * Math.sin(150 * y) + 0.16 * fractalNoise(5 * x + id, 5 * y, 5 * z, 4);
      paint(surface, color, 1 + weave);
      surface.coat = 0.02;
      surface.roughness = 0.6;
      if (z > 0 && z < 0.03 && stamped(x, y) > 0) {
        blend(surface, stamp, 0.92);
        surface.coat = 0.06;
        surface.roughness = 0.35;
      }
    },
    relief: (x, y, z) => 0.002 * noise(45 * x, 45 * y, 45 * z),
  };
}

/** Strokes that read as a letter from afar. */
function smoothLetter(t: number, x: number, id: number): number {
  if (t < 0.12 || t > 0.88) return 0;
  const stroke = Math.floor(3 * hash(id, 2));
  if (stroke === 0) return t < 0.34 || t > 0.66 ? 1 : 0;
  if (stroke === 1) return Math.abs(x) > 0.025 ? 1 : t < 0.3 ? 1 : 0;
  return Math.abs(t - 0.5) < 0.14 || Math.abs(x) > 0.03 ? 1 : 0;
}
