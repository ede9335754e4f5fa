/** A made-up night scene, and the film of it with a warm look, grain, and a red glow around its lamps. */
import { RGB_SPACES } from '../../src/engine/color/rgbSpaces';
import { renderGrain } from '../../src/engine/grain/renderGrain';
import { renderHalation } from '../../src/engine/halation/renderHalation';
import { rgbImage, type RgbImage } from '../../src/engine/image/rgbImage';
import type { GrainModel, HalationModel } from '../../src/engine/look';
import { renderLook } from '../../src/engine/render/renderLook';
import { createRandom } from './createRandom';
import { warmLook } from './warmLook';

const WIDTH = 600;
const HEIGHT = 400;
const SIGMA = 7 / 255;
const even = new Array<number>(9).fill(SIGMA);

export const TRUE_GRAIN: GrainModel = {
  strength: { red: even, green: even, blue: even },
  correlation: [0.3, 0.3, 0.3],
  spectrum: [{ sigmaPx: 0.9, share: 1 }],
  sizePx: 1.8,
  analysedLongEdgePx: WIDTH,
};
export const TRUE_HALATION: HalationModel = { strength: 0.14, radius: 0.014, tint: [1, 0.3, 0] };

function nightScene(): RgbImage {
  const random = createRandom(21);
  const image = rgbImage(WIDTH, HEIGHT, 'srgb');
  for (let i = 0; i < WIDTH * HEIGHT; i++) {
    const slope = (i % WIDTH) / WIDTH;
    image.data.set([0.13 + 0.05 * slope, 0.14 + 0.04 * slope, 0.15 + 0.03 * slope], 3 * i);
  }
  const rectangle = (left: number, top: number, width: number, height: number, color: readonly number[]) => {
    for (let y = Math.max(0, top | 0); y < Math.min(HEIGHT, top + height); y++) {
      for (let x = Math.max(0, left | 0); x < Math.min(WIDTH, left + width); x++) {
        image.data.set(color, 3 * (y * WIDTH + x));
      }
    }
  };
  for (let i = 0; i < 90; i++) {
    const gray = i % 3 === 0 ? 0.25 + 0.55 * random() : 0.12 + 0.15 * random();
    const color = [0, 1, 2].map(() => gray * (0.75 + 0.5 * random()));
    rectangle(WIDTH * random(), HEIGHT * random(), 20 + 70 * random(), 20 + 70 * random(), color);
  }
  for (let i = 0; i < 26; i++) {
    const side = 5 + 12 * random();
    rectangle(WIDTH * random(), HEIGHT * random(), side, side, [0.98, 0.96, 0.93]);
  }
  return image;
}

function noisy(image: RgbImage, sigma: number): RgbImage {
  const random = createRandom(5);
  const data = image.data.map((value) => value + sigma * 2 * (random() + random() + random() - 1.5));
  return { ...image, data };
}

export function texturedPair(): { readonly film: RgbImage; readonly digital: RgbImage } {
  const scene = nightScene();
  const film = renderGrain(renderLook(renderHalation(scene, TRUE_HALATION), warmLook()), TRUE_GRAIN, {
    seed: 3,
  });
  return { film, digital: noisy(scene, 1 / 255) };
}

/** Darker to the corners; in linear light. */
function lampAt(x: number, y: number): number {
  return 0.95 * (1 - 0.7 * ((x / WIDTH - 0.5) ** 2 + (y / HEIGHT - 0.5) ** 2));
}

/** The film as scanned over a lamp that is darker to the corners; null: the lamp without film. */
export function inLampLight(film: RgbImage | null): RgbImage {
  const { encode, decode } = RGB_SPACES.srgb;
  const scan = rgbImage(WIDTH, HEIGHT, 'srgb');
  for (let i = 0; i < scan.data.length; i++) {
    const pixel = Math.floor(i / 3);
    const through = film ? decode(film.data[i]) : 1;
    scan.data[i] = encode(through * lampAt(pixel % WIDTH, Math.floor(pixel / WIDTH)));
  }
  return scan;
}
