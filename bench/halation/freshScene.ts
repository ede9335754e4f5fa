/**
 * A scene like the one it is made of and yet another: a mirrored piece of it in finer pixels, with lamps where there were
 * none. For judging thresholds that were set on the scenes themselves.
 */
import { rgbImage, type RgbImage } from '../../src/engine/image/rgbImage';
import { seededRandom, seedOf } from '../fit/seededRandom';

const LAMPS = 10;
/** As shares of the long edge. */
const LAMP_RADIUS = { least: 0.002, most: 0.012 } as const;
const SOFT_EDGE_PX = 0.8;

/** @param longEdgePx of the result, at most that of `scene` */
export function freshScene(scene: RgbImage, longEdgePx: number, seed: string): RgbImage {
  const random = seededRandom(seedOf(`fresh ${seed}`));
  const piece = mirroredPiece(scene, longEdgePx, random.uniform(), random.uniform());
  for (let lamp = 0; lamp < LAMPS; lamp++) {
    const share = LAMP_RADIUS.least * (LAMP_RADIUS.most / LAMP_RADIUS.least) ** random.uniform();
    const warmth = 0.25 * random.uniform();
    const brightness = 0.8 + 0.2 * random.uniform();
    lightLamp(piece, {
      x: random.uniform() * piece.width,
      y: random.uniform() * piece.height,
      radiusPx: share * longEdgePx,
      color: [brightness, brightness * (1 - 0.4 * warmth), brightness * (1 - warmth)],
    });
  }
  return piece;
}

function mirroredPiece(scene: RgbImage, longEdgePx: number, alongX: number, alongY: number): RgbImage {
  const scale = longEdgePx / Math.max(scene.width, scene.height);
  const width = Math.round(scene.width * scale);
  const height = Math.round(scene.height * scale);
  const left = Math.floor(alongX * (scene.width - width));
  const top = Math.floor(alongY * (scene.height - height));
  const piece = rgbImage(width, height, scene.space);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = 3 * ((top + y) * scene.width + left + width - 1 - x);
      piece.data.set(scene.data.subarray(from, from + 3), 3 * (y * width + x));
    }
  }
  return piece;
}

interface Lamp {
  readonly x: number;
  readonly y: number;
  readonly radiusPx: number;
  /** Encoded. */
  readonly color: readonly [number, number, number];
}

function lightLamp({ width, height, data }: RgbImage, { x, y, radiusPx, color }: Lamp): void {
  const reach = Math.ceil(radiusPx + 4);
  for (let v = Math.max(0, Math.floor(y - reach)); v < Math.min(height, y + reach); v++) {
    for (let u = Math.max(0, Math.floor(x - reach)); u < Math.min(width, x + reach); u++) {
      const share = 1 / (1 + Math.exp((Math.hypot(u - x, v - y) - radiusPx) / SOFT_EDGE_PX));
      for (let c = 0; c < 3; c++) {
        const i = 3 * (v * width + u) + c;
        data[i] = Math.max(data[i], data[i] + share * (color[c] - data[i]));
      }
    }
  }
}
