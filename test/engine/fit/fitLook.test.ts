import { fitLook, type LookFit } from '../../../src/engine/fit/fitLook';
import { matchFrame } from '../../../src/engine/fit/matchFrame';
import type { Look } from '../../../src/engine/look';
import { createLookMapper, type LookMapper } from '../../../src/engine/render/renderLook';
import { createStackMapper } from '../../../src/engine/render/renderStack';
import type { ColorSamples } from '../../../src/engine/sample/colorSamples';
import { runToEnd } from '../../../src/engine/task';
import { UserError } from '../../../src/engine/userError';
import { createRandom } from '../../support/createRandom';
import { classicStack } from '../../support/classicStack';
import { meanDifference } from '../../support/meanDifference';
import { simulatedSamples } from '../../support/simulatedSamples';
import { CODE8, JND } from '../../support/tolerances';
import { warmLook } from '../../support/warmLook';

const fit = (pairs: readonly ColorSamples[], pairWeights?: readonly number[]) =>
  runToEnd(fitLook(pairs, { name: 'test', ...(pairWeights && { pairWeights }) }));

function render(look: Look, colors: Float32Array): Float32Array {
  const result = new Float32Array(colors.length);
  createLookMapper(look)(colors, result, colors.length / 3);
  return result;
}

const unchanged: LookMapper = (source, target, count) => {
  for (let i = 0; i < 3 * count; i++) target[i] = source[i];
};
const warm = createLookMapper({ ...warmLook(), residual: null });
const grayFilm: LookMapper = (source, target, count) => {
  for (let i = 0; i < 3 * count; i += 3) {
    const gray = 0.3 * source[i] + 0.6 * source[i + 1] + 0.1 * source[i + 2];
    const tone = 0.04 + 0.92 * (gray * gray * (3 - 2 * gray));
    for (let c = 0; c < 3; c++) target[i + c] = tone;
  }
};

/** What the look of a known stack may be off on the colors it was learned from, mean ΔE2000. */
const KNOWN_STACK = 0.3;

const warmPair = simulatedSamples(warm, { count: 400, lightness: [0.3, 0.8] });
let warmFit: LookFit;
beforeAll(() => {
  warmFit = fit([warmPair]);
});

