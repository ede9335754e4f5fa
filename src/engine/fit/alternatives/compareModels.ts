/**
 * How well each model says colors that it was not taught. Of several pairs one scene after the other is left out; of a
 * single one clusters of neighbouring colors, never single colors, whose neighbours would give the answer away. Every
 * model sees the same bins in the same folds, and behind every model the light of each frame (exposure, white balance,
 * light field) is put back, as the learned colors show it or, where the whole scene is left out, its own: else a model
 * that keeps the frames' light out of its look would be blamed for it.
 */
import { createRgbToLab } from '../../color/lab';
import { deltaE2000 } from '../../metrics/deltaE';
import type { DifferenceSummary } from '../../metrics/differenceSummary';
import { summarize } from '../../metrics/summarize';
import { createLookMapper, type LookMapper } from '../../render/renderLook';
import type { ColorSamples } from '../../sample/colorSamples';
import { within, type Task } from '../../task';
import { binSamples } from '../binSamples';
import { LIGHT_FIELD_TERMS, type ColorBins } from '../colorBins';
import { colorClusters } from '../colorClusters';
import { fieldCenters } from '../estimateFrameLight';
import { estimateOneFrame, renderSamples } from '../estimateOneFrame';
import { fitModel } from './fitModel';
import { MODEL_IDS, type ModelId } from './regressor';

export interface ModelScore {
  readonly model: ModelId;
  /** ΔE2000 over the colors that it learned from, and over colors held out while it learned the others. */
  readonly training: DifferenceSummary;
  readonly heldOut: DifferenceSummary;
}

/** Of a single pair's colors. */
const FOLDS = 4;

/** @returns one score a model, the best on held-out colors first; empty when the pairs hold too few colors to hold any out */
export function* compareModels(
  pairs: readonly ColorSamples[],
  models: readonly ModelId[] = MODEL_IDS,
): Task<readonly ModelScore[]> {
  const bins = binSamples(pairs);
  const scenes = new Set(bins.pair).size;
  const [fold, folds] = scenes > 1 ? [bins.pair, scenes] : [colorClusters(bins, FOLDS), FOLDS];
  if (new Set(fold).size < folds) return [];
  const whole = toSamples(bins, () => true);
  const scores: ModelScore[] = [];
  const runs = models.length * (folds + 1);
  for (const [index, model] of models.entries()) {
    const heldOut = new Float32Array(bins.count);
    const training = new Float32Array(bins.count);
    for (let out = 0; out <= folds; out++) {
      const done = index * (folds + 1) + out;
      const samples = toSamples(bins, (i) => fold[i] !== out);
      const taught = samples.filter(({ count }) => count > 0);
      const { value } = yield* within(fitModel(model, taught, { name: '' }), done / runs, (done + 1) / runs);
      const mapped = renderFrames(whole, samples, createLookMapper(value));
      // The last run holds nothing out.
      measure(mapped, bins, out === folds ? training : heldOut, (i) => out === folds || fold[i] === out);
    }
    const weights = Float32Array.from(bins.weight);
    scores.push({ model, training: summarize(training, weights), heldOut: summarize(heldOut, weights) });
  }
  return scores.sort((a, b) => a.heldOut.mean - b.heldOut.mean);
}

/** @returns 3 encoded values a bin, the bins of one pair after those of the other */
function renderFrames(
  whole: readonly ColorSamples[],
  learned: readonly ColorSamples[],
  look: LookMapper,
): Float64Array {
  const frames = whole.map((samples, pair) => {
    const known = learned[pair].count > 0 ? learned[pair] : samples;
    return renderSamples(samples, look, estimateOneFrame(known, look), fieldCenters([known]));
  });
  const mapped = new Float64Array(frames.reduce((sum, frame) => sum + frame.length, 0));
  let at = 0;
  for (const frame of frames) {
    mapped.set(frame, at);
    at += frame.length;
  }
  return mapped;
}

function measure(
  mapped: Float64Array,
  { count, film, space }: ColorBins,
  differences: Float32Array,
  isMeasured: (i: number) => boolean,
): void {
  const toLab = createRgbToLab(space);
  const lab = new Float64Array(6);
  for (let i = 0; i < count; i++) {
    if (!isMeasured(i)) continue;
    toLab(mapped[3 * i], mapped[3 * i + 1], mapped[3 * i + 2], lab, 0);
    toLab(film[3 * i], film[3 * i + 1], film[3 * i + 2], lab, 3);
    differences[i] = deltaE2000(lab[0], lab[1], lab[2], lab[3], lab[4], lab[5]);
  }
}

/** The kept bins as samples again, pair by pair: a bin's weight is the root of its samples'. */
function toSamples(bins: ColorBins, isKept: (i: number) => boolean): ColorSamples[] {
  // A pair whose colors are all held out stays, empty: pairs keep their places.
  const pairs = [...new Set(bins.pair)];
  return pairs.map((pair): ColorSamples => {
    const kept = Array.from({ length: bins.count }, (_, i) => i).filter(
      (i) => bins.pair[i] === pair && isKept(i),
    );
    const triples = (values: Float64Array): Float32Array =>
      Float32Array.from({ length: 3 * kept.length }, (_, k) => values[3 * kept[Math.floor(k / 3)] + (k % 3)]);
    return {
      count: kept.length,
      digital: triples(bins.digital),
      film: triples(bins.film),
      weight: Float32Array.from(kept, (i) => bins.weight[i] ** 2),
      position: Float32Array.from(
        { length: 2 * kept.length },
        // Terms 1 and 2 of the light field are the mean position.
        (_, k) => bins.field[LIGHT_FIELD_TERMS * kept[k >> 1] + 1 + (k % 2)],
      ),
      space: bins.space,
    };
  });
}
