/**
 * A digital photo and the film frame that a known look would have made of it, with the troubles of real pairs:
 * misregistration, grain, scanner blur, exposure, vignette, JPEG, noise, dust, light leak, white balance.
 */
import jpeg from 'jpeg-js';
import {
  decodeTable,
  encodeTable,
  readDecodeTable,
  readEncodeTable,
} from '../../src/engine/color/transferTables';
import { gaussianKernelBlur } from './gaussianKernelBlur';
import { rgbImage, type RgbImage } from '../../src/engine/image/rgbImage';
import type { Random } from './seededRandom';
import { applyTruthLook, type TruthLook } from './truthLook';

export interface NuisanceLevel {
  readonly name: 'none' | 'typical' | 'hard';
  readonly misregistrationPx: number;
  readonly grain: number;
  readonly blurPx: number;
  readonly exposureEv: number;
  readonly whiteBalanceEv: number;
  readonly vignette: number;
  readonly leak: number;
  readonly jpegQuality: number | null;
  readonly digitalNoise: number;
  readonly dust: number;
}

export const NUISANCE_LEVELS: readonly NuisanceLevel[] = [
  {
    name: 'none',
    misregistrationPx: 0,
    grain: 0,
    blurPx: 0,
    exposureEv: 0,
    whiteBalanceEv: 0,
    vignette: 0,
    leak: 0,
    jpegQuality: null,
    digitalNoise: 0,
    dust: 0,
  },
  {
    name: 'typical',
    misregistrationPx: 0.5,
    grain: 2 / 255,
    blurPx: 0.7,
    exposureEv: 1 / 3,
    whiteBalanceEv: 0,
    vignette: 0.1,
    leak: 0,
    jpegQuality: 92,
    digitalNoise: 1 / 255,
    dust: 0,
  },
  {
    name: 'hard',
    misregistrationPx: 1.5,
    grain: 6 / 255,
    blurPx: 1.2,
    exposureEv: 1 / 3,
    whiteBalanceEv: 0.12,
    vignette: 0.2,
    leak: 0.12,
    jpegQuality: 85,
    digitalNoise: 2 / 255,
    dust: 60,
  },
];

export interface SimulatedPair {
  readonly digital: RgbImage;
  readonly film: RgbImage;
  /** Mean over the frame of what reached the film more than the camera, in stops per channel: what one pair cannot tell from the look. */
  readonly exposureEv: readonly [number, number, number];
}

const toLinear = decodeTable('srgb');
const toEncoded = encodeTable('srgb');

/**
 * @param sign of the exposure error: the pairs of one look alternate
 */
export function simulatePair(
  scene: RgbImage,
  look: TruthLook,
  level: NuisanceLevel,
  random: Random,
): SimulatedPair {
  const { width, height } = scene;
  const pixels = width * height;
  const spread = (): number => 2 * random.uniform() - 1;
  const common = level.exposureEv * spread();
  const ev = [common + level.whiteBalanceEv * spread(), common, common + level.whiteBalanceEv * spread()];
  const leakFrom = random.uniform() * 2 * Math.PI;
  const leakColor = [1, 0.45, 0.1];
  const light = new Float32Array(3 * pixels);
  const sum = [0, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const u = (2 * x - width) / Math.hypot(width, height);
      const v = (2 * y - height) / Math.hypot(width, height);
      const falloff = 1 - level.vignette * (u * u + v * v);
      // The leak enters at one edge and fades within about half of the frame.
      const depth = Math.max(0, u * Math.cos(leakFrom) + v * Math.sin(leakFrom));
      for (let c = 0; c < 3; c++) {
        const i = 3 * (y * width + x) + c;
        const linear = readDecodeTable(toLinear, scene.data[i]);
        const gain = 2 ** ev[c] * falloff * (1 + level.leak * leakColor[c] * depth * depth * 4);
        sum[c] += Math.log2(gain);
        light[i] = readEncodeTable(toEncoded, linear * gain);
      }
    }
  }
  const film = rgbImage(width, height, 'srgb');
  const exposed =
    level.misregistrationPx > 0 ? displaced(light, width, height, level.misregistrationPx, random) : light;
  applyTruthLook(look, exposed, film.data, pixels);
  if (level.dust > 0) addDust(film, level.dust, random);
  if (level.blurPx > 0) gaussianKernelBlur(film, level.blurPx);
  if (level.grain > 0) addGrain(film, level.grain, random);
  const digital = rgbImage(width, height, 'srgb', scene.data.slice());
  for (let i = 0; i < digital.data.length; i++) {
    digital.data[i] = quantized(
      digital.data[i] + (level.digitalNoise > 0 ? level.digitalNoise * random.normal() : 0),
    );
    film.data[i] = quantized(film.data[i]);
  }
  if (level.jpegQuality !== null) throughJpeg(film, level.jpegQuality);
  return { digital, film, exposureEv: [sum[0] / pixels, sum[1] / pixels, sum[2] / pixels] };
}

