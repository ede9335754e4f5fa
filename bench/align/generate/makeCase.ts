/**
 * A digital photo and a film frame of one scene, with the true position of everything: both are resampled from the same
 * photograph through known maps, and the film then goes through a look, grain, dust and a scanner.
 */
import { applyHomography } from '../../../src/engine/align/homography';
import type { RgbImage } from '../../../src/engine/image/rgbImage';
import { rgbImage } from '../../../src/engine/image/rgbImage';
import type { Lut3d } from '../../../src/engine/render/lut3d';
import { seededRandom } from '../../fit/seededRandom';
import { between, drawGeometry } from './drawGeometry';
import { developFilm } from './developFilm';
import type { Level } from './levels';
import { LEVEL_RANGES } from './levels';
import { resample, softened } from './resample';
import { scanFilm } from './scanFilm';
import { blobs, smoothField } from './smoothField';

export interface GeneratedCase {
  readonly id: string;
  readonly level: Level;
  readonly film: RgbImage;
  readonly digital: RgbImage;
  /** Corresponding positions over the part of the film frame that the photo shows. */
  readonly truth: { readonly film: [number, number][]; readonly digital: [number, number][] };
  /** 0 where film and photo show the same, one byte a film pixel. */
  readonly unreliable: Uint8Array;
}

const GRID = 30;

/** The same case for the same scenes, look, level and seed. `other` lends what stands in the way. */
export function makeCase(
  id: string,
  level: Level,
  seed: number,
  scene: RgbImage,
  other: RgbImage,
  look: Lut3d | null,
  longEdgePx: number,
): GeneratedCase {
  const ranges = LEVEL_RANGES[level];
  const random = seededRandom(seed);
  const view = drawGeometry(random, scene, ranges, longEdgePx);
  const { crop, filmWidth, filmHeight, filmToScene } = view;
  const sceneScale = Math.max(crop.width, crop.height);
  const amplitude = (ranges.parallaxPx / 1000) * sceneScale;
  const sway = [0, 1].map(() => smoothField(random, scene.width, scene.height, between(random, 3, 6)));
  const angle = 2 * Math.PI * random.uniform();
  const near =
    random.uniform() < ranges.foreground
      ? blobs(random, scene.width, scene.height, between(random, 0.1, 0.3), 0.08)
      : null;
  const moved =
    ranges.moved > 0 && random.uniform() < 0.8
      ? blobs(random, scene.width, scene.height, ranges.moved * between(random, 0.5, 1.5), 0.02)
      : null;
  const radius = Math.hypot(filmWidth, filmHeight) / 2;
  /** Film frame → scene. */
  const toScene = (x: number, y: number): [number, number] => {
    const dx = (x - (filmWidth - 1) / 2) / radius;
    const dy = (y - (filmHeight - 1) / 2) / radius;
    const bend = view.distortion * (dx * dx + dy * dy) * radius;
    const [u, v] = applyHomography(filmToScene, x + bend * dx, y + bend * dy);
    if (!amplitude) return [u, v];
    const shift = near ? 1.5 * amplitude * near(u, v) : 0;
    return [
      u + 0.6 * amplitude * sway[0](u, v) + shift * Math.cos(angle),
      v + 0.6 * amplitude * sway[1](u, v) + shift * Math.sin(angle),
    ];
  };
  const scale = view.digitalWidth / crop.width;
  const toDigital = (u: number, v: number): [number, number] => [
    (u - crop.x + 0.5) * scale - 0.5,
    (v - crop.y + 0.5) * scale - 0.5,
  ];
  const digital = resample(softened(scene, 1 / scale), view.digitalWidth, view.digitalHeight, (x, y) => [
    (x + 0.5) / scale - 0.5 + crop.x,
    (y + 0.5) / scale - 0.5 + crop.y,
  ]);
  for (let i = 0; i < digital.data.length; i++) digital.data[i] += 0.004 * random.normal();
  const filmScale = Math.hypot(filmToScene[0], filmToScene[3]);
  const source = softened(scene, filmScale);
  const frame = resample(source, filmWidth, filmHeight, toScene);
  const unreliable = new Uint8Array(filmWidth * filmHeight);
  markAndMove(frame, unreliable, other, toScene, toDigital, digital, near, moved);
  const blurPx = (between(random, ...ranges.blurPx) * Math.max(filmWidth, filmHeight)) / 1200;
  const developed = developFilm(random, softenedBy(frame, blurPx), ranges, look);
  const scan = scanFilm(random, developed.image, unreliable, ranges, developed.negative);
  const pairs = truthGrid(filmWidth, filmHeight, toScene, toDigital, digital, scan.toScan);
  return {
    id,
    level,
    film: clipped(scan.image),
    digital: clipped(digital),
    truth: pairs,
    unreliable: scan.unreliable,
  };
}

function softenedBy(image: RgbImage, sigmaPx: number): RgbImage {
  return sigmaPx > 0.3 ? softened(image, Math.sqrt(1 + (sigmaPx / 0.45) ** 2)) : image;
}

/** Marks what the photo does not show, near objects' rims and what moved, and paints the latter. */
function markAndMove(
  frame: RgbImage,
  unreliable: Uint8Array,
  other: RgbImage,
  toScene: (x: number, y: number) => [number, number],
  toDigital: (u: number, v: number) => [number, number],
  digital: RgbImage,
  near: ((x: number, y: number) => number) | null,
  moved: ((x: number, y: number) => number) | null,
): void {
  for (let y = 0, i = 0; y < frame.height; y++) {
    for (let x = 0; x < frame.width; x++, i++) {
      const [u, v] = toScene(x, y);
      const [p, q] = toDigital(u, v);
      if (p < 0 || q < 0 || p > digital.width - 1 || q > digital.height - 1) unreliable[i] = 1;
      if (near) {
        const rim = near(u, v);
        if (rim > 0.05 && rim < 0.95) unreliable[i] = 1;
      }
      const cover = moved ? moved(u, v) : 0;
      if (cover <= 0) continue;
      if (cover > 0.05) unreliable[i] = 1;
      const from = 3 * ((y % other.height) * other.width + (x % other.width));
      for (let c = 0; c < 3; c++) {
        frame.data[3 * i + c] += cover * (other.data[from + c] - frame.data[3 * i + c]);
      }
    }
  }
}

function truthGrid(
  filmWidth: number,
  filmHeight: number,
  toScene: (x: number, y: number) => [number, number],
  toDigital: (u: number, v: number) => [number, number],
  digital: RgbImage,
  toScan: (x: number, y: number) => [number, number],
): GeneratedCase['truth'] {
  const truth: GeneratedCase['truth'] = { film: [], digital: [] };
  for (let i = 0; i < GRID * GRID; i++) {
    const x = ((i % GRID) / (GRID - 1)) * (filmWidth - 1);
    const y = (Math.floor(i / GRID) / (GRID - 1)) * (filmHeight - 1);
    const [p, q] = toDigital(...toScene(x, y));
    if (p < 0 || q < 0 || p > digital.width - 1 || q > digital.height - 1) continue;
    truth.film.push(toScan(x, y));
    truth.digital.push([p, q]);
  }
  return truth;
}

/** To 8 bits, as scans and photos come. */
function clipped(image: RgbImage): RgbImage {
  const data = image.data.map((value) => Math.round(255 * Math.min(1, Math.max(0, value))) / 255);
  return rgbImage(image.width, image.height, image.space, data);
}
