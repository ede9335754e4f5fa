/**
 * Smooths the light of a path-traced picture along surfaces: the edge-avoiding à-trous wavelet transform (Dammertz, Sewtz, Hanika
 * and Lensch, 2010), its tolerance in brightness set by the variance that the samples showed (Schied et al., Spatiotemporal
 * Variance-Guided Filtering, 2017).
 */
import type { Layers } from './pathTracer';

const KERNEL = [1 / 16, 1 / 4, 3 / 8, 1 / 4, 1 / 16];
const NORMAL_POWER = 48;
/** Decimetres of depth for each pixel between two points: the table top, seen aslant, falls off about this fast. */
const DEPTH_TOLERANCE = 0.03;
const LIGHT_TOLERANCE = 2.2;

/** The finished picture, linear Rec. 709, 3 values a pixel: reflectance × smoothed light + what came by mirror. */
export function composeDenoised(layers: Layers, samples: number, levels = 5): Float32Array {
  const { width, height, albedo, direct } = layers;
  let light = layers.light;
  let variance = varianceOfMean(layers, samples);
  for (let level = 0; level < levels; level++) {
    [light, variance] = smooth(layers, light, variance, 1 << level);
  }
  const picture = new Float32Array(3 * width * height);
  for (let i = 0; i < picture.length; i++) picture[i] = albedo[i] * light[i] + direct[i];
  return picture;
}

function varianceOfMean({ light, lightSquared }: Layers, samples: number): Float32Array {
  return lightSquared.map((square, pixel) => {
    const mean = luminance(light, pixel);
    return Math.max(0, square - mean * mean) / Math.max(1, samples - 1);
  });
}

function smooth(layers: Layers, light: Float32Array, variance: Float32Array, step: number): [Float32Array, Float32Array] {
  const { width, height, normal, depth } = layers;
  const depthTolerance = 1 / (DEPTH_TOLERANCE * step);
  const smoothed = new Float32Array(light.length);
  const left = new Float32Array(variance.length);
  const spread = blurred(variance, width, height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const p = row * width + column;
      const brightness = luminance(light, p);
      const tolerance = 1 / (LIGHT_TOLERANCE * Math.sqrt(spread[p]) + 1e-3 * brightness + 1e-5);
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
            const facing =
              normal[3 * p] * normal[3 * q] +
              normal[3 * p + 1] * normal[3 * q + 1] +
              normal[3 * p + 2] * normal[3 * q + 2];
            if (facing <= 0.5) continue;
            const apart = Math.abs(depth[p] - depth[q]) * depthTolerance;
            const contrast = Math.abs(brightness - luminance(light, q)) * tolerance;
            weight *= Math.min(1, facing) ** NORMAL_POWER * Math.exp(-apart - contrast);
          }
          sum += weight;
          r += weight * light[3 * q];
          g += weight * light[3 * q + 1];
          b += weight * light[3 * q + 2];
          v += weight * weight * variance[q];
        }
      }
      smoothed[3 * p] = r / sum;
      smoothed[3 * p + 1] = g / sum;
      smoothed[3 * p + 2] = b / sum;
      left[p] = v / (sum * sum);
    }
  }
  return [smoothed, left];
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
