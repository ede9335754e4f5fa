/** Triangles of the scene and the shapes they are made of; lengths in decimetres, y up, z toward the camera. */
import type { Material } from './surface';

/** A rigid placement: turn about x, then y, then z (degrees), then move. */
export interface Placement {
  readonly at: readonly [number, number, number];
  readonly turnDeg?: readonly [number, number, number];
  readonly scale?: number;
}

/** A grid of points that is closed to triangles: position and normal in the object's own coordinates. */
export interface Sheet {
  readonly columns: number;
  readonly rows: number;
  /** Point at (u, v) in [0, 1]². */
  readonly point: (u: number, v: number) => readonly [number, number, number];
  /** Texture coordinates at (u, v); the point itself unless given. */
  readonly texture?: (u: number, v: number) => readonly [number, number, number];
}

/** The whole scene as flat lists, three vertices a triangle. */
export class MeshBuilder {
  readonly positions: number[] = [];
  readonly normals: number[] = [];
  readonly texture: number[] = [];
  readonly triangleMaterial: number[] = [];
  readonly trianglePlacement: number[] = [];
  readonly materials: Material[] = [];
  /** Row-major 3×3 rotations, one a placed object: they carry relief from object to scene coordinates. */
  readonly rotations: number[][] = [];

  /** Adds a curved sheet; its normals come from the neighbours on the grid, so that it looks smooth. */
  addSheet(sheet: Sheet, material: Material, placement: Placement): void {
    const { columns, rows, point, texture = point } = sheet;
    const place = this.startObject(material, placement);
    const step = 1e-3;
    const vertex = (i: number, j: number) => {
      const u = i / columns;
      const v = j / rows;
      const du = subtract(point(Math.min(1, u + step), v), point(Math.max(0, u - step), v));
      const dv = subtract(point(u, Math.min(1, v + step)), point(u, Math.max(0, v - step)));
      return { p: point(u, v), n: normalize(cross(du, dv)), t: texture(u, v) };
    };
    const rowOf = (j: number) => Array.from({ length: columns + 1 }, (_, i) => vertex(i, j));
    let lower = rowOf(0);
    for (let j = 0; j < rows; j++) {
      const upper = rowOf(j + 1);
      for (let i = 0; i < columns; i++) {
        place(lower[i], lower[i + 1], upper[i + 1]);
        place(lower[i], upper[i + 1], upper[i]);
      }
      lower = upper;
    }
  }

  /** Adds a surface of revolution about y. The profile goes from the lower to the upper end; texture is the local point. */
  addRevolved(
    profile: readonly (readonly [radius: number, y: number])[],
    material: Material,
    placement: Placement,
    columns = 64,
  ): void {
    const rows = (profile.length - 1) * 4;
    this.addSheet(
      {
        columns,
        rows,
        point: (u, v) => {
          const [radius, y] = alongProfile(profile, v);
          const angle = 2 * Math.PI * u;
          return [radius * Math.sin(angle), y, radius * Math.cos(angle)];
        },
      },
      material,
      placement,
    );
  }

  addSphere(radius: number, material: Material, placement: Placement, segments = 48): void {
    this.addSheet(
      {
        columns: segments,
        rows: segments / 2,
        point: (u, v) => {
          // The poles are kept open by a hair: the normal there comes from the neighbours.
          const polar = Math.PI * (1e-3 + (1 - 2e-3) * v);
          const angle = 2 * Math.PI * u;
          const ring = radius * Math.sin(polar);
          return [ring * Math.sin(angle), -radius * Math.cos(polar), ring * Math.cos(angle)];
        },
      },
      material,
      placement,
    );
  }

