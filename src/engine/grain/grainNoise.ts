/**
 * Noise fields with a given autocorrelation. Every pixel's white noise is a hash of its place, so that a field has no
 * tiles, does not repeat, and is the same whether it is made in one piece or in strips.
 */
import type { GrainComponent } from '../look';
import { noiseKernel } from './grainSpectrum';

/** Rows [fromRow, toRow) of a field: unit variance, mean zero, one value a pixel. */
export type NoiseField = (fromRow: number, toRow: number) => Float32Array;

export interface ScaledSpectrum {
  readonly spectrum: readonly GrainComponent[];
  /** What is left of the deviation: a coarser pixel averages over grain. */
  readonly gain: number;
}

/**
 * The grain seen with other pixels. Finer pixels stretch it; each coarser pixel is a mean over several, taken here as a
 * Gaussian of the same variance as the box.
 * @param scale output pixels over analysed pixels
 */
export function scaleSpectrum(spectrum: readonly GrainComponent[], scale: number): ScaledSpectrum {
  const boxVariance = scale < 1 ? (1 / (scale * scale) - 1) / 12 : 0;
  // White noise of an analysed pixel has the extent of that pixel, the variance of its own box.
  const extent = (sigmaPx: number): number => sigmaPx * sigmaPx + 1 / 12;
  const scaled = spectrum.map(({ sigmaPx, share }) => {
    const before = extent(sigmaPx);
    const left = before / (before + boxVariance);
    const stretched = Math.sqrt(Math.max(0, scale * scale * (before + boxVariance) - 1 / 12));
    return { sigmaPx: scale === 1 ? sigmaPx : stretched, share: share * left };
  });
  const total = scaled.reduce((sum, { share }) => sum + share, 0);
  return {
    spectrum: scaled.map(({ sigmaPx, share }) => ({ sigmaPx, share: share / total })),
    gain: Math.sqrt(total),
  };
}

/** @param seed any integer; another channel or layer takes another one */
export function createNoiseField(
  spectrum: readonly GrainComponent[],
  seed: number,
  width: number,
): NoiseField {
  const components = spectrum.map(({ sigmaPx, share }, k) => ({
    kernel: Float32Array.from(noiseKernel(sigmaPx)),
    amplitude: Math.sqrt(share),
    seed: mix(seed + 0x9e3779b9 * (k + 1)),
  }));
  return (fromRow, toRow) => {
    const field = new Float32Array(width * (toRow - fromRow));
    for (const { kernel, amplitude, seed: own } of components) {
      addBlurredNoise(field, kernel, amplitude, own, width, fromRow, toRow);
    }
    return field;
  };
}

function addBlurredNoise(
  field: Float32Array,
  kernel: Float32Array,
  amplitude: number,
  seed: number,
  width: number,
  fromRow: number,
  toRow: number,
): void {
  const radius = kernel.length - 1;
  const rows = toRow - fromRow + 2 * radius;
  const across = new Float32Array(rows * width);
  const line = new Float32Array(width + 2 * radius);
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < line.length; i++) line[i] = whiteNoise(i - radius, fromRow - radius + row, seed);
    for (let x = 0; x < width; x++) {
      let sum = kernel[0] * line[x + radius];
      for (let k = 1; k <= radius; k++) sum += kernel[k] * (line[x + radius - k] + line[x + radius + k]);
      across[row * width + x] = sum;
    }
  }
  for (let y = 0; y < toRow - fromRow; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y + radius) * width + x;
      let sum = kernel[0] * across[at];
      for (let k = 1; k <= radius; k++) sum += kernel[k] * (across[at - k * width] + across[at + k * width]);
      field[y * width + x] += amplitude * sum;
    }
  }
}

/** Nearly normal, unit variance: the sum of four uniform numbers out of two hashes. */
function whiteNoise(x: number, y: number, seed: number): number {
  const a = mix(Math.imul(x, 0x85ebca6b) ^ Math.imul(y, 0xc2b2ae35) ^ seed);
  const b = mix(a ^ 0x27d4eb2f);
  const sum = (a & 0xffff) + (a >>> 16) + (b & 0xffff) + (b >>> 16);
  // Four uniform numbers on [0, 65536) have mean 131070 and deviation 65536 / √3.
  return (sum - 131070) * 2.6428e-5;
}

/** A finalizer of MurmurHash3 (Appleby 2011) with the constants of lowbias32 (Wellons 2018). */
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A seed for a name, the same wherever the style goes: FNV-1a (Fowler, Noll, Vo). */
export function seedOfName(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
