/**
 * A small path tracer (Kajiya 1986): at every pixel the diffuse light that arrives at the first surface, its reflectance and what
 * comes by mirror or by itself are kept apart, so that the denoiser can smooth the light and leave texture alone.
 * Reflections follow Schlick's approximation of Fresnel's law (1994).
 */
import { createRandom } from '../random';
import { createSurface, resetSurface, type Surface } from '../surface';
import { BoundingVolumes } from './boundingVolumes';
import { LightSample, type Light } from './lights';
import type { MeshBuilder } from '../mesh';

export interface Scene {
  readonly mesh: MeshBuilder;
  readonly lights: readonly Light[];
  /** Light from where no object is: the rest of the room. Same in all directions. */
  readonly ambient: readonly [number, number, number];
}

/** Positions in decimetres; the focal length is in pixels of the picture. */
export interface Viewpoint {
  readonly eye: readonly [number, number, number];
  readonly target: readonly [number, number, number];
  readonly focalPx: number;
  readonly width: number;
  readonly height: number;
}

/** What one pass over the picture leaves: planes of 3 or 1 values a pixel, in linear light. */
export interface Layers {
  readonly width: number;
  readonly height: number;
  /** Diffuse light at the first surface, before its reflectance: a sum over `lightSamples`, as is its squared luminance. */
  readonly light: Float32Array;
  readonly lightSquared: Float32Array;
  readonly lightSamples: Float32Array;
  readonly albedo: Float32Array;
  readonly normal: Float32Array;
  readonly depth: Float32Array;
  /** What surfaces send out by themselves: it has no noise. */
  readonly direct: Float32Array;
  /** What comes by mirror or through glass, and the mean square of its luminance. */
  readonly mirror: Float32Array;
  readonly mirrorSquared: Float32Array;
}

interface Hit {
  x: number;
  y: number;
  z: number;
  nx: number;
  ny: number;
  nz: number;
  readonly surface: Surface;
}

const MAX_DEPTH = 6;
const DIFFUSE_BOUNCES = 1;
/** The mirror of a lamp is cut at this radiance, so that a single sample of it leaves no speck. */
const MIRROR_LIMIT = 12;
const OFFSET = 2e-3;
const GLASS_INDEX = 1.5;
/** A bounce that finds more light than this is a speck in the making. */
const BOUNCE_LIMIT = 6;
/** Every second sample of a pixel also asks for the light. */
const SAMPLES_PER_LIGHT = 2;
const GOLDEN = 0.6180339887498949;
/** Second of the two steps of the plane's most even additive sequence, with the first 0.7548… (Martin Roberts, 2018). */
const PLANE_STEP_U = 0.7548776662466927;
const PLANE_STEP_V = 0.5698402909980532;

export class PathTracer {
  private readonly volumes: BoundingVolumes;
  private readonly normals: Float32Array;
  private readonly texture: Float32Array;
  private readonly sample = new LightSample();
  private readonly hits: Hit[];
  /** Results of the last call, instead of an object a call. */
  private r = 0;
  private g = 0;
  private b = 0;
  private random = createRandom(1);

  constructor(
    private readonly scene: Scene,
    private readonly seed: number,
  ) {
    const { mesh } = scene;
    const transmission = Float64Array.from(
      mesh.triangleMaterial,
      (material) => mesh.materials[material].shadowTransmission ?? 0,
    );
    this.volumes = new BoundingVolumes(mesh.positions, transmission);
    this.normals = Float32Array.from(mesh.normals);
    this.texture = Float32Array.from(mesh.texture);
    this.hits = Array.from({ length: MAX_DEPTH + DIFFUSE_BOUNCES + 3 }, () => ({
      x: 0,
      y: 0,
      z: 0,
      nx: 0,
      ny: 0,
      nz: 1,
      surface: createSurface(),
    }));
  }

