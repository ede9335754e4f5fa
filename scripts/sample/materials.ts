/** Materials that several objects share. Colors are linear reflectances, mostly read off sRGB codes. */
import { fractalNoise, noise, smoothstep } from './noise';
import { hash } from './random';
import { blend, fromSrgb8, paint, type Color, type Material } from './surface';

/** One color with an even varnish. */
export function plain(color: Color, coat = 0, roughness = 1): Material {
  return {
    shade: (surface) => {
      paint(surface, color);
      surface.coat = coat;
      surface.roughness = roughness;
    },
  };
}

export function metal(color: Color, roughness: number): Material {
  return {
    shade: (surface) => {
      paint(surface, color);
      surface.kind = 'metal';
      surface.roughness = roughness;
    },
  };
}

export function glass(tint: Color): Material {
  return {
    shade: (surface) => {
      paint(surface, tint);
      surface.kind = 'glass';
    },
    shadowTransmission: 0.45,
  };
}

/** Oiled planks along x: rings stretched along the grain, pores, a dark joint between planks. */
export function planks(widthDm: number): Material {
  const early = fromSrgb8(0xc8986a);
  const late = fromSrgb8(0x825431);
  const plankOf = (z: number) => Math.floor(z / widthDm);
  const joint = (z: number) => {
    const t = z / widthDm - plankOf(z);
    return 1 - smoothstep(0.004, 0.016, Math.min(t, 1 - t));
  };
  const ring = (x: number, z: number) => {
    const plank = plankOf(z);
    const shift = 40 * hash(plank, 3);
    const warp = fractalNoise(0.16 * x + shift, 0.5, 0.9 * z + shift, 3);
    return 0.5 + 0.5 * Math.sin(24 * (0.9 * z * (0.6 + 0.7 * hash(plank, 4)) + 1.3 * warp));
  };
  return {
    shade: (surface, x, _y, z) => {
      const plank = plankOf(z);
      paint(surface, early, 0.75 + 0.4 * hash(plank, 7));
      blend(surface, late, 0.5 * ring(x, z) + 0.16 * hash(plank, 8));
      const pores = smoothstep(0.25, 0.7, noise(3.5 * x, plank, 95 * z));
      const stains = fractalNoise(0.7 * x, 3, 0.7 * z, 4);
      const factor = (1 - 0.32 * pores) * (1 + 0.4 * stains) * (1 - 0.85 * joint(z));
      paint(surface, [surface.r, surface.g, surface.b], factor);
      surface.coat = 0.035;
      surface.roughness = 0.32 + 0.12 * pores;
    },
    relief: (x, _y, z) =>
      0.0012 * ring(x, z) -
      0.02 * joint(z) -
      0.0012 * smoothstep(0.25, 0.7, noise(3.5 * x, plankOf(z), 95 * z)),
    reliefStep: 0.006,
  };
}

/** Old brickwork in running bond on the x–y plane, washed over with worn off white. */
export function washedBrick(): Material {
  const [brickWidth, brickHeight] = [1.05, 0.36];
  const mortar = fromSrgb8(0xa79c8c);
  const wash = fromSrgb8(0xd9d0bf);
  const clays = [0x9a6350, 0x855243, 0xa67560, 0x75504a, 0x98705c].map(fromSrgb8);
  /** Distance to the brick's edge in decimetres (negative in the mortar) and the brick's own number. */
  const brick = (x: number, y: number) => {
    const row = Math.floor(y / brickHeight);
    const shifted = x / brickWidth + (row & 1 ? 0.5 : 0) + 0.08 * hash(row, 11);
    const column = Math.floor(shifted);
    const u = (shifted - column) * brickWidth;
    const v = y - row * brickHeight;
    const ragged = 0.018 * fractalNoise(5 * x, 5 * y, 0, 3);
    const inside = Math.min(u, brickWidth - u, v, brickHeight - v) - 0.032 + ragged;
    return { inside, id: hash(row, column, 5) };
  };
  const worn = (x: number, y: number) =>
    smoothstep(-0.06, 0.16, fractalNoise(0.55 * x, 0.55 * y, 2.5, 5) + 0.08);
  return {
    shade: (surface, x, y) => {
      const { inside, id } = brick(x, y);
      const clay = clays[Math.floor(id * clays.length)];
      paint(surface, clay, 0.8 + 0.35 * ((id * 17) % 1) + 0.35 * fractalNoise(7 * x, 7 * y, id * 30, 3));
      blend(surface, mortar, 1 - smoothstep(0, 0.02, inside));
      blend(surface, wash, 0.8 * worn(x, y) * (0.85 + 0.6 * fractalNoise(9 * x, 9 * y, 4, 4)));
      const dirt = 1 + 0.3 * fractalNoise(1.4 * x, 1.4 * y, 9, 4);
      paint(surface, [surface.r, surface.g, surface.b], dirt);
    },
    relief: (x, y) => {
      const { inside, id } = brick(x, y);
      return (
        0.035 * smoothstep(-0.01, 0.03, inside) * (0.7 + 0.6 * id) + 0.012 * fractalNoise(9 * x, 9 * y, 1, 3)
      );
    },
    reliefStep: 0.012,
  };
}

/** Painted wood of window frames: nearly white, brush strokes along the given axis. */
export function paintedWood(color: Color): Material {
  return {
    shade: (surface, x, y, z) => {
      paint(surface, color, 1 + 0.07 * fractalNoise(3 * x, 3 * y, 3 * z, 3));
      surface.coat = 0.04;
      surface.roughness = 0.4;
    },
    relief: (x, y, z) => 0.002 * noise(25 * x, 2 * y, 25 * z),
  };
}

/** Fired clay, unglazed. */
export function terracotta(): Material {
  const clay = fromSrgb8(0xb4653f);
  const lime = fromSrgb8(0xd8b59a);
  return {
    shade: (surface, x, y, z) => {
      paint(surface, clay, 1 + 0.3 * fractalNoise(4 * x, 9 * y, 4 * z, 4));
      blend(surface, lime, 0.55 * smoothstep(0.05, 0.45, fractalNoise(2 * x, 2.4 * y, 2 * z, 4)));
    },
    relief: (x, y, z) => 0.006 * noise(3 * x, 30 * y, 3 * z) + 0.004 * noise(28 * x, 28 * y, 28 * z),
  };
}