describe('fitLook', () => {
  it('says which space the pictures were in', () => {
    expect(fit([{ ...warmPair, space: 'adobe-rgb' }]).value.space).toBe('adobe-rgb');
  });

  it('gives the neutral look for identical pictures', () => {
    const samples = simulatedSamples(unchanged, { count: 500 });
    const rendered = render(fit([samples]).value, samples.digital);
    const worst = rendered.reduce((max, v, i) => Math.max(max, Math.abs(v - samples.digital[i])), 0);
    expect(worst).toBeLessThan(CODE8);
  });

  it('recovers a stack of Curves, Hue/Saturation and Color Balance', () => {
    const stack = createStackMapper(classicStack());
    const film: LookMapper = (source, target, count) => {
      const rendered = new Float32Array(3 * count);
      stack(Float32Array.from(source), rendered, count);
      target.set(rendered);
    };
    const samples = simulatedSamples(film, { count: 6000 });
    const rendered = render(fit([samples]).value, samples.digital);
    expect(meanDifference(rendered, samples.film)).toBeLessThan(KNOWN_STACK);
  });

  it('carries a look to colors of another scene', () => {
    const other = simulatedSamples(warm, { seed: 2, count: 500 });
    expect(meanDifference(render(warmFit.value, other.digital), other.film)).toBeLessThan(JND / 2);
  });

  it('keeps a vignette out of the look, and reports it', () => {
    const vignette = (u: number, v: number): readonly [number, number, number] => {
      const stops = 0.15 - 0.3 * (u * u + v * v);
      return [stops, stops, stops];
    };
    const { value, diagnostics } = fit([simulatedSamples(warm, { count: 700, stops: vignette })]);
    const clean = simulatedSamples(warm, { seed: 2, count: 500 });
    expect(meanDifference(render(value, clean.digital), clean.film)).toBeLessThan(JND);
    // 0.3 stops at r² = 1; the corners of a 3:2 frame are at r² = 1.44.
    expect(diagnostics.nuisances[0]?.vignetteEv).toBeGreaterThan(0.3 * 1.44 * 0.8);
    expect(diagnostics.nuisances[0]?.vignetteEv).toBeLessThan(0.3 * 1.44 * 1.2);
  });

  it('keeps a cast across the frame out of the look, and reports it', () => {
    const cast = (u: number): readonly [number, number, number] => [0.15 * u, 0, -0.15 * u];
    const { value, diagnostics } = fit([simulatedSamples(warm, { count: 700, stops: cast })]);
    const clean = simulatedSamples(warm, { seed: 2, count: 500 });
    expect(meanDifference(render(value, clean.digital), clean.film)).toBeLessThan(JND);
    // 0.3 stops of red against blue on either side.
    expect(diagnostics.nuisances[0]?.castEv).toBeGreaterThan(0.6 * 0.8);
    expect(diagnostics.nuisances[0]?.castEv).toBeLessThan(0.6 * 1.2);
  });

  it('is hardly moved by samples that show something else', () => {
    const pair = simulatedSamples(warm, { count: 1500 });
    const random = createRandom(4);
    const film = pair.film.slice();
    for (let i = 0; i < pair.count; i += 30) film.fill(random(), 3 * i, 3 * i + 3);
    const clean = simulatedSamples(warm, { seed: 2, count: 500 });
    const look = fit([{ ...pair, film }]).value;
    expect(meanDifference(render(look, clean.digital), clean.film)).toBeLessThan(JND);
  });

  it('takes the exposure of each of several frames against their mean out of the look', () => {
    const exposed = (ev: number, seed: number): ColorSamples =>
      simulatedSamples(warm, { seed, count: 250, stops: () => [ev, ev, ev] });
    const brighter = exposed(0.3, 3);
    const { value, diagnostics } = fit([brighter, exposed(-0.3, 4)]);
    const [first, second] = diagnostics.nuisances.map((nuisances) => {
      const { light, lab } = nuisances ?? { light: { exposureEv: NaN }, lab: { exposureEv: NaN } };
      return light.exposureEv + lab.exposureEv;
    });
    expect(first - second).toBeGreaterThan(0.45);
    expect(first - second).toBeLessThan(0.75);
    expect(first + second).toBeCloseTo(0, 6);
    const own = diagnostics.nuisances[0];
    const matched = own ? render(matchFrame(value, own), brighter.digital) : brighter.digital;
    const asFitted = meanDifference(render(value, brighter.digital), brighter.film);
    expect(meanDifference(matched, brighter.film)).toBeLessThan(asFitted / 3);
    const clean = simulatedSamples(warm, { seed: 5, count: 500 });
    expect(meanDifference(render(value, clean.digital), clean.film)).toBeLessThan(JND);
  });

  it('takes the white balance of each of several frames out of the look', () => {
    const warmer = (ev: number, seed: number): ColorSamples =>
      simulatedSamples(warm, { seed, count: 250, stops: () => [ev, 0, -ev] });
    const { value, diagnostics } = fit([warmer(0.2, 3), warmer(-0.2, 4)]);
    const redOverBlue = diagnostics.nuisances.map((nuisances) => {
      if (!nuisances) return NaN;
      const { light, lab } = nuisances;
      return light.redEv + lab.redEv - light.blueEv - lab.blueEv;
    });
    expect(redOverBlue[0] - redOverBlue[1]).toBeGreaterThan(0.8 * 0.75);
    expect(redOverBlue[0] - redOverBlue[1]).toBeLessThan(0.8 * 1.25);
    const clean = simulatedSamples(warm, { seed: 5, count: 500 });
    expect(meanDifference(render(value, clean.digital), clean.film)).toBeLessThan(JND);
  });

  it('says that one pair alone cannot tell its exposure from the look', () => {
    expect(warmFit.diagnostics.nuisances[0]).toMatchObject({ offsetsKnown: false, light: { exposureEv: 0 } });
  });

  it('leaves a pair of weight 0 out', () => {
    const grayPair = simulatedSamples(grayFilm, { count: 400, seed: 7 });
    const { value, diagnostics } = fit([warmPair, grayPair], [1, 0]);
    const colors = simulatedSamples(warm, { count: 200, seed: 8 }).digital;
    expect(meanDifference(render(value, colors), render(warmFit.value, colors))).toBe(0);
    expect(diagnostics.nuisances[1]).toBeNull();
  });

  it('recognizes black-and-white film, and renders every color gray', () => {
    const samples = simulatedSamples(grayFilm, { count: 400 });
    const { value, diagnostics } = fit([samples]);
    expect(diagnostics.kind).toBe('monochrome');
    const other = simulatedSamples(grayFilm, { seed: 2, count: 500 });
    expect(meanDifference(render(value, other.digital), other.film)).toBeLessThan(JND);
  });

  it('recognizes it in a scene of little color too', () => {
    const samples = simulatedSamples(grayFilm, { count: 400 });
    const digital = samples.digital.map((value, i) => {
      const at = i - (i % 3);
      const gray = (samples.digital[at] + samples.digital[at + 1] + samples.digital[at + 2]) / 3;
      return gray + 0.25 * (value - gray);
    });
    const film = new Float32Array(digital.length);
    grayFilm(digital, film, samples.count);
    expect(fit([{ ...samples, digital, film }]).diagnostics.kind).toBe('monochrome');
  });

  it('takes film that clips without leaving [0, 1] or producing NaN', () => {
    const clipped: LookMapper = (source, target, count) => {
      for (let i = 0; i < 3 * count; i++) target[i] = Math.max(0, Math.min(1, 1.8 * source[i] - 0.3));
    };
    const { value } = fit([simulatedSamples(clipped, { count: 400 })]);
    const cube = Float32Array.from({ length: 3 * 125 }, (_, i) => (Math.floor(i / 3 / 5 ** (i % 3)) % 5) / 4);
    expect(render(value, cube).every((v) => v >= 0 && v <= 1)).toBe(true);
    expect(value.residual?.offsets.every(Number.isFinite)).toBe(true);
  });

  it('says so when the pictures are of one flat color', () => {
    const flat: ColorSamples = {
      ...simulatedSamples(unchanged, { count: 200 }),
      digital: new Float32Array(600).fill(0.5),
      film: new Float32Array(600).fill(0.6),
    };
    expect(() => fit([flat])).toThrow(UserError);
    expect(() => fit([flat])).toThrow('fit.too-few-colors');
  });

  it('rejects weights that leave all pairs out', () => {
    expect(() => fit([simulatedSamples(warm, { count: 100 })], [0])).toThrow(RangeError);
  });
});
