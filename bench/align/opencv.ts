/** The OpenCV pipeline of opencv.py as a peer, where Python with OpenCV is installed. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Homography } from '../../src/engine/align/alignment';
import type { RgbImage } from '../../src/engine/image/rgbImage';
import { encodePng } from '../../src/formats/image/png/encodePng';
import { rgbImageToRaster } from '../../src/formats/image/rgbImageToRaster';
import type { BenchCase } from './measureCase';

export interface PeerResult {
  readonly filmToDigital: Homography | null;
  readonly cpuS: number;
}

const SCRIPT = path.join(import.meta.dirname, 'opencv.py');
const PYTHONS = ['python3', '/usr/bin/python3'];

/** The first Python that has OpenCV, or null. */
export function findOpenCv(): string | null {
  return PYTHONS.find((python) => spawnSync(python, ['-c', 'import cv2']).status === 0) ?? null;
}

export function alignWithOpenCv(python: string, { film, digital }: BenchCase): PeerResult {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'filmfit-bench-'));
  try {
    const files = [film, digital].map((image, i) => write(path.join(folder, `${i}.png`), image));
    const run = spawnSync(python, ['-B', SCRIPT], { input: `${files.join('\t')}\n`, encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`OpenCV failed: ${run.stderr}`);
    const { H, cpu } = JSON.parse(run.stdout) as { H: Homography | null; cpu: number };
    return { filmToDigital: H, cpuS: cpu };
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

function write(file: string, image: RgbImage): string {
  fs.writeFileSync(file, encodePng(rgbImageToRaster(image, 8)));
  return file;
}
