/** Lattice noise in three dimensions (Perlin, An Image Synthesizer, 1985): values at whole points, smooth between them. */
import { hash } from './random';

/** Value noise in [-1, 1]. */
export function noise(x: number, y: number, z: number): number {
  const ix = Math.floor(x);
  const iy = Math.floor(y);
  const iz = Math.floor(z);
  const fx = fade(x - ix);
  const fy = fade(y - iy);
  const fz = fade(z - iz);
  const near = bilinear(ix, iy, iz, fx, fy);
  const far = bilinear(ix, iy, iz + 1, fx, fy);
  return 2 * (near + (far - near) * fz) - 1;
}

function bilinear(ix: number, iy: number, iz: number, fx: number, fy: number): number {
  const a = hash(ix, iy, iz);
  const b = hash(ix + 1, iy, iz);
  const c = hash(ix, iy + 1, iz);
  const d = hash(ix + 1, iy + 1, iz);
  const top = a + (b - a) * fx;
  return top + (c + (d - c) * fx - top) * fy;
}

function fade(t: number): number {
  return t * t * (3 - 2 * t);
}

/** Fractal sum of octaves, each half as strong and twice as fine as the one before; about [-1, 1]. */
export function fractalNoise(x: number, y: number, z: number, octaves: number): number {
  let sum = 0;
  let weight = 0.5;
  for (let octave = 0; octave < octaves; octave++) {
    sum += weight * noise(x, y, z);
    x = 2.03 * x + 17.1;
    y = 2.03 * y - 5.7;
    z = 2.03 * z + 3.3;
    weight *= 0.5;
  }
  return sum;
}

/** Hermite step from 0 at `from` to 1 at `to`. */
export function smoothstep(from: number, to: number, x: number): number {
  const t = Math.min(1, Math.max(0, (x - from) / (to - from)));
  return t * t * (3 - 2 * t);
}
