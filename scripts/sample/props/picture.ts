/** A framed picture on the wall: a portrait in flat colors, so that skin hangs there at a size that can be measured. */
import { plain } from '../materials';
import type { MeshBuilder } from '../mesh';
import { fractalNoise, smoothstep } from '../noise';
import { blend, fromSrgb8, paint, type Material } from '../surface';
import { WALL_Z } from './room';

export function addPicture(mesh: MeshBuilder, x: number, y: number): void {
  const [width, height] = [1.9, 2.4];
  const z = WALL_Z + 0.06;
  const wood = plain(fromSrgb8(0x3d2617), 0.04, 0.3);
  for (const side of [-1, 1]) {
    mesh.addBox([0.14, height + 0.14, 0.14], wood, { at: [x + side * (width / 2), y, z] }, 0.03);
    mesh.addBox([width, 0.14, 0.14], wood, { at: [x, y + side * (height / 2), z] }, 0.03);
  }
  mesh.addBox([width, height, 0.05], portrait(width, height), { at: [x, y, z - 0.02] }, 0.01);
}

/** Half-length figure before a green ground, in gouache: shapes with edges that wander a little, brush marks in the paint. */
function portrait(width: number, height: number): Material {
  const color = {
    mount: fromSrgb8(0xe9e3d5),
    ground: fromSrgb8(0x2f6f6a),
    coat: fromSrgb8(0xd79a21),
    coatShade: fromSrgb8(0xa96a17),
    shirt: fromSrgb8(0xf0e8d8),
    hair: fromSrgb8(0x3a1f17),
    skin: fromSrgb8(0xdca27e),
    skinShade: fromSrgb8(0xb87455),
    lips: fromSrgb8(0xa83a3c),
    ink: fromSrgb8(0x2a1812),
    sun: fromSrgb8(0xe86a3c),
  };
  return {
    shade: (surface, x, y) => {
      const edgeX = width / 2 - Math.abs(x);
      const edgeY = height / 2 - Math.abs(y);
      const brush = 1 + 0.16 * fractalNoise(5 * x, 14 * y, 3, 3);
      if (Math.min(edgeX, edgeY) < 0.24) {
        paint(surface, color.mount);
        return;
      }
      const u = x + 0.012 * fractalNoise(8 * x, 8 * y, 1, 2);
      const v = y + 0.012 * fractalNoise(8 * x, 8 * y, 6, 2);
      const ellipse = (cx: number, cy: number, rx: number, ry: number) =>
        Math.hypot((u - cx) / rx, (v - cy) / ry);
      paint(surface, color.ground);
      if (ellipse(0.38, 0.52, 0.24, 0.24) < 1) paint(surface, color.sun);
      if (ellipse(-0.02, 0.16, 0.4, 0.5) < 1 || (Math.abs(u + 0.02) < 0.4 && v < 0.16 && v > -0.42))
        paint(surface, color.hair);
      if (ellipse(0, -1.06, 0.64, 0.68) < 1)
        paint(surface, u > 0.12 + 0.2 * v ? color.coat : color.coatShade);
      if (Math.abs(u) < 0.2 - 0.38 * (-0.32 - v) && v < -0.32 && v > -0.9) paint(surface, color.shirt);
      if (Math.abs(u) < 0.115 && v < 0 && v > -0.44) paint(surface, color.skinShade);
      if (ellipse(0, 0.07, 0.265, 0.36) < 1 && v < 0.3 - 0.5 * Math.max(0, -u)) {
        paint(surface, color.skin);
        blend(surface, color.skinShade, 0.8 * smoothstep(0.02, -0.1, u + 0.08 + 0.1 * v));
        for (const side of [-1, 1]) {
          if (ellipse(side * 0.105, 0.1, 0.048, 0.016) < 1) paint(surface, color.ink);
          if (ellipse(side * 0.11, 0.165, 0.07, 0.012) < 1) paint(surface, color.hair);
        }
        if (Math.abs(u + 0.012) < 0.012 && v < 0.1 && v > -0.05) paint(surface, color.skinShade);
        if (ellipse(0, -0.14, 0.075, 0.024) < 1) paint(surface, color.lips);
      }
      paint(surface, [surface.r, surface.g, surface.b], brush);
    },
  };
}