  /** Renders the picture with a fixed number of samples a pixel; `progress` hears the share of rows done. */
  render(view: Viewpoint, samples: number, progress: (share: number) => void = () => {}): Layers {
    const { width, height } = view;
    const layers: Layers = {
      width,
      height,
      light: new Float32Array(3 * width * height),
      lightSquared: new Float32Array(width * height),
      lightSamples: new Float32Array(width * height),
      albedo: new Float32Array(3 * width * height),
      normal: new Float32Array(3 * width * height),
      depth: new Float32Array(width * height),
      direct: new Float32Array(3 * width * height),
      mirror: new Float32Array(3 * width * height),
      mirrorSquared: new Float32Array(width * height),
    };
    const frame = cameraFrame(view);
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++)
        this.renderPixel(layers, view, frame, column, row, samples);
      if (row % 64 === 0) progress(row / height);
    }
    return layers;
  }

  private renderPixel(
    layers: Layers,
    view: Viewpoint,
    frame: readonly number[],
    column: number,
    row: number,
    samples: number,
  ): void {
    const pixel = row * view.width + column;
    this.random = createRandom(this.seed ^ Math.imul(pixel, 0x9e3779b1));
    const shiftU = this.random();
    const shiftV = this.random();
    for (let s = 0; s < samples; s++) {
      const x = column + ((shiftU + s * PLANE_STEP_U) % 1) - view.width / 2;
      const y = row + ((shiftV + s * PLANE_STEP_V) % 1) - view.height / 2;
      let dx = frame[6] * view.focalPx + frame[0] * x - frame[3] * y;
      let dy = frame[7] * view.focalPx + frame[1] * x - frame[4] * y;
      let dz = frame[8] * view.focalPx + frame[2] * x - frame[5] * y;
      const length = Math.sqrt(dx * dx + dy * dy + dz * dz);
      dx /= length;
      dy /= length;
      dz /= length;
      this.samplePixel(layers, pixel, view.eye, dx, dy, dz, 1 / samples, s);
    }
  }

  private samplePixel(
    layers: Layers,
    pixel: number,
    eye: readonly [number, number, number],
    dx: number,
    dy: number,
    dz: number,
    weight: number,
    index: number,
  ): void {
    const { light, lightSquared, albedo, normal, depth, direct, mirror, mirrorSquared } = layers;
    const p = 3 * pixel;
    if (!this.findHit(eye[0], eye[1], eye[2], dx, dy, dz, 0)) {
      direct[p] += weight * this.scene.ambient[0];
      direct[p + 1] += weight * this.scene.ambient[1];
      direct[p + 2] += weight * this.scene.ambient[2];
      return;
    }
    const hit = this.hits[0];
    const { surface } = hit;
    normal[p] += weight * hit.nx;
    normal[p + 1] += weight * hit.ny;
    normal[p + 2] += weight * hit.nz;
    depth[pixel] += weight * Math.hypot(hit.x - eye[0], hit.y - eye[1], hit.z - eye[2]);
    this.mirrored(0, dx, dy, dz, 0);
    this.addTo(mirror, mirrorSquared, pixel, weight, MIRROR_LIMIT);
    direct[p] += weight * surface.emissionR;
    direct[p + 1] += weight * surface.emissionG;
    direct[p + 2] += weight * surface.emissionB;
    if (surface.kind !== 'diffuse' || surface.r + surface.g + surface.b === 0) return;
    albedo[p] += weight * surface.r;
    albedo[p + 1] += weight * surface.g;
    albedo[p + 2] += weight * surface.b;
    // Edges want every sample, light does not: it is smoothed later.
    if (index % SAMPLES_PER_LIGHT !== 0) return;
    this.diffuseLight(0, 0, index);
    layers.lightSamples[pixel]++;
    this.addTo(light, lightSquared, pixel, 1, Infinity);
  }

  private addTo(
    planes: Float32Array,
    squared: Float32Array,
    pixel: number,
    weight: number,
    limit: number,
  ): void {
    const p = 3 * pixel;
    const r = Math.min(limit, this.r);
    const g = Math.min(limit, this.g);
    const b = Math.min(limit, this.b);
    planes[p] += weight * r;
    planes[p + 1] += weight * g;
    planes[p + 2] += weight * b;
    const luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    squared[pixel] += weight * luminance * luminance;
  }

  /** What a ray brings back: emission and mirror light of what it meets, and its diffuse light from a single bounce. */
  private radiance(
    ox: number,
    oy: number,
    oz: number,
    dx: number,
    dy: number,
    dz: number,
    depth: number,
  ): void {
    if (depth > MAX_DEPTH || !this.findHit(ox, oy, oz, dx, dy, dz, depth)) {
      [this.r, this.g, this.b] = this.scene.ambient;
      return;
    }
    const { surface } = this.hits[depth];
    this.mirrored(depth, dx, dy, dz, depth);
    let { r, g, b } = this;
    r += surface.emissionR;
    g += surface.emissionG;
    b += surface.emissionB;
    if (surface.kind === 'diffuse') {
      this.diffuseLight(depth, DIFFUSE_BOUNCES - 1, 0);
      r += surface.r * this.r;
      g += surface.g * this.g;
      b += surface.b * this.b;
    }
    this.r = r;
    this.g = g;
    this.b = b;
  }

  /** Light by mirror of the hit at `index`: a coat's reflection, metal, or glass with its refraction. */
  private mirrored(index: number, dx: number, dy: number, dz: number, depth: number): void {
    const hit = this.hits[index];
    const { surface, nx, ny, nz } = hit;
    const cosine = Math.min(1, Math.max(0, -(dx * nx + dy * ny + dz * nz)));
    const grazing = (1 - cosine) ** 5;
    if (surface.kind === 'glass') {
      this.throughGlass(index, dx, dy, dz, cosine, grazing, depth);
      return;
    }
    const metal = surface.kind === 'metal';
    const base = metal ? 1 : surface.coat;
    const reflectance = base + (1 - base) * grazing * (1 - surface.roughness);
    if (base === 0 || surface.roughness > 0.5 || reflectance < 0.005) {
      this.r = this.g = this.b = 0;
      return;
    }
    const { x, y, z } = hit;
    const { r, g, b } = surface;
    // A rough mirror: the normal is tilted by a random vector of the roughness' length.
    const tilt = surface.roughness * surface.roughness;
    const mx = nx + tilt * (this.random() * 2 - 1);
    const my = ny + tilt * (this.random() * 2 - 1);
    const mz = nz + tilt * (this.random() * 2 - 1);
    const m = Math.sqrt(mx * mx + my * my + mz * mz);
    const k = (-2 * (dx * mx + dy * my + dz * mz)) / (m * m);
    let rx = dx + k * mx;
    let ry = dy + k * my;
    let rz = dz + k * mz;
    const below = rx * nx + ry * ny + rz * nz;
    if (below < 0) {
      rx -= 2 * below * nx;
      ry -= 2 * below * ny;
      rz -= 2 * below * nz;
    }
    this.radiance(x + OFFSET * nx, y + OFFSET * ny, z + OFFSET * nz, rx, ry, rz, depth + 1);
    this.r *= reflectance * (metal ? r + (1 - r) * grazing : 1);
    this.g *= reflectance * (metal ? g + (1 - g) * grazing : 1);
    this.b *= reflectance * (metal ? b + (1 - b) * grazing : 1);
  }

  /** Thin glass: mirrors by Fresnel, tints what passes, and bends it by entering and leaving in one step. */
  private throughGlass(
    index: number,
    dx: number,
    dy: number,
    dz: number,
    cosine: number,
    grazing: number,
    depth: number,
  ): void {
    const { x, y, z, nx, ny, nz, surface } = this.hits[index];
    const tintR = surface.r;
    const tintG = surface.g;
    const tintB = surface.b;
    const fresnel = 0.04 + 0.96 * grazing;
    let r = 0;
    let g = 0;
    let b = 0;
    if (depth < 3) {
      const k = 2 * cosine;
      this.radiance(
        x + OFFSET * nx,
        y + OFFSET * ny,
        z + OFFSET * nz,
        dx + k * nx,
        dy + k * ny,
        dz + k * nz,
        depth + 1,
      );
      r = fresnel * this.r;
      g = fresnel * this.g;
      b = fresnel * this.b;
    }
    // A wall of glass shifts a ray rather than turning it; a little of the bend is kept, for the eye reads it as glass.
    const bend = 0.25 * (1 - 1 / GLASS_INDEX) * (1 - cosine);
    let tx = dx + bend * nx;
    let ty = dy + bend * ny;
    let tz = dz + bend * nz;
    const length = Math.sqrt(tx * tx + ty * ty + tz * tz);
    tx /= length;
    ty /= length;
    tz /= length;
    this.radiance(x - OFFSET * nx, y - OFFSET * ny, z - OFFSET * nz, tx, ty, tz, depth + 1);
    // The way through the wall is longer at its rim.
    const way = 1 / Math.max(0.25, cosine);
    this.r = r + (1 - fresnel) * this.r * tintR ** way;
    this.g = g + (1 - fresnel) * this.g * tintG ** way;
    this.b = b + (1 - fresnel) * this.b * tintB ** way;
  }

  /**
   * Diffuse light that arrives at the hit at `index` after `bounce` bounces so far: all lights in turn at the first surface, one
   * of them by chance later, and the light of one direction chosen by the cosine.
   */
  private diffuseLight(index: number, bounce: number, sampleIndex: number): void {
    const { lights, ambient } = this.scene;
    let r = 0;
    let g = 0;
    let b = 0;
    if (bounce === 0) {
      const shiftU = this.random();
      const shiftV = this.random();
      for (let k = 0; k < lights.length; k++) {
        this.fromLight(index, lights[k], (shiftU + k * GOLDEN) % 1, (shiftV + sampleIndex * GOLDEN) % 1);
        r += this.r;
        g += this.g;
        b += this.b;
      }
    } else {
      const k = Math.min(lights.length - 1, Math.floor(this.random() * lights.length));
      this.fromLight(index, lights[k], this.random(), this.random());
      r = lights.length * this.r;
      g = lights.length * this.g;
      b = lights.length * this.b;
    }
    if (bounce >= DIFFUSE_BOUNCES) {
      this.r = r + 0.5 * ambient[0];
      this.g = g + 0.5 * ambient[1];
      this.b = b + 0.5 * ambient[2];
      return;
    }
    this.bounced(index, bounce);
    this.r = r + Math.min(BOUNCE_LIMIT, this.r);
    this.g = g + Math.min(BOUNCE_LIMIT, this.g);
    this.b = b + Math.min(BOUNCE_LIMIT, this.b);
  }

  private fromLight(index: number, light: Light, u: number, v: number): void {
    const { x, y, z, nx, ny, nz, surface } = this.hits[index];
    const { sample } = this;
    light(sample, x, y, z, u, v);
    const facing = sample.dx * nx + sample.dy * ny + sample.dz * nz;
    const share = facing > 0 ? facing * (1 - surface.translucency) : -facing * surface.translucency;
    this.r = this.g = this.b = 0;
    if (share <= 0 || sample.r + sample.g + sample.b === 0) return;
    const side = facing > 0 ? OFFSET : -OFFSET;
    const { r, g, b } = sample;
    const through = this.volumes.transmitted(
      x + side * nx,
      y + side * ny,
      z + side * nz,
      sample.dx,
      sample.dy,
      sample.dz,
      sample.distance * 0.999,
    );
    this.r = r * share * through;
    this.g = g * share * through;
    this.b = b * share * through;
  }

  private bounced(index: number, bounce: number): void {
    const { x, y, z, nx, ny, nz, surface } = this.hits[index];
    // Cosine-weighted: a point on the unit sphere about the tip of the normal.
    const polar = 2 * this.random() - 1;
    const angle = 2 * Math.PI * this.random();
    const ring = Math.sqrt(1 - polar * polar);
    const side = surface.translucency > 0 && this.random() < surface.translucency ? -1 : 1;
    let dx = side * nx + ring * Math.cos(angle);
    let dy = side * ny + ring * Math.sin(angle);
    let dz = side * nz + polar;
    const length = Math.sqrt(dx * dx + dy * dy + dz * dz) || 1;
    dx /= length;
    dy /= length;
    dz /= length;
    const from = OFFSET * side;
    const next = index + 1;
    if (!this.findHit(x + from * nx, y + from * ny, z + from * nz, dx, dy, dz, next)) {
      [this.r, this.g, this.b] = this.scene.ambient;
      return;
    }
    const met = this.hits[next].surface;
    // Lamps and windows are sampled as lights: what they send out by themselves is not counted again.
    if (met.emissionR + met.emissionG + met.emissionB > 0) {
      this.r = this.g = this.b = 0;
      return;
    }
    const { r, g, b } = met;
    this.diffuseLight(next, bounce + 1, 0);
    this.r *= r;
    this.g *= g;
    this.b *= b;
  }

  /** Fills the hit at `index` with the nearest surface along the ray; false when there is none. */
  private findHit(
    ox: number,
    oy: number,
    oz: number,
    dx: number,
    dy: number,
    dz: number,
    index: number,
  ): boolean {
    const { volumes, normals, texture } = this;
    if (!volumes.intersect(ox, oy, oz, dx, dy, dz)) return false;
    const { distance, triangle, weightB, weightC } = volumes;
    const weightA = 1 - weightB - weightC;
    const hit = this.hits[index];
    const n = 9 * triangle;
    hit.x = ox + distance * dx;
    hit.y = oy + distance * dy;
    hit.z = oz + distance * dz;
    let nx = weightA * normals[n] + weightB * normals[n + 3] + weightC * normals[n + 6];
    let ny = weightA * normals[n + 1] + weightB * normals[n + 4] + weightC * normals[n + 7];
    let nz = weightA * normals[n + 2] + weightB * normals[n + 5] + weightC * normals[n + 8];
    const tx = weightA * texture[n] + weightB * texture[n + 3] + weightC * texture[n + 6];
    const ty = weightA * texture[n + 1] + weightB * texture[n + 4] + weightC * texture[n + 7];
    const tz = weightA * texture[n + 2] + weightB * texture[n + 5] + weightC * texture[n + 8];
    const facing = nx * dx + ny * dy + nz * dz > 0 ? -1 : 1;
    const length = (Math.sqrt(nx * nx + ny * ny + nz * nz) || 1) * facing;
    hit.nx = nx /= length;
    hit.ny = ny /= length;
    hit.nz = nz /= length;
    const { mesh } = this.scene;
    const material = mesh.materials[mesh.triangleMaterial[triangle]];
    resetSurface(hit.surface);
    material.shade(hit.surface, tx, ty, tz);
    if (material.relief && index === 0) {
      const step = material.reliefStep ?? 0.01;
      const height = material.relief(tx, ty, tz);
      const gx = (material.relief(tx + step, ty, tz) - height) / step;
      const gy = (material.relief(tx, ty + step, tz) - height) / step;
      const gz = (material.relief(tx, ty, tz + step) - height) / step;
      bendNormal(hit, mesh.rotations[mesh.trianglePlacement[triangle]], gx, gy, gz);
    }
    return true;
  }
}

