/** Real pictures of ../shared/data with what is known about their true mapping. */
import fs from 'node:fs';
import path from 'node:path';
import { alignFilmToDigital } from '../../src/engine/align/alignFilmToDigital';
import type { Alignment, Homography } from '../../src/engine/align/alignment';
import { applyHomography } from '../../src/engine/align/homography';
import { digitalPosition } from '../../src/engine/align/localWarp';
import type { ImagePair } from '../../src/engine/image/rgbImage';
import { loadImage } from './loadImage';
import { runWatched } from './runWatched';

export interface RealResult {
  readonly name: string;
  readonly status: Alignment['status'];
  readonly confidence: number;
  /** Median and largest distance from the truth, in pixels of the second picture; null where there is no truth. */
  readonly errorPx: { readonly median: number; readonly worst: number } | null;
  /** Residual of the agreeing tiles, in pixels of the second picture. */
  readonly residualPx: number;
  readonly cpuS: number;
}

type Points = readonly (readonly [ax: number, ay: number, bx: number, by: number])[];

interface RealPair {
  readonly name: string;
  readonly film: string;
  readonly digital: string;
  readonly truth: (folder: string, pair: ImagePair) => Points | null;
}

const PAIRS: readonly RealPair[] = [
  {
    name: 'scooters',
    film: 'pairs/cinestill-800t/scooters-film.jpeg',
    digital: 'pairs/cinestill-800t/scooters-digital.jpeg',
    truth: () => null,
  },
  // Aligned by its authors with one homography: how far we are from theirs.
  {
    name: 'castle',
    film: 'pairs/cinestill-800t/castle-film.png',
    digital: 'pairs/cinestill-800t/castle-digital.png',
    truth: (_, pair) => grid(pair, [1, 0, 0, 0, 1, 0, 0, 0, 1]),
  },
  {
    name: 'graf 1 → 3',
    film: 'align/graf1.png',
    digital: 'align/graf3.png',
    truth: (folder, pair) => grid(pair, readMatrix(path.join(folder, 'align/H1to3p.xml'))),
  },
  // Taken from a tripod while the light changed.
  { name: 'leuven', film: 'align/leuvenA.jpg', digital: 'align/leuvenB.jpg', truth: () => null },
  ...['boat', 'BruggeSquare', 'Eiffel', 'city'].map((name): RealPair => {
    const extension = name === 'BruggeSquare' ? 'jpg' : 'png';
    return {
      name,
      film: `align/${name}A.${extension}`,
      digital: `align/${name}B.${extension}`,
      truth: (folder) => readPoints(path.join(folder, `align/${name}_gt.csv`)),
    };
  }),
  { name: 'DFM panorama', film: 'align/DFM_4209.jpg', digital: 'align/DFM_4210.jpg', truth: () => null },
];

/** Nothing where the data is not there. */
export function measureRealPairs(folder: string): RealResult[] {
  return PAIRS.filter(({ film }) => fs.existsSync(path.join(folder, film))).map((real) => {
    const pair = {
      film: loadImage(path.join(folder, real.film)),
      digital: loadImage(path.join(folder, real.digital)),
    };
    const { value: alignment, cpuS } = runWatched(alignFilmToDigital(pair));
    const truth = real.truth(folder, pair);
    return {
      name: real.name,
      status: alignment.status,
      confidence: alignment.confidence,
      errorPx: truth && alignment.inliers > 0 ? distances(alignment, truth) : null,
      residualPx: alignment.errorPx,
      cpuS,
    };
  });
}

function distances(alignment: Alignment, truth: Points): { median: number; worst: number } {
  const sorted = truth
    .map(([ax, ay, bx, by]) => {
      const [x, y] = digitalPosition(alignment, ax, ay);
      return Math.hypot(x - bx, y - by);
    })
    .sort((a, b) => a - b);
  return { median: sorted[sorted.length >> 1], worst: sorted[sorted.length - 1] };
}

/** Points of the first picture that the second shows too. */
function grid({ film, digital }: ImagePair, h: Homography): Points {
  const nodes = 15;
  const all = Array.from({ length: nodes * nodes }, (_, i): Points[number] => {
    const x = ((i % nodes) / (nodes - 1)) * (film.width - 1);
    const y = (Math.floor(i / nodes) / (nodes - 1)) * (film.height - 1);
    return [x, y, ...applyHomography(h, x, y)];
  });
  return all.filter(([, , x, y]) => x >= 0 && y >= 0 && x <= digital.width - 1 && y <= digital.height - 1);
}

function readMatrix(file: string): Homography {
  const data = /<data>([^<]+)<\/data>/.exec(fs.readFileSync(file, 'utf8'));
  const values = data?.[1].trim().split(/\s+/).map(Number) ?? [];
  if (values.length !== 9) throw new Error(`${file} holds no 3 × 3 matrix.`);
  return values as unknown as Homography;
}

function readPoints(file: string): Points {
  const lines = fs.readFileSync(file, 'utf8').trim().split('\n').slice(1);
  return lines.map((line) => line.split(',').map(Number) as unknown as Points[number]);
}
