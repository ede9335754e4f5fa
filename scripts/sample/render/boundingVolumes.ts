/**
 * Rays against triangles through a tree of boxes, split by the surface area heuristic in 12 bins (Wald, On Fast Construction of
 * SAH-based Bounding Volume Hierarchies, 2007); triangles by Möller and Trumbore (Fast, Minimum Storage Ray/Triangle
 * Intersection, 1997).
 */
const BINS = 12;
const LEAF_SIZE = 3;

/** The tree, with the last hit in its own fields so that no ray allocates. */
export class BoundingVolumes {
  /** Distance of the last hit, its triangle, and its weights of the second and third vertex. */
  distance = 0;
  triangle = -1;
  weightB = 0;
  weightC = 0;

  private readonly bounds: Float64Array;
  private readonly first: Int32Array;
  private readonly count: Int32Array;
  private readonly order: Int32Array;
  /** First vertex and two edges a triangle, in the order of the leaves. */
  private readonly corners: Float64Array;
  private readonly stack = new Int32Array(128);
  /** Where the ray enters each box on the stack. */
  private readonly entries = new Float64Array(128);
  private nodes = 1;

  constructor(
    positions: ArrayLike<number>,
    private readonly transmission: Float64Array,
  ) {
    const triangles = positions.length / 9;
    this.bounds = new Float64Array(12 * triangles);
    this.first = new Int32Array(2 * triangles);
    this.count = new Int32Array(2 * triangles);
    this.order = Int32Array.from({ length: triangles }, (_, i) => i);
    const boxes = triangleBoxes(positions, triangles);
    this.split(0, 0, triangles, boxes);
    this.corners = new Float64Array(9 * triangles);
    for (let k = 0; k < triangles; k++) {
      const from = 9 * this.order[k];
      for (let c = 0; c < 3; c++) {
        const a = positions[from + c];
        this.corners[9 * k + c] = a;
        this.corners[9 * k + 3 + c] = positions[from + 3 + c] - a;
        this.corners[9 * k + 6 + c] = positions[from + 6 + c] - a;
      }
    }
  }

  /** Finds the nearest triangle before `limit`; true when there is one. */
  intersect(
    ox: number,
    oy: number,
    oz: number,
    dx: number,
    dy: number,
    dz: number,
    limit = Infinity,
  ): boolean {
    this.distance = limit;
    this.triangle = -1;
    this.traverse(ox, oy, oz, dx, dy, dz, false);
    return this.triangle >= 0;
  }

  /** Share of light that comes through between the origin and `limit`: 0 behind anything opaque. */
  transmitted(ox: number, oy: number, oz: number, dx: number, dy: number, dz: number, limit: number): number {
    this.distance = limit;
    return this.traverse(ox, oy, oz, dx, dy, dz, true);
  }

  private traverse(
    ox: number,
    oy: number,
    oz: number,
    dx: number,
    dy: number,
    dz: number,
    any: boolean,
  ): number {
    const { bounds, first, count, stack, entries, corners, order, transmission } = this;
    const ix = 1 / dx;
    const iy = 1 / dy;
    const iz = 1 / dz;
    let through = 1;
    let depth = 0;
    stack[depth++] = 0;
    entries[0] = -Infinity;
    while (depth > 0) {
      const node = stack[--depth];
      if (entries[depth] >= this.distance) continue;
      if (count[node] === 0) {
        let near = first[node];
        let far = near + 1;
        let nearEntry = entry(bounds, 6 * near, ox, oy, oz, ix, iy, iz);
        let farEntry = entry(bounds, 6 * far, ox, oy, oz, ix, iy, iz);
        if (farEntry < nearEntry) {
          far = near++;
          const swapped = nearEntry;
          nearEntry = farEntry;
          farEntry = swapped;
        }
        if (farEntry < this.distance) {
          entries[depth] = farEntry;
          stack[depth++] = far;
        }
        if (nearEntry < this.distance) {
          entries[depth] = nearEntry;
          stack[depth++] = near;
        }
        continue;
      }
      for (let k = first[node], end = k + count[node]; k < end; k++) {
        const o = 9 * k;
        const e1x = corners[o + 3];
        const e1y = corners[o + 4];
        const e1z = corners[o + 5];
        const e2x = corners[o + 6];
        const e2y = corners[o + 7];
        const e2z = corners[o + 8];
        const px = dy * e2z - dz * e2y;
        const py = dz * e2x - dx * e2z;
        const pz = dx * e2y - dy * e2x;
        const determinant = e1x * px + e1y * py + e1z * pz;
        if (determinant > -1e-14 && determinant < 1e-14) continue;
        const inverse = 1 / determinant;
        const tx = ox - corners[o];
        const ty = oy - corners[o + 1];
        const tz = oz - corners[o + 2];
        const u = (tx * px + ty * py + tz * pz) * inverse;
        if (u < 0 || u > 1) continue;
        const qx = ty * e1z - tz * e1y;
        const qy = tz * e1x - tx * e1z;
        const qz = tx * e1y - ty * e1x;
        const v = (dx * qx + dy * qy + dz * qz) * inverse;
        if (v < 0 || u + v > 1) continue;
        const t = (e2x * qx + e2y * qy + e2z * qz) * inverse;
        if (t <= 1e-5 || t >= this.distance) continue;
        if (any) {
          through *= transmission[order[k]];
          if (through === 0) return 0;
        } else {
          this.distance = t;
          this.triangle = order[k];
          this.weightB = u;
          this.weightC = v;
        }
      }
    }
    return through;
  }

