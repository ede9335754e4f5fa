import { gaussNewton } from '../../../src/engine/project/gaussNewton';
import { projectionTargets, thinned } from '../../../src/engine/project/projectionTargets';
import { roundToIntegers } from '../../../src/engine/project/roundToIntegers';
import { createStackDesign } from '../../../src/engine/project/stackDesigns';
import { neutralParameters } from '../../../src/engine/project/stackModel';
import { stackObjective } from '../../../src/engine/project/stackObjective';
import { createLookMapper } from '../../../src/engine/render/renderLook';
import { warmLook } from '../../support/warmLook';

function finished<T>(steps: Generator<void, T, void>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('roundToIntegers', () => {
  it('finds whole sliders that are nearer to the look than each slider rounded on its own', () => {
    const stack = createStackDesign('classic');
    const targets = thinned(projectionTargets(createLookMapper(warmLook()), 'srgb', []), 4);
    const objective = stackObjective(stack, targets);
    const values = neutralParameters(stack);
    finished(gaussNewton(objective, values, { maxIterations: 15, tolerance: 1e-3 }));
    const whole = finished(roundToIntegers(objective, values, 1));
    expect(whole.every(Number.isInteger)).toBe(true);
    stack.parameters.forEach(({ min, max }, j) => {
      expect(whole[j]).toBeGreaterThanOrEqual(min);
      expect(whole[j]).toBeLessThanOrEqual(max);
    });
    const best = objective.cost(values);
    const rounded = objective.cost(values.map(Math.round));
    expect(objective.cost(whole) - best).toBeLessThan((rounded - best) / 2);
  });
});
