import { bootstrapLook } from '../../../src/engine/confidence/bootstrapLook';
import { createSeenReader, measureCoverage, SEEN } from '../../../src/engine/confidence/coverage';
import { extrapolatedMask } from '../../../src/engine/confidence/extrapolatedMask';
import { regionCoverage } from '../../../src/engine/confidence/regionCoverage';
import { sceneClusters } from '../../../src/engine/confidence/sceneClusters';
import { rgbImage } from '../../../src/engine/image/rgbImage';
import { neutralLook } from '../../../src/engine/look';
import { runToEnd } from '../../../src/engine/task';
import { colorSamples } from './colorSamples';

const FOLIAGE = [0.34, 0.42, 0.26] as const;
const SKY = [0.38, 0.48, 0.62] as const;

describe('coverage', () => {
  const coverage = measureCoverage([colorSamples({ around: [FOLIAGE], count: 300, noise: 0.02 })]);

  it('knows the colors that were shown and those near them, and no others', () => {
    const seen = createSeenReader(coverage);
    expect(seen(...FOLIAGE)).toBeGreaterThan(0.9);
    expect(seen(0.36, 0.45, 0.28)).toBeGreaterThan(SEEN);
    expect(seen(...SKY)).toBeLessThan(0.05);
    expect(seen(1, 0, 0)).toBe(0);
  });

  it('does not take a large wall for knowledge of other colors', () => {
    const wall = measureCoverage([colorSamples({ around: [FOLIAGE], count: 20_000, noise: 0.02 })]);
    expect(createSeenReader(wall)(...SKY)).toBeLessThan(0.05);
  });

  it('marks on any picture where the look is a guess', () => {
    const image = rgbImage(2, 1, 'srgb', Float32Array.of(...FOLIAGE, ...SKY));
    const { mask, share } = extrapolatedMask(image, coverage);
    expect(mask.data[0]).toBeLessThan(0.1);
    expect(mask.data[1]).toBeGreaterThan(0.9);
    expect(share).toBe(0.5);
  });

  it('says by name what was shown and what was not', () => {
    const meadow = Array.from({ length: 24 }, (_, i) => {
      const light = 0.3 + 0.05 * (i % 8);
      const green = 0.06 * Math.floor(i / 8);
      return [light, light + 0.04 + green / 2, light - 0.06 - green] as const;
    });
    const green = measureCoverage([colorSamples({ around: meadow, count: 480, noise: 0.02 })]);
    const verdicts = new Map(regionCoverage(green).map(({ region, verdict }) => [region, verdict]));
    expect(verdicts.get('foliage')).not.toBe('extrapolated');
    for (const region of ['sky', 'reds', 'purples', 'whites'] as const) {
      expect(verdicts.get(region)).toBe('extrapolated');
    }
  });
});

describe('sceneClusters', () => {
  it('tells what the scene is made of and what the look leaves', () => {
    const samples = colorSamples({
      around: [FOLIAGE, FOLIAGE, FOLIAGE, SKY],
      count: 400,
      noise: 0.01,
      shift: 0.1,
    });
    const clusters = sceneClusters([samples], neutralLook('srgb'));
    expect(clusters.map(({ region }) => region)).toEqual(['foliage', 'sky']);
    expect(clusters[0].share).toBeCloseTo(0.75, 1);
    for (const { before, look } of clusters) {
      expect(before).toBeGreaterThan(5);
      expect(look).toBeCloseTo(before, 3);
    }
  });
});

describe('bootstrapLook', () => {
  it('is surer the less the samples scatter', () => {
    const around = Array.from(
      { length: 40 },
      (_, i) => [i / 40, ((i * 7) % 40) / 40, ((i * 13) % 40) / 40] as const,
    );
    const scatter = (filmNoise: number): number => {
      const samples = colorSamples({ around, count: 400, noise: 0.02, filmNoise });
      return runToEnd(bootstrapLook([samples])).exposureEv;
    };
    const calm = scatter(0.002);
    expect(calm).toBeGreaterThan(0);
    expect(scatter(0.08)).toBeGreaterThan(2 * calm);
  });
});
