/** Where the benchmark's pairs come from: our generator on photos and looks, or a folder of cases made elsewhere. */
import fs from 'node:fs';
import path from 'node:path';
import { resizeArea } from '../../src/engine/image/resizeArea';
import type { RgbImage } from '../../src/engine/image/rgbImage';
import type { Lut3d } from '../../src/engine/render/lut3d';
import { parseHald } from '../../src/formats/hald/hald';
import { seedOf } from '../fit/seededRandom';
import type { Level } from './generate/levels';
import { makeCase } from './generate/makeCase';
import { loadImage, loadPlane } from './loadImage';
import type { BenchCase, TruthGrid } from './measureCase';

const ROOT = path.resolve(import.meta.dirname, '../..');
export const SHARED_DATA = path.resolve(ROOT, '../shared/data');

const LONG_EDGE_PX = 1200;
/** Scenes are reduced to this: enough for both views at full size. */
const SCENE_PX = 2400;

/** `perLevel` cases of each level, made one at a time: the photos of ../shared/data where present, else our sample. */
export function* generatedCases(
  levels: readonly Level[],
  perLevel: number,
  seed: number,
): Generator<BenchCase> {
  const scenes = picturesOf(path.join(SHARED_DATA, 'scenes')) ?? [path.join(ROOT, 'sample/digital.jpg')];
  const looks = picturesOf(path.join(SHARED_DATA, 'looks')) ?? [];
  for (const level of levels) {
    for (let i = 0; i < perLevel; i++) {
      const id = `${level}_${String(i).padStart(3, '0')}`;
      const own = seedOf(`${seed} ${id}`);
      const sceneFile = scenes[(seed + 5 * i) % scenes.length];
      const scene = loadScene(sceneFile);
      const other = loadScene(scenes[(seed + 5 * i + 3) % scenes.length]);
      const look = looks.length > 0 && own % 5 < 3 ? loadLook(looks[own % looks.length]) : null;
      yield {
        ...makeCase(id, level, own, scene, other, look, LONG_EDGE_PX),
        scene: path.basename(sceneFile),
      };
    }
  }
}

interface Mapping {
  readonly source: string;
  readonly grid: TruthGrid;
}

/** Cases as index.json lists them: a folder each with film.png, digital.png, mapping.json and unreliable.png. */
export function* storedCases(
  folder: string,
  levels: readonly string[],
  perLevel: number,
): Generator<BenchCase> {
  const text = fs.readFileSync(path.join(folder, 'index.json'), 'utf8');
  const { cases } = JSON.parse(text) as { cases: { id: string; level: string }[] };
  for (const wanted of levels) {
    for (const { id, level } of cases.filter((item) => item.level === wanted).slice(0, perLevel)) {
      const file = (name: string): string => path.join(folder, id, name);
      const { source, grid } = JSON.parse(fs.readFileSync(file('mapping.json'), 'utf8')) as Mapping;
      yield {
        id,
        level,
        scene: source,
        film: loadImage(file('film.png')),
        digital: loadImage(file('digital.png')),
        truth: grid,
        unreliable: loadPlane(file('unreliable.png')),
      };
    }
  }
}

function picturesOf(folder: string): string[] | null {
  if (!fs.existsSync(folder)) return null;
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.png'));
  return files.sort().map((name) => path.join(folder, name));
}

let lastScene: { file: string; image: RgbImage } | null = null;

function loadScene(file: string): RgbImage {
  if (lastScene?.file === file) return lastScene.image;
  const full = loadImage(file);
  const scale = Math.min(1, SCENE_PX / Math.max(full.width, full.height));
  const image = resizeArea(full, Math.round(full.width * scale), Math.round(full.height * scale));
  lastScene = { file, image };
  return image;
}

function loadLook(file: string): Lut3d {
  return parseHald(fs.readFileSync(file), 'srgb', file);
}
