import type { Adjustment } from '../../../../src/engine/adjustments';
import { channelMixerModel } from '../../../../src/engine/project/model/channelMixerModel';
import { colorBalanceModel } from '../../../../src/engine/project/model/colorBalanceModel';
import { curvesModel } from '../../../../src/engine/project/model/curvesModel';
import { hueSaturationModel } from '../../../../src/engine/project/model/hueSaturationModel';
import type { LayerModel } from '../../../../src/engine/project/model/layerModel';
import { selectiveColorModel } from '../../../../src/engine/project/model/selectiveColorModel';
import { createAdjustmentMapper } from '../../../../src/engine/render/renderAdjustment';

const MODELS: Record<string, LayerModel> = {
  curves: curvesModel({ inputs: [0, 40, 80, 128, 170, 210, 255], sigma: 10, minSlope: 0.05 }),
  hueSaturation: hueSaturationModel({
    freeHandles: true,
    sigma: { hue: 10, saturation: 30, lightness: 30, handle: 5 },
    maxRangeHue: 60,
  }),
  colorBalance: colorBalanceModel({ max: { shadows: 40, midtones: 30, highlights: 40 }, sigma: 10 }),
  channelMixer: channelMixerModel(20),
  selectiveColorRelative: selectiveColorModel({ method: 'relative', sigma: 20 }),
  selectiveColorAbsolute: selectiveColorModel({ method: 'absolute', sigma: 20 }),
};

const SEED = 7;
const TRIALS = 60;
/** Half a step of the finite differences: in encoded values, and in slider units (not whole, so no rounding sets in). */
const COLOR_STEP = 1e-6;
const SLIDER_STEP = 1e-4;
/** Derivatives of one layer that may disagree: those at clips, where the model leaks on purpose, and at kinks. */
const AT_KINKS = 0.04;
/** A curve that bends by less than half a level is not told from a straight line; everything else is exact. */
const HALF_LEVEL = 0.5 / 255;

function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

function randomSliders(model: LayerModel, random: () => number): Float64Array {
  return Float64Array.from(model.parameters, ({ neutral, sigma, min, max }) =>
    Math.min(Math.max(Math.round(neutral + (random() - 0.5) * sigma), min), max),
  );
}

describe.each(Object.entries(MODELS))('the model of %s', (_, model) => {
  it('computes what the renderer of that layer computes', () => {
    const random = randomNumbers(SEED);
    const fromModel = new Float64Array(3);
    const rendered = new Float32Array(3);
    for (let trial = 0; trial < TRIALS; trial++) {
      const sliders = randomSliders(model, random);
      const color = Float64Array.from([random(), random(), random()]);
      model.at(sliders).evaluate(color, fromModel, 1);
      const adjustment: Adjustment = model.toAdjustment(sliders);
      createAdjustmentMapper(adjustment)(Float32Array.from(color), rendered, 1);
      for (let c = 0; c < 3; c++) expect(Math.abs(fromModel[c] - rendered[c])).toBeLessThan(HALF_LEVEL);
    }
  });

  it('knows its own derivatives', () => {
    const random = randomNumbers(SEED);
    const count = model.parameters.length;
    const byColor = new Float64Array(9);
    const byParameter = new Float64Array(3 * count);
    const before = new Float64Array(3);
    const after = new Float64Array(3);
    let compared = 0;
    let disagreeing = 0;
    const compare = (numeric: number, analytic: number): void => {
      compared++;
      if (Math.abs(numeric - analytic) > 0.02 * Math.abs(numeric) + 2e-4) disagreeing++;
    };
    for (let trial = 0; trial < TRIALS; trial++) {
      // Off the whole numbers, where Photoshop's roundings begin.
      const sliders = randomSliders(model, random).map((value, j) => value + 0.01 * (1 + (j % 3)));
      const color = Float64Array.from([random(), random(), random()]);
      const layer = model.at(sliders);
      layer.differentiate(color, 0, byColor, byParameter);
      layer.evaluate(color, before, 1);
      for (let j = 0; j < 3; j++) {
        const moved = color.slice();
        moved[j] += COLOR_STEP;
        layer.evaluate(moved, after, 1);
        for (let c = 0; c < 3; c++) compare((after[c] - before[c]) / COLOR_STEP, byColor[3 * c + j]);
      }
      for (let j = 0; j < count; j++) {
        const moved = sliders.slice();
        moved[j] += SLIDER_STEP;
        model.at(moved).evaluate(color, after, 1);
        for (let c = 0; c < 3; c++) compare((after[c] - before[c]) / SLIDER_STEP, byParameter[c * count + j]);
      }
    }
    expect(disagreeing / compared).toBeLessThan(AT_KINKS);
  });
});
