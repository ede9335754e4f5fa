/**
 * Smooths the light of a path-traced picture along surfaces: the edge-avoiding à-trous wavelet transform (Dammertz, Sewtz, Hanika
 * and Lensch, 2010), its tolerance in brightness set by the variance that the samples showed (Schied et al., Spatiotemporal
 * Variance-Guided Filtering, 2017).
 */
import type { Layers } from './pathTracer';

const KERNEL = [1 / 16, 1 / 4, 3 / 8, 1 / 4, 1 / 16];
/** Unlikeness, in natural logarithms of weight, from which on a neighbour is not worth its exponential. */
const NEGLIGIBLE = 7;
/** Decimetres of depth for each pixel between two points: the table top, seen aslant, falls off about this fast. */
const DEPTH_TOLERANCE = 0.03;
const LIGHT_TOLERANCE = 2.2;

/** A plane of light to smooth: its mean over the samples, and the variance of that mean. */
interface Estimate {
  readonly light: Float32Array;
  readonly variance: Float32Array;
}

/** The finished picture, linear Rec. 709, 3 values a pixel: reflectance × smoothed light + smoothed mirror light + emission. */
export function composeDenoised(layers: Layers, samples: number): Float32Array {
  const { width, height, albedo, direct } = layers;
  const light = smoothed(layers, diffuseEstimate(layers), 4);
  const mirror = smoothed(layers, mirrorEstimate(layers, samples), 2);
  const picture = new Float32Array(3 * width * height);
  for (let i = 0; i < picture.length; i++) picture[i] = albedo[i] * light[i] + mirror[i] + direct[i];
  return picture;
}

function smoothed(layers: Layers, estimate: Estimate, levels: number): Float32Array {
  const { width, height } = layers;
  for (let level = 0; level < levels; level++) estimate = smooth(layers, estimate, 1 << level);
  return withoutSpecks(withoutSpecks(estimate.light, width, height), width, height);
}

function diffuseEstimate({ light, lightSquared, lightSamples }: Layers): Estimate {
  const mean = light.map((sum, i) => sum / Math.max(1, lightSamples[Math.floor(i / 3)]));
  const variance = lightSquared.map((square, pixel) => {
    const count = Math.max(1, lightSamples[pixel]);
    return Math.max(0, square / count - luminance(mean, pixel) ** 2) / Math.max(1, count - 1);
  });
  return { light: mean, variance };
}

function mirrorEstimate({ mirror, mirrorSquared }: Layers, samples: number): Estimate {
  const variance = mirrorSquared.map(
    (square, pixel) => Math.max(0, square - luminance(mirror, pixel) ** 2) / Math.max(1, samples - 1),
  );
  return { light: mirror, variance };
}

function smooth(layers: Layers, { light, variance }: Estimate, step: number): Estimate {
  const { width, height, normal, depth } = layers;
  const depthTolerance = 1 / (DEPTH_TOLERANCE * step);
  const result = new Float32Array(light.length);
  const left = new Float32Array(variance.length);
  const spread = blurred(variance, width, height);
  const brightness = variance.map((_, pixel) => luminance(light, pixel));
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const p = row * width + column;
      const own = brightness[p];
      if (own === 0 && spread[p] === 0) continue;
      const tolerance = 1 / (LIGHT_TOLERANCE * Math.sqrt(spread[p]) + 1e-3 * own + 1e-5);
      let sum = 0;
      let r = 0;
      let g = 0;
      let b = 0;
      let v = 0;
      for (let j = -2; j <= 2; j++) {
        const y = row + j * step;
        if (y < 0 || y >= height) continue;
        for (let i = -2; i <= 2; i++) {
          const x = column + i * step;
          if (x < 0 || x >= width) continue;
          const q = y * width + x;
          let weight = KERNEL[i + 2] * KERNEL[j + 2];
          if (q !== p) {
            const unlike =
              Math.abs(depth[p] - depth[q]) * depthTolerance + Math.abs(own - brightness[q]) * tolerance;
            if (unlike > NEGLIGIBLE) continue;
            const facing =
              normal[3 * p] * normal[3 * q] +
              normal[3 * p + 1] * normal[3 * q + 1] +
              normal[3 * p + 2] * normal[3 * q + 2];
            if (facing <= 0.5) continue;
            // The 8th power of the cosine, by squaring: relief may be smoothed a little, edges may not.
            let alike = facing > 1 ? 1 : facing;
            for (let k = 0; k < 3; k++) alike *= alike;
            weight *= alike * Math.exp(-unlike);
          }
          sum += weight;
          r += weight * light[3 * q];
          g += weight * light[3 * q + 1];
          b += weight * light[3 * q + 2];
          v += weight * weight * variance[q];
        }
      }
      result[3 * p] = r / sum;
      result[3 * p + 1] = g / sum;
      result[3 * p + 2] = b / sum;
      left[p] = v / (sum * sum);
    }
  }
  return { light: result, variance: left };
}

/** Brings every value into the range of its eight neighbours: specks on edges, where no neighbour was alike, have none. */
function withoutSpecks(light: Float32Array, width: number, height: number): Float32Array {
  const result = light.slice();
  for (let row = 1; row < height - 1; row++) {
    for (let column = 1; column < width - 1; column++) {
      const p = 3 * (row * width + column);
      for (let c = p; c < p + 3; c++) {
        let low = Infinity;
        let high = -Infinity;
        for (let j = -1; j <= 1; j++) {
          for (let i = -3; i <= 3; i += 3) {
            if (i === 0 && j === 0) continue;
            const value = light[c + 3 * width * j + i];
            if (value < low) low = value;
            if (value > high) high = value;
          }
        }
        result[c] = Math.min(high, Math.max(low, light[c]));
      }
    }
  }
  return result;
}

/** Mean over 3×3: the variance of a few samples is itself uncertain. */
function blurred(values: Float32Array, width: number, height: number): Float32Array {
  const result = new Float32Array(values.length);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      let sum = 0;
      let count = 0;
      for (let y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 1); y++) {
        for (let x = Math.max(0, column - 1); x <= Math.min(width - 1, column + 1); x++) {
          sum += values[y * width + x];
          count++;
        }
      }
      result[row * width + column] = sum / count;
    }
  }
  return result;
}

function luminance(light: Float32Array, pixel: number): number {
  return 0.2126 * light[3 * pixel] + 0.7152 * light[3 * pixel + 1] + 0.0722 * light[3 * pixel + 2];
}
