/**
 * How well one picture explains another around each pixel: local linear regression in a square window, as in the guided
 * filter (He, Sun & Tang, "Guided image filtering", PAMI 35(6), 2013). The regression absorbs any smooth tone change;
 * its correlation tells the same structure from another, and its residual makes dust stand out.
 */
import { boxMean } from '../image/boxMean';
import type { Task } from '../task';
import { within } from '../task';

export interface LocalAgreement {
  /** Correlation coefficient of the window, in [−1, 1]; 0 where either picture is constant. */
  readonly correlation: Float32Array;
  /** Standard deviations in the window. */
  readonly digitalDeviation: Float32Array;
  readonly filmDeviation: Float32Array;
  /** Film minus what the regression on the digital picture expects. */
  readonly residual: Float32Array;
}

/** `digital` and `film` are gray planes of the same size. */
export function* measureLocalAgreement(
  digital: Float32Array,
  film: Float32Array,
  width: number,
  height: number,
  radiusPx: number,
  stage: string,
): Task<LocalAgreement> {
  const n = width * height;
  const product = new Float32Array(n);
  const [meanD, meanF, correlation, digitalDeviation, filmDeviation] = Array.from(
    { length: 5 },
    () => new Float32Array(n),
  );
  const mean = (source: Float32Array, target: Float32Array): Task<void> =>
    boxMean(source, target, width, height, radiusPx, stage);
  yield* within(mean(digital, meanD), 0, 0.15);
  yield* within(mean(film, meanF), 0.15, 0.3);
  multiply(digital, film, product);
  yield* within(mean(product, correlation), 0.3, 0.45);
  multiply(digital, digital, product);
  yield* within(mean(product, digitalDeviation), 0.45, 0.6);
  multiply(film, film, product);
  yield* within(mean(product, filmDeviation), 0.6, 0.75);
  const residual = product;
  const strip = 100000;
  for (let from = 0; from < n; from += strip) {
    for (let i = from; i < Math.min(n, from + strip); i++) {
      const covariance = correlation[i] - meanD[i] * meanF[i];
      const varianceD = Math.max(0, digitalDeviation[i] - meanD[i] * meanD[i]);
      const varianceF = Math.max(0, filmDeviation[i] - meanF[i] * meanF[i]);
      const slope = covariance / (varianceD + REGULARIZATION);
      residual[i] = film[i] - meanF[i] - slope * (digital[i] - meanD[i]);
      correlation[i] = covariance / (Math.sqrt(varianceD * varianceF) + TINY);
      digitalDeviation[i] = Math.sqrt(varianceD);
      filmDeviation[i] = Math.sqrt(varianceF);
    }
    yield { stage, fraction: 0.75 + (0.25 * from) / n };
  }
  return { correlation, digitalDeviation, filmDeviation, residual };
}

/** Variance (of pictures in [0, 1]) that a window needs before its slope is believed. */
const REGULARIZATION = 1e-4;
const TINY = 1e-7;

function multiply(a: Float32Array, b: Float32Array, out: Float32Array): void {
  for (let i = 0; i < out.length; i++) out[i] = a[i] * b[i];
}