  /** Adds a box about its center whose edges are broken by a small bevel, for the light to catch. */
  addBox(
    size: readonly [number, number, number],
    material: Material,
    placement: Placement,
    bevel = 0.02,
  ): void {
    const place = this.startObject(material, placement);
    const half = [size[0] / 2, size[1] / 2, size[2] / 2];
    const inner = half.map((h) => h - Math.min(bevel, 0.45 * h));
    // A corner belongs to three faces; its point on the face of an axis is pushed out along that axis alone.
    const corner = (signs: readonly number[], axis: number) => {
      const p = signs.map((sign, a) => sign * (a === axis ? half[a] : inner[a])) as [number, number, number];
      const n = signs.map((sign, a) => (a === axis ? sign : 0)) as [number, number, number];
      return { p, n, t: p };
    };
    const signsOf = (axis: number, s: number, u: number, v: number) => {
      const signs = [0, 0, 0];
      signs[axis] = s;
      signs[(axis + 1) % 3] = u;
      signs[(axis + 2) % 3] = v;
      return signs;
    };
    for (let axis = 0; axis < 3; axis++) {
      const next = (axis + 1) % 3;
      for (const s of [-1, 1]) {
        const [a, b, c, d] = (
          [
            [-1, -1],
            [1, -1],
            [1, 1],
            [-1, 1],
          ] as const
        ).map(([u, v]) => corner(signsOf(axis, s, u, v), axis));
        place(a, b, c);
        place(a, c, d);
        // The bevel between this face and the next one, along both signs of the third axis.
        for (const u of [-1, 1]) {
          const e = corner(signsOf(axis, s, u, -1), axis);
          const f = corner(signsOf(axis, s, u, 1), axis);
          const g = corner(signsOf(axis, s, u, 1), next);
          const h = corner(signsOf(axis, s, u, -1), next);
          place(e, f, g);
          place(e, g, h);
        }
      }
    }
    for (const x of [-1, 1]) {
      for (const y of [-1, 1]) {
        for (const z of [-1, 1]) place(corner([x, y, z], 0), corner([x, y, z], 1), corner([x, y, z], 2));
      }
    }
  }

  private startObject(material: Material, placement: Placement) {
    let materialIndex = this.materials.indexOf(material);
    if (materialIndex < 0) materialIndex = this.materials.push(material) - 1;
    const rotation = rotationMatrix(placement.turnDeg ?? [0, 0, 0]);
    const placementIndex = this.rotations.push(rotation) - 1;
    const scale = placement.scale ?? 1;
    return (...corners: { p: Vector; n: Vector; t: Vector }[]) => {
      for (const { p, n, t } of corners) {
        const q = rotate(rotation, p);
        for (let c = 0; c < 3; c++) this.positions.push(scale * q[c] + placement.at[c]);
        this.normals.push(...rotate(rotation, n));
        this.texture.push(...t);
      }
      this.triangleMaterial.push(materialIndex);
      this.trianglePlacement.push(placementIndex);
    };
  }
}

type Vector = readonly [number, number, number];

/** Where a placement takes a point of an object. */
export function placePoint({ at, turnDeg = [0, 0, 0], scale = 1 }: Placement, point: Vector): Vector {
  const [x, y, z] = rotate(rotationMatrix(turnDeg), point);
  return [scale * x + at[0], scale * y + at[1], scale * z + at[2]];
}

/** A point of a polyline that is rounded by Catmull–Rom splines; repeated points make a sharp edge. */
function alongProfile(profile: readonly (readonly [number, number])[], v: number): [number, number] {
  const last = profile.length - 1;
  const position = v * last;
  const i = Math.min(last - 1, Math.floor(position));
  const t = position - i;
  const before = profile[Math.max(0, i - 1)];
  const after = profile[Math.min(last, i + 2)];
  const at = (k: 0 | 1) => {
    const a = profile[i][k];
    const b = profile[i + 1][k];
    const inner = 0.5 * (b - before[k]);
    const outer = 0.5 * (after[k] - a);
    return a + t * (inner + t * (3 * (b - a) - 2 * inner - outer + t * (inner + outer - 2 * (b - a))));
  };
  return [Math.max(1e-4, at(0)), at(1)];
}

function rotationMatrix([x, y, z]: Vector): number[] {
  const [a, b, c] = [x, y, z].map((degrees) => (degrees * Math.PI) / 180);
  const [sa, ca, sb, cb, sc, cc] = [
    Math.sin(a),
    Math.cos(a),
    Math.sin(b),
    Math.cos(b),
    Math.sin(c),
    Math.cos(c),
  ];
  return [
    cc * cb,
    cc * sb * sa - sc * ca,
    cc * sb * ca + sc * sa,
    sc * cb,
    sc * sb * sa + cc * ca,
    sc * sb * ca - cc * sa,
    -sb,
    cb * sa,
    cb * ca,
  ];
}

function rotate(m: readonly number[], [x, y, z]: Vector): Vector {
  return [m[0] * x + m[1] * y + m[2] * z, m[3] * x + m[4] * y + m[5] * z, m[6] * x + m[7] * y + m[8] * z];
}

function subtract(a: Vector, b: Vector): Vector {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function normalize(v: Vector): Vector {
  const length = Math.hypot(...v) || 1;
  return [v[0] / length, v[1] / length, v[2] / length];
}
