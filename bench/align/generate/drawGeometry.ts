/** Two views of one photo: which part the digital camera takes, and where the film frame looks. */
import { applyHomography } from '../../../src/engine/align/homography';
import type { Homography } from '../../../src/engine/align/alignment';
import { homographiesFromPoints } from '../../../src/engine/align/homographyFromPoints';
import type { RgbImage } from '../../../src/engine/image/rgbImage';
import type { Random } from '../../fit/seededRandom';
import type { LevelRanges } from './levels';

export interface ViewGeometry {
  /** Part of the scene that the digital picture shows, in scene pixels. */
  readonly crop: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly digitalWidth: number;
  readonly digitalHeight: number;
  readonly filmWidth: number;
  readonly filmHeight: number;
  /** Film frame → scene, before distortion and parallax. */
  readonly filmToScene: Homography;
  readonly distortion: number;
}

const ASPECTS = [3 / 2, 3 / 2, 4 / 3, 5 / 4, 1] as const;
const ATTEMPTS = 4000;
/** Least local contrast of a place that a view can be recognized by, and the share of the overlap that has to have it. */
const MIN_CONTRAST = 0.03;
const MIN_STRUCTURED = 0.4;

/** Views that share nothing but a flat sky or wall are drawn again: no method could align them. */
export function drawGeometry(
  random: Random,
  scene: RgbImage,
  ranges: LevelRanges,
  longEdgePx: number,
): ViewGeometry {
  const isWide = scene.width >= scene.height;
  const zoomDrawn = between(random, ...ranges.zoom);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const relaxed = 1 - attempt / ATTEMPTS;
    const orient = (aspect: number): number => (isWide ? aspect : 1 / aspect);
    const digitalAspect = orient(ASPECTS[Math.floor(2.9 * random.uniform())]);
    const filmAspect = orient(ASPECTS[Math.floor(4.99 * random.uniform())]);
    const zoom = 2 ** (zoomDrawn * relaxed);
    const fit = Math.min(scene.width, scene.height * digitalAspect);
    const cropWidth = (fit * between(random, 0.6, 1)) / Math.max(1, zoom * 1.08);
    const cropHeight = cropWidth / digitalAspect;
    const x = random.uniform() * (scene.width - cropWidth);
    const y = random.uniform() * (scene.height - cropHeight);
    const frameWidth = zoom * Math.sqrt(cropWidth * cropHeight * filmAspect);
    const frameHeight = frameWidth / filmAspect;
    const angle = (ranges.rotationDeg * relaxed * (2 * random.uniform() - 1) * Math.PI) / 180;
    const centerX = x + cropWidth * (0.5 + 0.08 * random.normal());
    const centerY = y + cropHeight * (0.5 + 0.08 * random.normal());
    const corners = [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ].map(([sx, sy]) => {
      const dx = frameWidth * 0.5 * (sx + ranges.perspective * (2 * random.uniform() - 1));
      const dy = frameHeight * 0.5 * (sy + ranges.perspective * (2 * random.uniform() - 1));
      return {
        x: centerX + dx * Math.cos(angle) - dy * Math.sin(angle),
        y: centerY + dx * Math.sin(angle) + dy * Math.cos(angle),
      };
    });
    const distortion = ranges.distortion * (2 * random.uniform() - 1);
    const longFilm = Math.round(longEdgePx * 2 ** between(random, -0.25, 0.25));
    const filmWidth = filmAspect >= 1 ? longFilm : Math.round(longFilm * filmAspect);
    const filmHeight = filmAspect >= 1 ? Math.round(longFilm / filmAspect) : longFilm;
    const margin = 3 + Math.max(0, distortion) * Math.max(frameWidth, frameHeight);
    const leaves = corners.some(
      (corner) =>
        corner.x < margin ||
        corner.y < margin ||
        corner.x > scene.width - margin ||
        corner.y > scene.height - margin,
    );
    if (leaves) continue;
    const [filmToScene] = homographiesFromPoints(
      corners.map((digital, i) => ({
        film: { x: i % 3 === 0 ? -0.5 : filmWidth - 0.5, y: i < 2 ? -0.5 : filmHeight - 0.5 },
        digital,
      })),
      filmWidth,
      filmHeight,
    );
    if (!filmToScene) continue;
    const crop = { x, y, width: cropWidth, height: cropHeight };
    const size = { filmWidth, filmHeight };
    if (!isRecognizable(scene, crop, filmToScene, size, ranges.overlap * (0.5 + 0.5 * relaxed), relaxed))
      continue;
    const scale = longEdgePx / Math.max(cropWidth, cropHeight);
    return {
      crop,
      digitalWidth: Math.round(cropWidth * scale),
      digitalHeight: Math.round(cropHeight * scale),
      ...size,
      filmToScene,
      distortion,
    };
  }
  throw new Error('No two views of this scene fit the level.');
}

function isRecognizable(
  scene: RgbImage,
  crop: ViewGeometry['crop'],
  filmToScene: Homography,
  { filmWidth, filmHeight }: { filmWidth: number; filmHeight: number },
  minOverlap: number,
  relaxed: number,
): boolean {
  const nodes = 20;
  let inside = 0;
  let structured = 0;
  const radius = Math.round(Math.max(scene.width, scene.height) / 50);
  for (let i = 0; i < nodes * nodes; i++) {
    const [x, y] = applyHomography(
      filmToScene,
      (((i % nodes) + 0.5) / nodes) * filmWidth,
      ((Math.floor(i / nodes) + 0.5) / nodes) * filmHeight,
    );
    if (x < crop.x || y < crop.y || x > crop.x + crop.width || y > crop.y + crop.height) continue;
    inside++;
    if (contrastAt(scene, Math.round(x), Math.round(y), radius) > MIN_CONTRAST) structured++;
  }
  return inside >= minOverlap * nodes * nodes && structured >= MIN_STRUCTURED * relaxed * inside;
}

/** Standard deviation of green on a grid of samples around a place. */
function contrastAt(scene: RgbImage, x: number, y: number, radius: number): number {
  let [sum, square, count] = [0, 0, 0];
  const step = Math.max(1, Math.floor(radius / 4));
  for (let v = Math.max(0, y - radius); v <= Math.min(scene.height - 1, y + radius); v += step) {
    for (let u = Math.max(0, x - radius); u <= Math.min(scene.width - 1, x + radius); u += step) {
      const value = scene.data[3 * (v * scene.width + u) + 1];
      sum += value;
      square += value * value;
      count++;
    }
  }
  return Math.sqrt(Math.max(0, square / count - (sum / count) ** 2));
}

export function between(random: Random, from: number, to: number): number {
  return from + (to - from) * random.uniform();
}
