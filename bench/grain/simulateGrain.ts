/**
 * A photo and the film frame that a plain look and known grain make of it. The grain is not a mixture of Gaussians: it is
 * white noise through a soft disc, as clouds of dye are, so that the estimate is not judged by its own model.
 */
import jpeg from 'jpeg-js';
import { rgbImage, type RgbImage } from '../../src/engine/image/rgbImage';
import { gaussianKernelBlur } from '../fit/gaussianKernelBlur';
import { seededRandom, seedOf, type Random } from '../fit/seededRandom';

export interface GrainCase {
  readonly name: string;
  /** At the middle tones, in encoded values, and the factors of red, green and blue. */
  readonly sigma: number;
  readonly gains: readonly [number, number, number];
  readonly discPx: number;
  /** Between any two channels. */
  readonly correlation: number;
  readonly digitalNoise: number;
  readonly scannerNoise: number;
  readonly shiftPx: number;
  readonly blurPx: number;
  readonly jpegQuality: number | null;
}

const PLAIN = {
  gains: [1, 0.9, 1.3],
  discPx: 1.6,
  correlation: 0.35,
  digitalNoise: 1 / 255,
  scannerNoise: 0,
  shiftPx: 0.5,
  blurPx: 0.7,
  jpegQuality: null,
} as const;

export const GRAIN_CASES: readonly GrainCase[] = [
  { ...PLAIN, name: 'strong', sigma: 10 / 255 },
  { ...PLAIN, name: 'middle', sigma: 6 / 255 },
  { ...PLAIN, name: 'middle, coarse', sigma: 6 / 255, discPx: 3 },
  { ...PLAIN, name: 'middle, fine', sigma: 6 / 255, discPx: 0.8 },
  {
    ...PLAIN,
    name: 'middle, noisy photo, 1.5 px off',
    sigma: 6 / 255,
    digitalNoise: 2 / 255,
    shiftPx: 1.5,
    blurPx: 1.2,
  },
  { ...PLAIN, name: 'middle, scanner noise 2', sigma: 6 / 255, scannerNoise: 2 / 255 },
  { ...PLAIN, name: 'middle, JPEG 92', sigma: 6 / 255, jpegQuality: 92 },
  { ...PLAIN, name: 'weak 4', sigma: 4 / 255 },
  { ...PLAIN, name: 'weak 3', sigma: 3 / 255 },
  { ...PLAIN, name: 'faint 2', sigma: 2 / 255 },
  { ...PLAIN, name: 'faint 1', sigma: 1 / 255 },
  { ...PLAIN, name: 'none', sigma: 0 },
];

export interface SimulatedGrain {
  readonly film: RgbImage;
  /** The photo with the look, as an estimate knows it. */
  readonly rendered: RgbImage;
  readonly field: {
    /** Distance at which the true autocorrelation falls to 1/e. */
    readonly size: number;
    /** size² values of unit variance. */
    readonly sample: (size: number) => Float32Array;
  };
  /** Strength at a tone over that at the middle tones. */
  readonly shareAt: (tone: number) => number;
}

const shareAt = (tone: number): number => 0.35 + 0.65 * 4 * tone * (1 - tone);
const plainLook = (value: number): number => 0.04 + 0.9 * value ** 0.9;

export function simulateGrain(scene: RgbImage, test: GrainCase, seed: string): SimulatedGrain {
  const { width, height } = scene;
  const random = seededRandom(seedOf(seed));
  const rendered = rgbImage(width, height, 'srgb');
  const film = rgbImage(width, height, 'srgb');
  const shift = Math.round(test.shiftPx * 2) / 2;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < 3; c++) {
        const i = 3 * (y * width + x) + c;
        const clean = plainLook(scene.data[i]);
        rendered.data[i] = quantized(clean + test.digitalNoise * random.normal());
        const u = Math.min(width - 2, Math.floor(x + shift));
        const t = shift - Math.floor(shift);
        const there = 3 * (y * width + u) + c;
        film.data[i] = plainLook((1 - t) * scene.data[there] + t * scene.data[there + 3]);
      }
    }
  }
  gaussianKernelBlur(film, test.blurPx);
  const kernel = discKernel(test.discPx);
  const fields = [0, 1, 2, 3].map(() => convolved(width, height, kernel, random));
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < 3; c++) {
      const value = film.data[3 * i + c];
      const noise =
        Math.sqrt(test.correlation) * fields[3][i] + Math.sqrt(1 - test.correlation) * fields[c][i];
      film.data[3 * i + c] = quantized(
        value + test.sigma * test.gains[c] * shareAt(value) * noise + test.scannerNoise * random.normal(),
      );
    }
  }
  if (test.jpegQuality !== null) throughJpeg(film, test.jpegQuality);
  return {
    film,
    rendered,
    shareAt,
    field: { size: sizeOf(kernel), sample: (size) => convolved(size, size, kernel, seededRandom(5)) },
  };
}

interface Kernel {
  readonly radius: number;
  readonly data: Float64Array;
}

/** A disc with a soft edge; squares sum to one. */
function discKernel(radiusPx: number): Kernel {
  const radius = Math.ceil(radiusPx + 1.5);
  const side = 2 * radius + 1;
  const data = Float64Array.from({ length: side * side }, (_, i) => {
    const distance = Math.hypot((i % side) - radius, Math.floor(i / side) - radius);
    return 1 / (1 + Math.exp((distance - radiusPx) / 0.35));
  });
  const norm = Math.sqrt(data.reduce((sum, value) => sum + value * value, 0));
  return { radius, data: data.map((value) => value / norm) };
}

function sizeOf({ radius, data }: Kernel): number {
  const side = 2 * radius + 1;
  const correlation = (shift: number): number => {
    let sum = 0;
    for (let y = 0; y < side; y++) {
      for (let x = 0; x + shift < side; x++) sum += data[y * side + x] * data[y * side + x + shift];
    }
    return sum;
  };
  for (let distance = 1; ; distance++) {
    const value = correlation(distance);
    const before = correlation(distance - 1);
    if (value <= 1 / Math.E) return distance - 1 + (before - 1 / Math.E) / (before - value);
  }
}

function convolved(width: number, height: number, { radius, data }: Kernel, random: Random): Float32Array {
  const side = 2 * radius + 1;
  const wide = width + 2 * radius;
  const white = Float32Array.from({ length: wide * (height + 2 * radius) }, () => random.normal());
  const result = new Float32Array(width * height);
  for (let j = 0; j < side; j++) {
    for (let i = 0; i < side; i++) {
      const weight = data[j * side + i];
      if (weight < 1e-3) continue;
      for (let y = 0; y < height; y++) {
        const from = (y + j) * wide + i;
        for (let x = 0; x < width; x++) result[y * width + x] += weight * white[from + x];
      }
    }
  }
  return result;
}

function quantized(value: number): number {
  return Math.round(255 * Math.max(0, Math.min(1, value))) / 255;
}

function throughJpeg(film: RgbImage, quality: number): void {
  const { width, height, data } = film;
  const rgba = Buffer.alloc(4 * width * height, 255);
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < 3; c++) rgba[4 * i + c] = Math.round(255 * data[3 * i + c]);
  }
  const decoded = jpeg.decode(jpeg.encode({ data: rgba, width, height }, quality).data, { useTArray: true });
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < 3; c++) data[3 * i + c] = decoded.data[4 * i + c] / 255;
  }
}
