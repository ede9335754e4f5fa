/** Grain and halation as planes for pixel layers, made strip by strip from a small picture of the document. */
import { renderGrain } from '../../../src/engine/grain/renderGrain';
import { renderHalation } from '../../../src/engine/halation/renderHalation';
import { enlargeRows } from '../../../src/engine/image/enlargeRows';
import { rgbImage, type RgbImage } from '../../../src/engine/image/rgbImage';
import { neutralLook, type GrainModel, type HalationModel, type Look } from '../../../src/engine/look';
import { runToEnd } from '../../../src/engine/task';
import { grainRows } from '../../../src/engine/texture/grainRows';
import { resizeTexture } from '../../../src/engine/texture/resizeTexture';
import { surveyTexture } from '../../../src/engine/texture/surveyTexture';
import { FLOAT32 } from '../../support/tolerances';

const WIDTH = 120;
const HEIGHT = 80;

const even = [0.015, 0.03, 0.02];
const GRAIN: GrainModel = {
  strength: { red: even, green: even, blue: [0.02, 0.04, 0.03] },
  correlation: [0.4, 0.3, 0.35],
  spectrum: [{ sigmaPx: 0.9, share: 1 }],
  sizePx: 1.5,
  analysedLongEdgePx: WIDTH,
};
const HALATION: HalationModel = { strength: 0.1, radius: 0.03, tint: [1, 0.3, 0] };
const LOOK: Look = { ...neutralLook('srgb', 'Test'), grain: GRAIN, halation: HALATION };

/** A gradient with a lamp in it; dark and bright enough that no grain is clipped. */
function picture(): RgbImage {
  const image = rgbImage(WIDTH, HEIGHT, 'srgb');
  for (let i = 0; i < image.data.length; i++) {
    const x = Math.floor(i / 3) % WIDTH;
    const y = Math.floor(i / 3 / WIDTH);
    const isLamp = Math.hypot(x - 60, y - 40) < 8;
    image.data[i] = isLamp ? 0.75 : 0.25 + (0.3 * (x + y)) / (WIDTH + HEIGHT) + 0.02 * (i % 3);
  }
  return image;
}

describe('grainRows', () => {
  it('does under Linear Light and its opacity what rendering the grain does', () => {
    const below = picture();
    const { opacity, rows } = grainRows(below, GRAIN, { width: WIDTH, height: HEIGHT, seed: 5, amount: 1 });
    const wanted = renderGrain(below, GRAIN, { seed: 5 }).data;
    const layer = rows(0, HEIGHT);
    const errors = layer.map((value, i) =>
      Math.abs(below.data[i] + (opacity / 100) * (2 * value - 1) - wanted[i]),
    );
    expect(Math.max(...errors)).toBeLessThan(FLOAT32);
  });

  it('uses the codes of the layer well: four deviations of the strongest grain reach black and white', () => {
    const { opacity } = grainRows(picture(), GRAIN, { width: WIDTH, height: HEIGHT, seed: 5, amount: 1 });
    expect(opacity).toBe(16);
  });

  it('is twice as strong for twice the amount', () => {
    const make = (amount: number) =>
      grainRows(picture(), GRAIN, { width: WIDTH, height: HEIGHT, seed: 5, amount });
    const effect = ({ opacity, rows }: ReturnType<typeof make>) =>
      Math.hypot(...rows(0, 16).map((value) => opacity * (value - 0.5)));
    expect(effect(make(2)) / effect(make(1))).toBeCloseTo(2, 5);
  });
});

describe('resizeTexture', () => {
  it('carries the glow further from its lamp', () => {
    const glowOf = (look: Look) =>
      runToEnd(surveyTexture({ picture: picture(), look, amounts: { grain: 0, halation: 1 } })).glow!.data;
    const redAt = (glow: Float32Array, x: number) => glow[3 * (40 * WIDTH + x)];
    const [asMeasured, wider] = [glowOf(LOOK), glowOf(resizeTexture(LOOK, { grain: 1, halation: 2 }))];
    expect(redAt(wider, 60 + 15)).toBeGreaterThan(1.2 * redAt(asMeasured, 60 + 15));
    expect(redAt(wider, 60 + 9)).toBeLessThan(redAt(asMeasured, 60 + 9));
  });

  it('makes grains as much wider, and no stronger', () => {
    const { grain } = resizeTexture(LOOK, { grain: 1.5, halation: 1 });
    expect(grain).toEqual({ ...GRAIN, spectrum: [{ sigmaPx: 1.35, share: 1 }], sizePx: 2.25 });
    expect(resizeTexture(LOOK, { grain: 1, halation: 1 })).toEqual(LOOK);
  });

  it('has nothing to do for a look without either', () => {
    const plain = neutralLook('srgb', 'Plain');
    expect(resizeTexture(plain, { grain: 2, halation: 2 })).toEqual(plain);
  });
});

describe('surveyTexture', () => {
  it('says what light halation adds, and never takes any away', () => {
    const before = picture();
    const { glow } = runToEnd(
      surveyTexture({ picture: before, look: LOOK, amounts: { grain: 0, halation: 1 } }),
    );
    const after = renderHalation(before, HALATION).data;
    expect(glow?.data.some((value) => value > 0.01)).toBe(true);
    const errors = glow?.data.map((value, i) => Math.abs(value - Math.max(0, after[i] - before.data[i])));
    expect(Math.max(...(errors ?? [1]))).toBeLessThan(FLOAT32);
  });

  it('does nothing for what is not wanted, or what the look has none of', () => {
    const input = { picture: picture(), look: LOOK, amounts: { grain: 0, halation: 0 } };
    expect(runToEnd(surveyTexture(input))).toEqual({ tones: null, glow: null });
    const bare = { ...input, look: neutralLook('srgb'), amounts: { grain: 1, halation: 1 } };
    expect(runToEnd(surveyTexture(bare))).toEqual({ tones: null, glow: null });
  });
});

describe('enlargeRows', () => {
  it('gives the same rows whatever the strips, and the picture itself at its own size', () => {
    const image = picture();
    expect(enlargeRows(image, WIDTH, HEIGHT)(0, HEIGHT)).toEqual(image.data);
    const rows = enlargeRows(image, 200, 130);
    const whole = rows(0, 130);
    expect([...rows(0, 50), ...rows(50, 130)]).toEqual([...whole]);
  });

  it('keeps a ramp a ramp', () => {
    const ramp = rgbImage(8, 1, 'srgb');
    for (let i = 0; i < ramp.data.length; i++) ramp.data[i] = (Math.floor(i / 3) + 0.5) / 8;
    const row = enlargeRows(ramp, 64, 1)(0, 1);
    for (let x = 4; x < 60; x++) expect(row[3 * x]).toBeCloseTo((x + 0.5) / 64, 6);
  });
});