  private split(node: number, from: number, to: number, boxes: Float64Array): void {
    const { bounds, order } = this;
    const middle = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity];
    const b = 6 * node;
    for (let c = 0; c < 3; c++) {
      bounds[b + c] = Infinity;
      bounds[b + 3 + c] = -Infinity;
    }
    for (let k = from; k < to; k++) {
      const t = 6 * order[k];
      for (let c = 0; c < 3; c++) {
        bounds[b + c] = Math.min(bounds[b + c], boxes[t + c]);
        bounds[b + 3 + c] = Math.max(bounds[b + 3 + c], boxes[t + 3 + c]);
        const center = 0.5 * (boxes[t + c] + boxes[t + 3 + c]);
        middle[c] = Math.min(middle[c], center);
        middle[3 + c] = Math.max(middle[3 + c], center);
      }
    }
    const cut = to - from > LEAF_SIZE ? bestCut(order, from, to, boxes, middle) : null;
    if (cut === null) {
      this.first[node] = from;
      this.count[node] = to - from;
      return;
    }
    const place = partition(order, from, to, boxes, cut.axis, cut.position);
    const left = this.nodes;
    this.nodes += 2;
    this.first[node] = left;
    this.split(left, from, place, boxes);
    this.split(left + 1, place, to, boxes);
  }
}

/** Distance at which a ray enters a box; Infinity when it misses. */
function entry(
  bounds: Float64Array,
  b: number,
  ox: number,
  oy: number,
  oz: number,
  ix: number,
  iy: number,
  iz: number,
): number {
  let t0 = (bounds[b] - ox) * ix;
  let t1 = (bounds[b + 3] - ox) * ix;
  let near = t0 < t1 ? t0 : t1;
  let far = t0 < t1 ? t1 : t0;
  t0 = (bounds[b + 1] - oy) * iy;
  t1 = (bounds[b + 4] - oy) * iy;
  if (t0 < t1) {
    if (t0 > near) near = t0;
    if (t1 < far) far = t1;
  } else {
    if (t1 > near) near = t1;
    if (t0 < far) far = t0;
  }
  t0 = (bounds[b + 2] - oz) * iz;
  t1 = (bounds[b + 5] - oz) * iz;
  if (t0 < t1) {
    if (t0 > near) near = t0;
    if (t1 < far) far = t1;
  } else {
    if (t1 > near) near = t1;
    if (t0 < far) far = t0;
  }
  return far >= near && far > 0 ? near : Infinity;
}

function triangleBoxes(positions: ArrayLike<number>, triangles: number): Float64Array {
  const boxes = new Float64Array(6 * triangles);
  for (let k = 0; k < triangles; k++) {
    for (let c = 0; c < 3; c++) {
      const [p, q, r] = [positions[9 * k + c], positions[9 * k + 3 + c], positions[9 * k + 6 + c]];
      boxes[6 * k + c] = Math.min(p, q, r);
      boxes[6 * k + 3 + c] = Math.max(p, q, r);
    }
  }
  return boxes;
}

/** The cheapest of the planes between bins, over all axes; null when the centers coincide. */
function bestCut(order: Int32Array, from: number, to: number, boxes: Float64Array, middle: number[]) {
  let best: { axis: number; position: number } | null = null;
  let bestCost = Infinity;
  for (let axis = 0; axis < 3; axis++) {
    const low = middle[axis];
    const width = (middle[3 + axis] - low) / BINS;
    if (width < 1e-9) continue;
    const counts = new Int32Array(BINS);
    const bins = Array.from({ length: BINS }, () => [
      Infinity,
      Infinity,
      Infinity,
      -Infinity,
      -Infinity,
      -Infinity,
    ]);
    for (let k = from; k < to; k++) {
      const t = 6 * order[k];
      const center = 0.5 * (boxes[t + axis] + boxes[t + 3 + axis]);
      const bin = Math.min(BINS - 1, Math.floor((center - low) / width));
      counts[bin]++;
      grow(bins[bin], boxes, t);
    }
    for (let cut = 1; cut < BINS; cut++) {
      const cost = sideCost(bins, counts, 0, cut) + sideCost(bins, counts, cut, BINS);
      if (cost < bestCost) {
        bestCost = cost;
        best = { axis, position: low + cut * width };
      }
    }
  }
  return best;
}

function sideCost(bins: readonly number[][], counts: Int32Array, from: number, to: number): number {
  const box = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity];
  let count = 0;
  for (let bin = from; bin < to; bin++) {
    if (counts[bin] === 0) continue;
    count += counts[bin];
    grow(box, bins[bin], 0);
  }
  if (count === 0) return Infinity;
  const [x, y, z] = [box[3] - box[0], box[4] - box[1], box[5] - box[2]];
  return count * (x * y + y * z + z * x);
}

function grow(box: number[], by: ArrayLike<number>, offset: number): void {
  for (let c = 0; c < 3; c++) {
    box[c] = Math.min(box[c], by[offset + c]);
    box[3 + c] = Math.max(box[3 + c], by[offset + 3 + c]);
  }
}

function partition(
  order: Int32Array,
  from: number,
  to: number,
  boxes: Float64Array,
  axis: number,
  at: number,
): number {
  let i = from;
  let j = to - 1;
  while (i <= j) {
    const t = 6 * order[i];
    if (0.5 * (boxes[t + axis] + boxes[t + 3 + axis]) < at) {
      i++;
    } else {
      const swapped = order[i];
      order[i] = order[j];
      order[j--] = swapped;
    }
  }
  // All centers on one side of the plane by rounding: halve the list instead.
  return i === from || i === to ? (from + to) >> 1 : i;
}
