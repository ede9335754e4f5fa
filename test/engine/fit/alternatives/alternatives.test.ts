import { binSamples } from '../../../../src/engine/fit/binSamples';
import { compareModels } from '../../../../src/engine/fit/alternatives/compareModels';
import { fitModel, REGRESSORS } from '../../../../src/engine/fit/alternatives/fitModel';
import { createLookMapper } from '../../../../src/engine/render/renderLook';
import { runToEnd } from '../../../../src/engine/task';
import { createRandom } from '../../../support/createRandom';
import { colorSamples } from '../../../support/colorSamples';
import { simulatedSamples } from '../../../support/simulatedSamples';
import type { ColorSamples } from '../../../../src/engine/sample/colorSamples';
import { JND } from '../../../support/tolerances';
import { warmLook } from '../../../support/warmLook';

const random = createRandom(3);
const anyColors = Array.from({ length: 500 }, () => [random(), random(), random()] as const);
const soft = ([r, g, b]: readonly number[]): number[] => [
  0.05 + 0.85 * (0.9 * r + 0.1 * g),
  0.03 + 0.9 * (0.05 * r + 0.95 * g),
  0.1 + 0.75 * b,
];
const samples = colorSamples({ around: anyColors, count: 500, noise: 0, film: soft });

/** What each can be expected to say of a soft mapping, rms in encoded values; a forest is made of steps. */
const RMS = { 'root-polynomial': 0.03, 'lab-polynomial': 0.03, forest: 0.06, mlp: 0.03 } as const;

describe.each(['root-polynomial', 'lab-polynomial', 'forest', 'mlp'] as const)('%s', (model) => {
  it('learns a soft mapping and says it of colors that it never saw', () => {
    const map = runToEnd(REGRESSORS[model](binSamples([samples])));
    const next = createRandom(4);
    const colors = Float32Array.from({ length: 300 }, () => 0.1 + 0.8 * next());
    const mapped = new Float64Array(300);
    map(colors, mapped, 100);
    let sum = 0;
    for (let i = 0; i < 300; i += 3) {
      soft(Array.from(colors.subarray(i, i + 3))).forEach((v, c) => (sum += (mapped[i + c] - v) ** 2));
    }
    expect(Math.sqrt(sum / 300)).toBeLessThan(RMS[model]);
  });
});

describe('fitModel', () => {
  it('bakes an alternative into a look that says the same, and the same every time', () => {
    const fit = () => runToEnd(fitModel('forest', [samples], { name: 'trees' })).value;
    const look = fit();
    const colors = Float32Array.of(0.25, 0.5, 0.75);
    const mapped = new Float32Array(3);
    createLookMapper(look)(colors, mapped, 1);
    const direct = new Float64Array(3);
    runToEnd(REGRESSORS.forest(binSamples([samples])))(colors, direct, 1);
    direct.forEach((v, c) => expect(mapped[c]).toBeCloseTo(v, 2));
    expect(fit()).toEqual(look);
  });
});

describe('compareModels', () => {
  it('scores models on colors held out, the best first', () => {
    const scores = runToEnd(compareModels([samples], ['forest', 'lab-polynomial']));
    expect(scores.map(({ model }) => model)).toEqual(['lab-polynomial', 'forest']);
    for (const { training, heldOut } of scores) expect(heldOut.mean).toBeGreaterThan(training.mean);
  });

  it('puts the light of a frame back before it blames a model for it', () => {
    const vignette = (u: number, v: number) => {
      const ev = -0.6 * (u * u + v * v);
      return [ev, ev, ev] as const;
    };
    const frame = simulatedSamples(createLookMapper(warmLook()), { count: 600, stops: vignette });
    const [{ heldOut }] = runToEnd(compareModels([frame], ['film']));
    expect(heldOut.mean).toBeLessThan(JND);
  });

  it('leaves one scene out after the other when there are several', () => {
    const brighter = (color: readonly number[]) => soft(color).map((v) => v + 0.12 * (1 - v));
    const odd = colorSamples({ around: anyColors, count: 300, noise: 0, film: brighter });
    const run = (pairs: ColorSamples[]) => runToEnd(compareModels(pairs, ['lab-polynomial']))[0];
    const [alike, unlike] = [run([samples, samples]), run([samples, samples, odd])];
    expect(alike.heldOut.mean).toBeLessThan(JND);
    expect(unlike.heldOut.p95).toBeGreaterThan(alike.heldOut.p95 + JND);
  });
});
