/**
 * The scene: a table by a window at the end of a day. Evening light comes in from a second window on the left, outside the
 * picture; a lamp is already lit. Lengths in decimetres; x to the right, y up, z toward the camera.
 */
import { MeshBuilder, type Placement } from './mesh';
import { fractalNoise, smoothstep } from './noise';
import { addStandingBooks } from './props/books';
import { addColorChart } from './props/colorChart';
import { addDoll } from './props/dolls';
import { addFruitBowl, addLooseFruit } from './props/fruit';
import { addPicture } from './props/picture';
import { addPlant } from './props/plant';
import { addRoom, OPENING, WALL_Z } from './props/room';
import { addCartridge, addStillCamera } from './props/stillCamera';
import { addBottle, addCloth, addLamp, addMug } from './props/tableware';
import { globeLight, sunLight, windowLight } from './render/lights';
import type { Scene, Viewpoint } from './render/pathTracer';
import type { Color } from './surface';

const SKY: Color = [0.62, 0.82, 1.12];
const OUTDOORS: Color = [1.05, 1.0, 0.98];
const SUN: Color = [6.8, 4.9, 3.0];
const LAMP: Color = [17, 10.5, 5];

/** The window on the left: a plane x = const with panes between bars. */
const SIDE_WINDOW = { x: -9, y: [0.6, 7.6], z: [-2.2, 9.5] } as const;

export const COLOR_CHART_PLACEMENT: Placement = {
  at: [2.42, 0.705, 1.7],
  turnDeg: [-15, -15, 0],
  scale: 0.64,
};

export function createScene(): Scene {
  const mesh = new MeshBuilder();
  addRoom(mesh);
  addPlant(mesh, -3.25, -1.5, 5);
  addPicture(mesh, 0.55, 3.25);
  addStandingBooks(mesh, 0.75, -1.1);
  const lamp = addLamp(mesh, 3.5, -0.45, LAMP);
  addBottle(mesh, -1.55, -1.35);
  addCloth(mesh, -1.05, 0.85, 9);
  addFruitBowl(mesh, -1.1, 0.08, 0.35);
  addLooseFruit(mesh, -2.05, 0.06, 1.55);
  addStillCamera(mesh, -3.05, 0.95, 24);
  addCartridge(mesh, -3.35, 1.95);
  addDoll(mesh, 0, 0.52, 0.95, -6, 0.86);
  addDoll(mesh, 1, 1.0, 0.2, -2, 1.02);
  addDoll(mesh, 2, 1.42, 0.9, -6, 0.8);
  addMug(mesh, 0.35, -0.9);
  addColorChart(mesh, COLOR_CHART_PLACEMENT);
  return {
    mesh,
    lights: [
      sunLight([-0.86, 0.4, 0.46], 0.02, SUN, sideWindowOpening),
      windowLight({ plane: 'x', at: SIDE_WINDOW.x, from: SIDE_WINDOW.z, to: SIDE_WINDOW.y, radiance: SKY }),
      windowLight({
        plane: 'z',
        at: WALL_Z - 2.2,
        from: [OPENING.left - 1.2, OPENING.bottom - 0.5],
        to: [OPENING.right + 1.2, OPENING.top + 1.2],
        radiance: OUTDOORS,
      }),
      globeLight(lamp.center, lamp.radius, LAMP),
    ],
    ambient: [0.19, 0.18, 0.17],
  };
}

/** The film's and the digital camera's common place; the master picture is wider than either frame. */
export function mainViewpoint(width: number, height: number): Viewpoint {
  return { eye: [0.15, 3.2, 11.6], target: [-0.05, 1.78, -0.5], focalPx: 1.36 * width, width, height };
}

/** What the sun finds on its way: the panes of the side window, and a tree outside that moves its shadow into the room. */
function sideWindowOpening(x: number, y: number, z: number, dx: number, dy: number, dz: number): number {
  const way = (SIDE_WINDOW.x - x) / dx;
  if (way <= 0) return 0;
  const atY = y + way * dy;
  const atZ = z + way * dz;
  const [bottom, top] = SIDE_WINDOW.y;
  const [back, front] = SIDE_WINDOW.z;
  if (atY < bottom || atY > top || atZ < back || atZ > front) return 0;
  const paneY = ((atY - bottom) / (top - bottom)) * 3;
  const paneZ = ((atZ - back) / (front - back)) * 5;
  const bar = Math.min(edge(paneY), edge(paneZ));
  const leaves = smoothstep(-0.12, 0.12, fractalNoise(0.85 * atY, 0.85 * atZ, 3, 3) + 0.2);
  return smoothstep(0.03, 0.05, bar) * leaves;
}

/** Distance of a number from the next whole one. */
function edge(t: number): number {
  const fraction = t - Math.floor(t);
  return Math.min(fraction, 1 - fraction);
}
