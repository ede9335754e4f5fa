/**
 * The lights of the scene, each able to pick one of its points as seen from a place ("next event estimation": Kajiya, The
 * Rendering Equation, 1986). Radiance is linear, in units of a white sheet in the open shade.
 */
import type { Color } from '../surface';

/** A direction toward a light, and what arrives from it: irradiance over π before the cosine at the surface. */
export class LightSample {
  dx = 0;
  dy = 0;
  dz = 0;
  distance = 0;
  r = 0;
  g = 0;
  b = 0;

  /** Sets the direction to a point of the scene; returns the square of the distance. */
  aim(fromX: number, fromY: number, fromZ: number, toX: number, toY: number, toZ: number): number {
    const x = toX - fromX;
    const y = toY - fromY;
    const z = toZ - fromZ;
    const squared = x * x + y * y + z * z;
    this.distance = Math.sqrt(squared);
    this.dx = x / this.distance;
    this.dy = y / this.distance;
    this.dz = z / this.distance;
    return squared;
  }

  setRadiance(color: Color, factor: number): void {
    this.r = color[0] * factor;
    this.g = color[1] * factor;
    this.b = color[2] * factor;
  }
}

/** Fills the sample for a place in the scene; u and v in [0, 1) choose the point on the light. */
export type Light = (sample: LightSample, x: number, y: number, z: number, u: number, v: number) => void;

/** A shining rectangle with sides along y and along x or z; it shines to both sides. */
export function windowLight(options: {
  readonly plane: 'x' | 'z';
  readonly at: number;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly radiance: Color;
}): Light {
  const { plane, at, from, to, radiance } = options;
  const area = (to[0] - from[0]) * (to[1] - from[1]);
  return (sample, x, y, z, u, v) => {
    const across = from[0] + u * (to[0] - from[0]);
    const up = from[1] + v * (to[1] - from[1]);
    const squared = plane === 'x' ? sample.aim(x, y, z, at, up, across) : sample.aim(x, y, z, across, up, at);
    const cosine = Math.abs(plane === 'x' ? sample.dx : sample.dz);
    sample.setRadiance(radiance, (area * cosine) / (Math.PI * squared));
  };
}

/** A shining sphere, sampled by the cone that it fills. */
export function globeLight(center: Color, radius: number, radiance: Color): Light {
  return (sample, x, y, z, u, v) => {
    const squared = sample.aim(x, y, z, center[0], center[1], center[2]);
    const cosineMax = Math.sqrt(
      Math.max(0, 1 - (radius * radius) / Math.max(squared, radius * radius * 1.001)),
    );
    const cosine = 1 - u * (1 - cosineMax);
    spread(sample, cosine, 2 * Math.PI * v);
    sample.distance -= radius * 1.02;
    sample.setRadiance(radiance, 2 * (1 - cosineMax));
  };
}

/** The sun: parallel light from a small disc, let through where `opening` says so (1 open, 0 shut). */
export function sunLight(
  direction: Color,
  discRadius: number,
  irradiance: Color,
  opening: (x: number, y: number, z: number, dx: number, dy: number, dz: number) => number,
): Light {
  const length = Math.hypot(...direction);
  const [dx, dy, dz] = direction.map((value) => value / length);
  return (sample, x, y, z, u, v) => {
    sample.dx = dx;
    sample.dy = dy;
    sample.dz = dz;
    spread(sample, 1 - 0.5 * u * discRadius * discRadius, 2 * Math.PI * v);
    sample.distance = Infinity;
    sample.setRadiance(irradiance, opening(x, y, z, sample.dx, sample.dy, sample.dz) / Math.PI);
  };
}

/** Tilts the sample's direction away from itself: to a cosine, and round by an angle. */
function spread(sample: LightSample, cosine: number, angle: number): void {
  const { dx, dy, dz } = sample;
  const sine = Math.sqrt(Math.max(0, 1 - cosine * cosine));
  // A frame round the direction (Duff et al., Building an Orthonormal Basis, Revisited, 2017).
  const sign = dz >= 0 ? 1 : -1;
  const a = -1 / (sign + dz);
  const b = dx * dy * a;
  const s = sine * Math.cos(angle);
  const t = sine * Math.sin(angle);
  sample.dx = dx * cosine + s * (1 + sign * dx * dx * a) + t * b;
  sample.dy = dy * cosine + s * sign * b + t * (sign + dy * dy * a);
  sample.dz = dz * cosine - s * sign * dx - t * dy;
}
