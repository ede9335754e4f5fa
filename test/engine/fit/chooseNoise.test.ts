import { binSamples } from '../../../src/engine/fit/binSamples';
import { chooseNoise } from '../../../src/engine/fit/chooseNoise';
import { filmPrior } from '../../../src/engine/fit/filmPrior';
import { lookEquations } from '../../../src/engine/fit/lookEquations';
import { COLOR_KERNEL } from '../../../src/engine/fit/lookKernel';
import { LookModel } from '../../../src/engine/fit/lookModel';
import { createLookMapper } from '../../../src/engine/render/renderLook';
import { runToEnd } from '../../../src/engine/task';
import { createRandom } from '../../support/createRandom';
import { simulatedSamples } from '../../support/simulatedSamples';
import { warmLook } from '../../support/warmLook';

const pair = simulatedSamples(createLookMapper({ ...warmLook(), residual: null }), { count: 500 });
const prior = filmPrior('color');

/** What is chosen when every film color errs by up to so much of the range. */
function chosenFor(error: number): number {
  const random = createRandom(11);
  const film = pair.film.map((value) => value + 2 * error * (random() - 0.5));
  const bins = binSamples([{ ...pair, film }]);
  const equations = lookEquations(bins, new LookModel(prior), bins.digital, bins.film);
  const deviation = new Float64Array(prior.components).fill(1);
  return runToEnd(chooseNoise(bins, equations, COLOR_KERNEL, deviation));
}

describe('chooseNoise', () => {
  it('trusts clean colors, and smooths where colors that were held out say that the others err', () => {
    expect(chosenFor(0)).toBeLessThan(chosenFor(0.08));
  });
});