function quantized(value: number): number {
  return Math.round(255 * Math.max(0, Math.min(1, value))) / 255;
}

/** Moves every pixel by a smooth random field of the given root mean square, bilinearly. */
function displaced(
  source: Float32Array,
  width: number,
  height: number,
  rmsPx: number,
  random: Random,
): Float32Array {
  const waves = Array.from({ length: 12 }, () => ({
    fx: (random.uniform() * 6 * Math.PI) / width,
    fy: (random.uniform() * 6 * Math.PI) / width,
    phase: random.uniform() * 2 * Math.PI,
    dx: random.normal(),
    dy: random.normal(),
  }));
  // Each wave has mean square dx²/2; both axes together give rms².
  const energy = waves.reduce((sum, w) => sum + (w.dx * w.dx + w.dy * w.dy) / 2, 0);
  const scale = rmsPx / Math.sqrt(energy);
  const result = new Float32Array(source.length);
  const shift = [0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      // The waves are hundreds of pixels long: one evaluation serves eight pixels of a row.
      if (x % 8 === 0) {
        shift.fill(0);
        for (const w of waves) {
          const s = scale * Math.sin(w.fx * x + w.fy * y + w.phase);
          shift[0] += w.dx * s;
          shift[1] += w.dy * s;
        }
      }
      const sx = Math.max(0, Math.min(width - 1.001, x + shift[0]));
      const sy = Math.max(0, Math.min(height - 1.001, y + shift[1]));
      const x0 = Math.floor(sx);
      const y0 = Math.floor(sy);
      const fx = sx - x0;
      const fy = sy - y0;
      for (let c = 0; c < 3; c++) {
        const i = 3 * (y0 * width + x0) + c;
        const top = source[i] + fx * (source[i + 3] - source[i]);
        const bottom = source[i + 3 * width] + fx * (source[i + 3 * width + 3] - source[i + 3 * width]);
        result[3 * (y * width + x) + c] = top + fy * (bottom - top);
      }
    }
  }
  return result;
}

/** Independent grain in the three layers, strongest in the mid tones, 35 % of it at black and white. */
function addGrain(film: RgbImage, sigma: number, random: Random): void {
  const { data } = film;
  for (let i = 0; i < data.length; i += 3) {
    const tone = (data[i] + data[i + 1] + data[i + 2]) / 3;
    const strength = sigma * (0.35 + 0.65 * 4 * tone * (1 - tone));
    const shared = random.normal();
    for (let c = 0; c < 3; c++) data[i + c] += strength * (0.6 * shared + 0.8 * random.normal());
  }
}

function addDust(film: RgbImage, specks: number, random: Random): void {
  const { width, height, data } = film;
  const paint = (cx: number, cy: number, radius: number, value: number): void => {
    for (let y = Math.max(0, Math.floor(cy - radius)); y <= Math.min(height - 1, cy + radius); y++) {
      for (let x = Math.max(0, Math.floor(cx - radius)); x <= Math.min(width - 1, cx + radius); x++) {
        if (Math.hypot(x - cx, y - cy) > radius) continue;
        data.fill(value, 3 * (y * width + x), 3 * (y * width + x) + 3);
      }
    }
  };
  for (let i = 0; i < specks; i++) {
    paint(
      random.uniform() * width,
      random.uniform() * height,
      1 + 3 * random.uniform(),
      0.9 + 0.1 * random.uniform(),
    );
  }
  for (let scratch = 0; scratch < 3; scratch++) {
    const x = random.uniform() * width;
    const drift = 0.05 * random.normal();
    for (let y = 0; y < height; y++) paint(x + drift * y, y, 0.7, 0.95);
  }
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