/** Tilts the normal against the slope of the relief along the surface (Blinn, Simulation of Wrinkled Surfaces, 1978). */
function bendNormal(hit: Hit, m: readonly number[], gx: number, gy: number, gz: number): void {
  const sx = m[0] * gx + m[1] * gy + m[2] * gz;
  const sy = m[3] * gx + m[4] * gy + m[5] * gz;
  const sz = m[6] * gx + m[7] * gy + m[8] * gz;
  const along = sx * hit.nx + sy * hit.ny + sz * hit.nz;
  const x = hit.nx - (sx - along * hit.nx);
  const y = hit.ny - (sy - along * hit.ny);
  const z = hit.nz - (sz - along * hit.nz);
  const length = Math.sqrt(x * x + y * y + z * z);
  hit.nx = x / length;
  hit.ny = y / length;
  hit.nz = z / length;
}

/** Right, up and forward of the camera, nine numbers. */
export function cameraFrame({ eye, target }: Viewpoint): number[] {
  const forward = [target[0] - eye[0], target[1] - eye[1], target[2] - eye[2]];
  const length = Math.hypot(...forward);
  const [fx, fy, fz] = forward.map((value) => value / length);
  const across = Math.hypot(fx, fz);
  const [rx, rz] = [-fz / across, fx / across];
  return [rx, 0, rz, -rz * fy, rz * fx - rx * fz, rx * fy, fx, fy, fz];
}
