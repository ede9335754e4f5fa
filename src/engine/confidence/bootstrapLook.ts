/**
 * How sure the numbers of a look are: the Bayesian bootstrap (Rubin 1981) over the bins. Every round weighs the bins
 * anew with exponential chances, fits a coarse smooth lattice and reads the look's stages off it; what is told is how
 * far the readings scatter. It says what the *seen* colors leave open; colors that were not seen are told by the coverage.
 */
import { createColorMetric, METRIC_VALUES } from '../fit/colorMetric';
import { binSamples } from '../fit/binSamples';
import { decomposeLook } from '../fit/decomposeLook';
import { fitSmoothLattice } from '../fit/smoothLattice';
import { seededRandom } from '../math/random';
import { latticeColors } from '../render/bakeLut';
import { CURVE_SAMPLES, type Look } from '../look';
import type { ColorSamples } from '../sample/colorSamples';
import { inStage, within, type Task } from '../task';

/** One standard deviation of each number. */
export interface LookUncertainty {
  readonly rounds: number;
  readonly exposureEv: number;
  readonly redEv: number;
  readonly blueEv: number;
  /** Of the gray axis at black, a quarter, a half, three quarters and white; encoded values, mean of the channels. */
  readonly tone: readonly number[];
  readonly hueBands: readonly {
    readonly hueDeg: number;
    readonly shiftDeg: number;
    readonly chroma: number;
  }[];
}

const ROUNDS = 12;
const SIZE = 9;
const SEED = 1981;
const TONES = [0, 0.25, 0.5, 0.75, 1];

export function* bootstrapLook(pairs: readonly ColorSamples[]): Task<LookUncertainty> {
  const bins = binSamples(pairs);
  const random = seededRandom(SEED);
  const metricAt = createColorMetric(bins.space);
  const metric = new Float64Array(METRIC_VALUES * bins.count);
  for (let i = 0; i < bins.count; i++) {
    metricAt(bins.film[3 * i], bins.film[3 * i + 1], bins.film[3 * i + 2], metric, METRIC_VALUES * i);
  }
  const offset = bins.film.map((value, i) => value - bins.digital[i]);
  const looks: Look[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const weight = bins.weight.map((w) => -w * Math.log(1 - random.uniform()));
    const data = { count: bins.count, at: bins.digital, offset, weight, metric };
    const { offsets } = yield* within(
      inStage('confidence', fitSmoothLattice(data, { sizes: [5, SIZE] })),
      round / ROUNDS,
      (round + 1) / ROUNDS,
    );
    const values = Float64Array.from(latticeColors(SIZE), (color, i) => color + offsets[i]);
    looks.push(decomposeLook({ size: SIZE, values, space: bins.space }, { name: '', monochrome: false }));
  }
  const scatter = (read: (look: Look) => number): number => deviation(looks.map(read));
  return {
    rounds: ROUNDS,
    exposureEv: scatter((look) => look.whiteBalance.exposureEv),
    redEv: scatter((look) => look.whiteBalance.redEv),
    blueEv: scatter((look) => look.whiteBalance.blueEv),
    tone: TONES.map((t) => scatter((look) => look.tone[Math.round(t * (CURVE_SAMPLES - 1))])),
    hueBands: looks[0].hueBands.map(({ hueDeg }, i) => ({
      hueDeg,
      shiftDeg: scatter((look) => look.hueBands[i].shiftDeg),
      chroma: scatter((look) => look.hueBands[i].chroma),
    })),
  };
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
