/** One scale of the photometric refinement: the film laid onto the digital picture's grid, both locally normalized. */
import type { Homography, LocalWarp } from './alignment';
import { Correspondences } from './correspondences';
import type { FrameQuad } from './frameQuad';
import { isInsideFrame } from './frameQuad';
import { composeHomographies, localScale, resizeHomography } from './homography';
import { localNormalize } from './localNormalize';
import { scaleWarp } from './localWarp';
import type { TileMeasurements } from './tileMeasurements';
import type { FilmGrid } from './warpFilm';
import { createFilmGrid, warpRows } from './warpFilm';
import type { Plane } from '../image/rgbImage';
import { resizePlaneInSlices } from '../image/resizeArea';
import type { Task } from '../task';
import { within } from '../task';

const ROWS_PER_STEP_SAMPLES = 20000;

/** Gray pictures at analysis size; the film's tones already have the digital picture's polarity. */
export interface GrayPair {
  readonly film: Plane;
  readonly digital: Plane;
  /** The picture area of the film, in film pixels. */
  readonly frame: FrameQuad;
}

export interface Mapping {
  readonly filmToDigital: Homography;
  readonly warp: LocalWarp | null;
}

export interface LevelScale {
  /** Size of the level over the size of the digital picture, at most 1. */
  readonly scale: number;
  readonly normalizeRadiusPx: number;
}

export interface PreparedLevel {
  readonly width: number;
  readonly height: number;
  /** Locally normalized. */
  readonly digital: Float32Array;
  /** Locally normalized, on the digital level's grid. */
  readonly film: Float32Array;
  /** In the film level's pixels. */
  readonly frame: FrameQuad;
  readonly grid: FilmGrid;
  /** Level pixels over analysis pixels. */
  readonly digitalScale: readonly [number, number];
  readonly filmScale: readonly [number, number];
}

export function* prepareLevel(pair: GrayPair, start: Mapping, options: LevelScale): Task<PreparedLevel> {
  const { film, digital } = pair;
  const width = Math.max(8, Math.round(digital.width * options.scale));
  const height = Math.max(8, Math.round(digital.height * options.scale));
  const digitalScale = [width / digital.width, height / digital.height] as const;
  const middle = localScale(start.filmToDigital, film.width / 2, film.height / 2);
  const shrink = Math.min(1, middle * options.scale);
  const filmWidth = Math.max(8, Math.round(film.width * shrink));
  const filmHeight = Math.max(8, Math.round(film.height * shrink));
  const filmScale = [filmWidth / film.width, filmHeight / film.height] as const;
  const smallFilm = yield* within(resizePlaneInSlices(film, filmWidth, filmHeight, 'align.refine'), 0, 0.05);
  yield refineStep(0.05);
  const smallDigital = yield* within(resizePlaneInSlices(digital, width, height, 'align.refine'), 0.05, 0.1);
  yield refineStep(0.1);
  const h = composeHomographies(
    resizeHomography(...digitalScale),
    composeHomographies(start.filmToDigital, resizeHomography(1 / filmScale[0], 1 / filmScale[1])),
  );
  const grid = createFilmGrid(h, start.warp && scaleWarp(start.warp, width, height), width, height);
  const warped = new Float32Array(width * height);
  const rows = Math.max(4, Math.floor(ROWS_PER_STEP_SAMPLES / width));
  for (let y = 0; y < height; y += rows) {
    warpRows(smallFilm.data, 1, filmWidth, filmHeight, grid, warped, y, Math.min(height, y + rows));
    yield refineStep(0.1);
  }
  const filmLn = new Float32Array(width * height);
  const digitalLn = new Float32Array(width * height);
  const radius = options.normalizeRadiusPx;
  yield* within(localNormalize(warped, filmLn, width, height, radius, 'align.refine'), 0.2, 0.3);
  yield* within(
    localNormalize(smallDigital.data, digitalLn, width, height, radius, 'align.refine'),
    0.3,
    0.4,
  );
  const frame = pair.frame.map(([x, y]) => [
    (x + 0.5) * filmScale[0] - 0.5,
    (y + 0.5) * filmScale[1] - 0.5,
  ]) as unknown as FrameQuad;
  return { width, height, digital: digitalLn, film: filmLn, frame, grid, digitalScale, filmScale };
}

function refineStep(fraction: number): { stage: string; fraction: number } {
  return { stage: 'align.refine', fraction };
}

/** Tile displacements as point pairs in the pixels of the analysis pictures. */
export function toCorrespondences(measured: TileMeasurements, level: PreparedLevel): Correspondences {
  const points = new Correspondences(measured.count);
  const { grid, digitalScale, filmScale } = level;
  for (let i = 0; i < measured.count; i++) {
    const [fx, fy] = grid.at(measured.x[i] + measured.dx[i], measured.y[i] + measured.dy[i]);
    points.add(
      (fx + 0.5) / filmScale[0] - 0.5,
      (fy + 0.5) / filmScale[1] - 0.5,
      (measured.x[i] + 0.5) / digitalScale[0] - 0.5,
      (measured.y[i] + 0.5) / digitalScale[1] - 0.5,
      measured.infoXX[i] * digitalScale[0] ** 2,
      measured.infoXY[i] * digitalScale[0] ** 2,
      measured.infoYY[i] * digitalScale[0] ** 2,
    );
  }
  return points;
}

/** Whether the square tile around a digital position of the level lies in the film frame. */
export function isTileInFrame({ frame, grid }: PreparedLevel, x: number, y: number, radius: number): boolean {
  return (
    isInsideFrame(frame, grid, x - radius, y - radius) &&
    isInsideFrame(frame, grid, x + radius, y - radius) &&
    isInsideFrame(frame, grid, x - radius, y + radius) &&
    isInsideFrame(frame, grid, x + radius, y + radius)
  );
}
