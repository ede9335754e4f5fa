/** Pairs whose film is known exactly, through the whole recipe. */
import type { AdjustmentStack } from '../../src/engine/adjustments';
import { estimate } from '../../src/engine/estimate';
import type { Estimation } from '../../src/engine/estimation';
import type { RgbImage } from '../../src/engine/image/rgbImage';
import { renderLook } from '../../src/engine/render/renderLook';
import { renderStack } from '../../src/engine/render/renderStack';
import { runToEnd } from '../../src/engine/task';
import { classicStack } from '../support/classicStack';
import { meanDifference } from '../support/meanDifference';
import { loadSamplePair } from '../support/samplePair';
import { CODE8 } from '../support/tolerances';

jest.setTimeout(120_000);

/** What look and layers may be off when a known stack is learned from a photo, mean ΔE2000. */
const KNOWN_STACK = 0.3;

const { digital } = loadSamplePair(280);

function learn(film: RgbImage): Extract<Estimation, { status: 'ok' }> {
  const pairs = [{ film, digital }];
  const estimation = runToEnd(
    estimate({ pairs, name: 'known', negative: 'no', grain: false, halation: false }),
  );
  if (estimation.status !== 'ok') throw new Error(`Expected a style, got ${estimation.status}.`);
  return estimation;
}

const furthest = (a: RgbImage, b: RgbImage): number =>
  a.data.reduce((most, value, i) => Math.max(most, Math.abs(value - b.data[i])), 0);

/** Without the closing Curves: Curves, Hue/Saturation, Color Balance. */
function knownStack(): AdjustmentStack {
  const stack = classicStack();
  return { ...stack, layers: stack.layers.slice(0, 3) };
}

describe('the recipe', () => {
  it('makes of two equal pictures a look and layers that move no value by a level', () => {
    const { look, stack } = learn(digital);
    expect(furthest(renderLook(digital, look), digital)).toBeLessThan(CODE8);
    expect(furthest(renderStack(digital, stack), digital)).toBeLessThan(CODE8);
  });

  it('recovers Curves, Hue/Saturation and Color Balance that were applied to the photo', () => {
    const film = renderStack(digital, knownStack());
    const { look, stack } = learn(film);
    expect(meanDifference(digital.data, film.data)).toBeGreaterThan(4);
    expect(meanDifference(renderLook(digital, look).data, film.data)).toBeLessThan(KNOWN_STACK);
    expect(meanDifference(renderStack(digital, stack).data, film.data)).toBeLessThan(KNOWN_STACK);
  });
});
