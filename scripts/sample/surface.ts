/** What light finds at a point of an object: filled by a material, read by the path tracer; one object is reused for all. */
export interface Surface {
  /** Diffuse reflectance, or reflectance at normal incidence of a metal; linear, Rec. 709 primaries. */
  r: number;
  g: number;
  b: number;
  /** Radiance that the surface sends out by itself. */
  emissionR: number;
  emissionG: number;
  emissionB: number;
  /** Reflectance of the coat at normal incidence: 0 for chalk, 0.04 for varnish. */
  coat: number;
  /** 0 is a mirror; above 0.5 the reflection is too wide to be told from diffuse light and is left out. */
  roughness: number;
  kind: 'diffuse' | 'metal' | 'glass';
  /** Share of the diffuse light that comes through from behind: leaves, linen. */
  translucency: number;
}

/** A procedural material. The coordinates are those of the object before it was placed in the scene, in decimetres. */
export interface Material {
  readonly shade: (surface: Surface, x: number, y: number, z: number) => void;
  /** Height of the relief, in decimetres; it bends the normal. */
  readonly relief?: (x: number, y: number, z: number) => number;
  /** Distance over which the relief is differenced. */
  readonly reliefStep?: number;
  /** Share of light that passes to what lies behind, for shadows; 0 unless it is glass. */
  readonly shadowTransmission?: number;
}

export type Color = readonly [number, number, number];

export function createSurface(): Surface {
  const surface = { translucency: 0, kind: 'diffuse' } as Surface;
  resetSurface(surface);
  return surface;
}

/** Chalk of medium gray: what a material need not say. */
export function resetSurface(surface: Surface): void {
  surface.r = surface.g = surface.b = 0.18;
  surface.emissionR = surface.emissionG = surface.emissionB = 0;
  surface.coat = 0;
  surface.roughness = 1;
  surface.kind = 'diffuse';
  surface.translucency = 0;
}

export function paint(surface: Surface, color: Color, factor = 1): void {
  surface.r = color[0] * factor;
  surface.g = color[1] * factor;
  surface.b = color[2] * factor;
}

/** Moves the surface's color toward another one: 0 leaves it, 1 replaces it. */
export function blend(surface: Surface, color: Color, amount: number): void {
  surface.r += (color[0] - surface.r) * amount;
  surface.g += (color[1] - surface.g) * amount;
  surface.b += (color[2] - surface.b) * amount;
}

/** A linear color from an 8-bit sRGB triple (IEC 61966-2-1). */
export function fromSrgb8(hex: number): Color {
  return [linearize((hex >> 16) & 255), linearize((hex >> 8) & 255), linearize(hex & 255)];
}

function linearize(code: number): number {
  const v = code / 255;
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
}
