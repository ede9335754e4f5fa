/**
 * Scenes and looks of the benchmark: the photos and film looks of ../shared/data, or, without them, tiles of the sample
 * photo and synthesized looks that the film prior has not seen (another seed).
 *
 * Looks are split in two halves: `development` may be looked at while the fit is being changed, `test` only afterwards.
 */
import fs from 'node:fs';
import path from 'node:path';
import { cropImage } from './cropImage';
import { randomFilmLook, randomMonochromeLook } from '../../scripts/filmPrior/randomFilmLook';
import type { RgbImage } from '../../src/engine/image/rgbImage';
import { latticeColors } from '../../src/engine/render/bakeLut';
import { loadImage } from '../align/loadImage';
import { loadScene, sceneNames } from './loadScene';
import { seededRandom } from './seededRandom';
import { loadTruthLook, type TruthLook } from './truthLook';

const ROOT = path.resolve(import.meta.dirname, '../..');
export const SHARED_DATA = path.resolve(ROOT, '../shared/data');
export const hasSharedData = fs.existsSync(path.join(SHARED_DATA, 'looks'));

export type LookSet = 'development' | 'test' | 'all';

export interface NamedLook {
  readonly name: string;
  readonly load: () => TruthLook;
}

export interface NamedScene {
  readonly name: string;
  readonly load: (longEdgePx: number) => RgbImage;
}

/** Half of every kind: negatives, slides, black and white, datasheet simulations. */
const DEVELOPMENT = [
  'Black_and_White-Kodak_Tri-X_400',
  'Color_Negative-Agfa_Vista_200',
  'Color_Negative-Fuji_Superia_400',
  'Color_Negative-Kodak_Portra_400',
  'Color_Slide-Fuji_Provia_100F',
  'Color_Slide-Kodak_Kodakchrome_64',
  'FUJI_VELVIA_50__slide',
  'KODAK_TRI_X_400__KODAK_POLYMAX_GRADE_2',
];

export function benchLooks(set: LookSet): NamedLook[] {
  if (!hasSharedData) return synthesizedLooks();
  const folder = path.join(SHARED_DATA, 'looks');
  return fs
    .readdirSync(folder)
    .filter((file) => /\.(png|cube)$/.test(file))
    .sort()
    .map((file) => ({
      name: file.replace(/\.\w+$/, ''),
      load: () => loadTruthLook(path.join(folder, file)),
    }))
    .filter(({ name }) => set === 'all' || DEVELOPMENT.includes(name) === (set === 'development'));
}

/** Only lossless digital photos are trained on; `tests` has scans of film as well. */
export function benchScenes(): { readonly training: NamedScene[]; readonly tests: NamedScene[] } {
  if (!hasSharedData) {
    const tiles = sampleTiles();
    return { training: tiles, tests: tiles };
  }
  const folder = path.join(SHARED_DATA, 'scenes');
  const tests = sceneNames(folder).map((name) => ({
    name,
    load: (longEdgePx: number) => loadScene(path.join(folder, `${name}.png`), longEdgePx),
  }));
  return { training: tests.filter(({ name }) => name.startsWith('val_')), tests };
}

const SYNTHESIZED_SIZE = 33;
const OTHER_SEED = 77_000_000;

function synthesizedLooks(): NamedLook[] {
  return Array.from({ length: 6 }, (_, i) => ({
    name: `synthesized ${i + 1}${i === 5 ? ', black and white' : ''}`,
    load: () => {
      const draw = i === 5 ? randomMonochromeLook : randomFilmLook;
      const look = draw(seededRandom(OTHER_SEED + i));
      const values = latticeColors(SYNTHESIZED_SIZE);
      const color = new Float64Array(3);
      for (let at = 0; at < values.length; at += 3) {
        color.set(values.subarray(at, at + 3));
        look(color);
        for (let c = 0; c < 3; c++) values[at + c] = Math.max(0, Math.min(1, color[c]));
      }
      return { name: `synthesized ${i + 1}`, size: SYNTHESIZED_SIZE, values };
    },
  }));
}

/** Four quarters of the sample photo. */
function sampleTiles(): NamedScene[] {
  return [0, 1, 2, 3].map((tile) => ({
    name: `sample ${tile + 1}`,
    load: () => {
      const photo = loadImage(path.join(ROOT, 'sample/digital.jpg'));
      const width = photo.width >> 1;
      const height = photo.height >> 1;
      return cropImage(photo, (tile % 2) * width, (tile >> 1) * height, width, height);
    },
  }));
}
