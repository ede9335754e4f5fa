/** What the scan adds: dust, scratches, rebate with sprocket holes, a turned or mirrored frame. */
import type { RgbImage } from '../../../src/engine/image/rgbImage';
import { rgbImage } from '../../../src/engine/image/rgbImage';
import type { Random } from '../../fit/seededRandom';
import { between } from './drawGeometry';
import type { LevelRanges } from './levels';

export interface Scan {
  readonly image: RgbImage;
  readonly unreliable: Uint8Array;
  /** Frame position → scan position. */
  readonly toScan: (x: number, y: number) => [number, number];
}

export function scanFilm(
  random: Random,
  frame: RgbImage,
  unreliable: Uint8Array,
  ranges: LevelRanges,
  negative: boolean,
): Scan {
  addDust(random, frame, unreliable, Math.round(between(random, ...ranges.specks)), negative);
  let scan: Scan = { image: frame, unreliable, toScan: (x, y) => [x, y] };
  if (random.uniform() < ranges.bordered) scan = addRebate(random, scan, negative);
  if (random.uniform() < ranges.mirrored) scan = mirrored(scan);
  const turns = random.uniform() < ranges.turned ? 1 + Math.floor(2.99 * random.uniform()) : 0;
  for (let i = 0; i < turns; i++) scan = turned(scan);
  return scan;
}

function addDust(
  random: Random,
  frame: RgbImage,
  unreliable: Uint8Array,
  specks: number,
  negative: boolean,
): void {
  const { width, height, data } = frame;
  const value = negative ? 0.03 : 0.97;
  for (let n = 0; n < specks; n++) {
    const x0 = random.uniform() * width;
    const y0 = random.uniform() * height;
    const length = random.uniform() < 0.1 ? between(random, 20, 80) : between(random, 0.5, 4);
    const angle = 2 * Math.PI * random.uniform();
    const radius = length > 10 ? 1 : between(random, 0.7, 2.5);
    for (let t = 0; t <= length; t += 0.5) {
      stamp(x0 + t * Math.cos(angle), y0 + t * Math.sin(angle), radius);
    }
  }
  function stamp(x: number, y: number, radius: number): void {
    for (let v = Math.ceil(y - radius); v <= y + radius; v++) {
      for (let u = Math.ceil(x - radius); u <= x + radius; u++) {
        if (u < 0 || v < 0 || u >= width || v >= height || Math.hypot(u - x, v - y) > radius) continue;
        data.fill(value, 3 * (v * width + u), 3 * (v * width + u) + 3);
        unreliable[v * width + u] = 1;
      }
    }
  }
}

function addRebate(random: Random, scan: Scan, negative: boolean): Scan {
  const { image } = scan;
  const side = Math.round(image.width * between(random, 0.02, 0.06));
  const strip = Math.round(image.height * between(random, 0.12, 0.2));
  const width = image.width + 2 * side;
  const height = image.height + 2 * strip;
  const base = negative ? [0.95, 0.62, 0.45] : [0.04, 0.03, 0.03];
  const target = rgbImage(width, height, image.space);
  const flags = new Uint8Array(width * height).fill(1);
  const pitch = image.width / 8;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const inFrame = x >= side && y >= strip && x < side + image.width && y < strip + image.height;
      if (inFrame) {
        const from = (y - strip) * image.width + x - side;
        flags[i] = scan.unreliable[from];
        target.data.set(image.data.subarray(3 * from, 3 * from + 3), 3 * i);
        continue;
      }
      const fromEdge = Math.min(y, height - 1 - y) / strip;
      const isHole = fromEdge > 0.25 && fromEdge < 0.65 && (x + 0.3 * pitch) % pitch < 0.55 * pitch;
      for (let c = 0; c < 3; c++) target.data[3 * i + c] = (isHole ? 1 : base[c]) + 0.01 * random.normal();
    }
  }
  return { image: target, unreliable: flags, toScan: (x, y) => [x + side, y + strip] };
}

function mirrored({ image, unreliable, toScan }: Scan): Scan {
  const { width } = image;
  return {
    ...rearranged(image, unreliable, width, image.height, (x, y) => [width - 1 - x, y]),
    toScan: (x, y) => {
      const [u, v] = toScan(x, y);
      return [width - 1 - u, v];
    },
  };
}

/** By a quarter clockwise. */
function turned({ image, unreliable, toScan }: Scan): Scan {
  const { width, height } = image;
  return {
    ...rearranged(image, unreliable, height, width, (x, y) => [y, height - 1 - x]),
    toScan: (x, y) => {
      const [u, v] = toScan(x, y);
      return [height - 1 - v, u];
    },
  };
}

function rearranged(
  image: RgbImage,
  unreliable: Uint8Array,
  width: number,
  height: number,
  from: (x: number, y: number) => readonly [number, number],
): Pick<Scan, 'image' | 'unreliable'> {
  const target = rgbImage(width, height, image.space);
  const flags = new Uint8Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const [u, v] = from(x, y);
      const k = v * image.width + u;
      target.data.set(image.data.subarray(3 * k, 3 * k + 3), 3 * i);
      flags[i] = unreliable[k];
    }
  }
  return { image: target, unreliable: flags };
}
