import { createGrain, grainDeviation } from '../../../scripts/sample/film/grain';
import { addHalation } from '../../../scripts/sample/film/halation';

const [WIDTH, HEIGHT] = [96, 64];

/** Correlation of a channel with the channel `shift` values further on. */
function correlation(field: Float32Array, channel: number, shift: number): number {
  let [product, square] = [0, 0];
  for (let i = channel; i + shift < field.length; i += 3) {
    product += field[i] * field[i + shift];
    square += field[i] * field[i];
  }
  return product / square;
}

describe('grain', () => {
  const grain = createGrain(WIDTH, HEIGHT, 0.75, 11);

  it('has mean zero and unit deviation', () => {
    const mean = grain.reduce((a, b) => a + b, 0) / grain.length;
    const variance = grain.reduce((a, b) => a + b * b, 0) / grain.length;
    expect(Math.abs(mean)).toBeLessThan(0.05);
    expect(Math.abs(variance - 1)).toBeLessThan(0.01);
  });

  it('is alike in neighbouring pixels and unlike between layers', () => {
    expect(correlation(grain, 0, 3)).toBeGreaterThan(0.3);
    expect(correlation(grain, 0, 3 * 12)).toBeLessThan(0.15);
    expect(Math.abs(correlation(grain, 0, 1))).toBeLessThan(0.1);
  });

  it('is the same for the same seed and another for another', () => {
    expect(createGrain(WIDTH, HEIGHT, 0.75, 11)).toEqual(grain);
    expect(createGrain(WIDTH, HEIGHT, 0.75, 12)).not.toEqual(grain);
  });

  it('grows with the square root of density', () => {
    expect(grainDeviation(0.02, 1)).toBeCloseTo(0.02, 9);
    expect(grainDeviation(0.02, 0.25)).toBeCloseTo(0.01, 9);
  });
});

describe('halation', () => {
  const exposure = new Float32Array(3 * WIDTH * HEIGHT);
  const middle = 3 * (32 * WIDTH + 48);
  exposure.fill(30, middle, middle + 3);
  const haloed = addHalation(exposure, WIDTH, HEIGHT, [0.1, 0.03, 0], 3);

  it('throws light round a bright spot, red before green, and none where the share is none', () => {
    const beside = middle + 3 * 4;
    expect(haloed[beside]).toBeGreaterThan(haloed[beside + 1]);
    expect(haloed[beside + 1]).toBeGreaterThan(0);
    expect(haloed[beside + 2]).toBe(0);
  });

  it('adds the share of the light that the base throws back', () => {
    let added = 0;
    for (let i = 0; i < haloed.length; i += 3) added += haloed[i] - exposure[i];
    expect(added).toBeCloseTo(0.1 * 30, 2);
  });
});
