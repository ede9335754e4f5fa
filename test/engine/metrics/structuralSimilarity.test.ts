import { plane, type Plane } from '../../../src/engine/image/rgbImage';
import { structuralSimilarity } from '../../../src/engine/metrics/structuralSimilarity';
import { FLOAT32 } from '../../support/tolerances';

const WIDTH = 23;
const HEIGHT = 19;

function made(value: (i: number) => number): Plane {
  return plane(
    WIDTH,
    HEIGHT,
    Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) => value(i)),
  );
}

const first = (i: number): number => ((i * 7919) % 251) / 2.5;

describe('structuralSimilarity', () => {
  // Means over the whole windows, computed with NumPy 2.4 and scipy.signal.convolve2d (mode "valid") from the formula
  // in the paper: 11×11 Gaussian windows with σ = 1.5 and data range 100.
  it.each([
    [
      'a dimmed and noisy copy',
      (i: number) => first(i) * 0.8 + 10 + ((i * 104729) % 17) - 8,
      0.9590584192463217,
    ],
    ['the negative', (i: number) => 100 - first(i), -0.9866562668837788],
  ])('gives what NumPy gives for %s', (_name, second, reference) => {
    const ssim = structuralSimilarity(made(first), made(second), 100);
    expect(Math.abs(ssim! - reference)).toBeLessThan(10 * FLOAT32);
  });

  it('is the luminance term alone for two even planes', () => {
    // (2·50·60 + 1) / (50² + 60² + 1), by hand.
    const ssim = structuralSimilarity(
      made(() => 50),
      made(() => 60),
      100,
    );
    expect(ssim).toBeCloseTo(6001 / 6101, 6);
  });

  it('looks only where there is trust', () => {
    const spoiled = made((i) => (i % WIDTH < 11 ? 100 - first(i) : first(i)));
    const trust = made((i) => (i % WIDTH < 11 ? 0 : 1));
    expect(structuralSimilarity(made(first), spoiled, 100, trust)).toBeCloseTo(1, 6);
    expect(structuralSimilarity(made(first), spoiled, 100)).toBeLessThan(0.8);
    expect(
      structuralSimilarity(
        made(first),
        spoiled,
        100,
        made(() => 0),
      ),
    ).toBeNull();
  });
});
