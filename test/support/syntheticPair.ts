/** A made-up scene taken twice: plainly, and from another viewpoint through a warm, softer look. As PNG files. */
import { applyHomography } from '../../src/engine/align/homography';
import type { Homography } from '../../src/engine/align/alignment';
import { encodeImage } from '../../src/formats/image/encodeImage';
import type { Raster } from '../../src/formats/image/raster';
import { createRandom } from './createRandom';

const WIDTH = 600;
const HEIGHT = 420;

/** Film pixel → digital pixel. */
export const SYNTHETIC_HOMOGRAPHY: Homography = [0.93, 0.03, 18, -0.025, 0.94, 14, 0.00001, -0.00002, 1];

interface Shape {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly round: boolean;
  readonly color: readonly number[];
}

function shapes(): Shape[] {
  const random = createRandom(42);
  return Array.from({ length: 420 }, (_, i) => {
    const size = 12 + 110 * (1 - i / 420) ** 2;
    return {
      x: (WIDTH + 100) * random() - 50,
      y: (HEIGHT + 100) * random() - 50,
      width: size * (0.4 + random()),
      height: size * (0.4 + random()),
      round: random() < 0.4,
      color: [0.05 + 0.9 * random(), 0.05 + 0.9 * random(), 0.05 + 0.9 * random()],
    };
  });
}

/** The scene is painted once at twice the size with a margin, and both pictures are taken from that. */
const SCALE = 2;
const MARGIN = 60;
const SCENE_WIDTH = SCALE * (WIDTH + 2 * MARGIN);
const SCENE_HEIGHT = SCALE * (HEIGHT + 2 * MARGIN);

function paintScene(): Float32Array {
  const scene = new Float32Array(3 * SCENE_WIDTH * SCENE_HEIGHT).fill(0.55);
  for (const shape of shapes()) {
    const centerX = SCALE * (shape.x + MARGIN);
    const centerY = SCALE * (shape.y + MARGIN);
    const radiusX = SCALE * shape.width;
    const radiusY = SCALE * shape.height;
    const bottom = Math.min(SCENE_HEIGHT - 1, Math.floor(centerY + radiusY));
    for (let y = Math.max(0, Math.ceil(centerY - radiusY)); y <= bottom; y++) {
      const dy = (y - centerY) / radiusY;
      const half = shape.round ? radiusX * Math.sqrt(Math.max(0, 1 - dy * dy)) : radiusX;
      const right = Math.min(SCENE_WIDTH - 1, Math.floor(centerX + half));
      for (let x = Math.max(0, Math.ceil(centerX - half)); x <= right; x++) {
        scene.set(shape.color, 3 * (y * SCENE_WIDTH + x));
      }
    }
  }
  return scene;
}

function takePicture(
  scene: Float32Array,
  toScene: (x: number, y: number) => readonly [number, number],
  look: (rgb: readonly number[]) => readonly number[],
): Raster {
  const data = new Uint8Array(3 * WIDTH * HEIGHT);
  const random = createRandom(7);
  for (let y = 0, i = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++, i += 3) {
      const [u, v] = toScene(x, y);
      const column = Math.round(SCALE * (u + MARGIN));
      const row = Math.round(SCALE * (v + MARGIN));
      const from = 3 * (row * SCENE_WIDTH + column);
      const color = look([scene[from], scene[from + 1], scene[from + 2]]);
      for (let c = 0; c < 3; c++)
        data[i + c] = 255 * Math.min(1, Math.max(0, color[c] + 0.02 * (random() - 0.5)));
    }
  }
  return { width: WIDTH, height: HEIGHT, channels: 3, bitDepth: 8, data, orientation: 1, fileType: 'png' };
}

function filmColor([r, g, b]: readonly number[]): number[] {
  const soft = (value: number): number => 0.06 + 0.86 * value ** 0.9;
  return [
    soft(0.95 * r + 0.05 * g) + 0.03,
    soft(0.05 * r + 0.92 * g + 0.03 * b),
    soft(0.1 * g + 0.85 * b) - 0.03,
  ];
}

export function syntheticPair(): { readonly film: Uint8Array; readonly digital: Uint8Array } {
  const scene = paintScene();
  const film = takePicture(scene, (x, y) => applyHomography(SYNTHETIC_HOMOGRAPHY, x, y), filmColor);
  const digital = takePicture(
    scene,
    (x, y) => [x, y],
    (color) => color,
  );
  return { film: encodeImage(film, 'png'), digital: encodeImage(digital, 'png') };
}
