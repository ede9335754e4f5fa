import fc from 'fast-check';
import { createRgbToLab } from '../../../src/engine/color/lab';
import { createPerceptualFrame } from '../../../src/engine/fit/perceptualFrame';
import { deltaE2000 } from '../../../src/engine/metrics/deltaE';

const toLab = createRgbToLab('srgb');
const frameAt = createPerceptualFrame('srgb');

function lengthOf(color: readonly number[], step: readonly number[]): { predicted: number; true: number } {
  const frame = new Float64Array(9);
  const lab = new Float64Array(6);
  frameAt(color, 0, frame, 0);
  const seen = [0, 1, 2].map((o) => step.reduce((sum, s, c) => sum + frame[3 * o + c] * s, 0));
  toLab(color[0] - step[0] / 2, color[1] - step[1] / 2, color[2] - step[2] / 2, lab, 0);
  toLab(color[0] + step[0] / 2, color[1] + step[1] / 2, color[2] + step[2] / 2, lab, 3);
  return { predicted: Math.hypot(...seen), true: deltaE2000(lab[0], lab[1], lab[2], lab[3], lab[4], lab[5]) };
}

const channel = fc.double({ min: 0.1, max: 0.9, noNaN: true });
const direction = fc.double({ min: -1, max: 1, noNaN: true });

describe('createPerceptualFrame', () => {
  it('measures small steps of gray colors as CIEDE2000 does', () => {
    fc.assert(
      fc.property(channel, direction, direction, direction, (gray, r, g, b) => {
        const norm = Math.hypot(r, g, b);
        fc.pre(norm > 0.1);
        const { predicted, true: measured } = lengthOf(
          [gray, gray, gray],
          [r, g, b].map((v) => (0.004 * v) / norm),
        );
        expect(predicted / measured).toBeGreaterThan(0.95);
        expect(predicted / measured).toBeLessThan(1.05);
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  it('is within a factor of two for all colors, since chroma and hue are weighted alike', () => {
    fc.assert(
      fc.property(channel, channel, channel, direction, direction, direction, (x, y, z, r, g, b) => {
        const norm = Math.hypot(r, g, b);
        fc.pre(norm > 0.1);
        const { predicted, true: measured } = lengthOf(
          [x, y, z],
          [r, g, b].map((v) => (0.004 * v) / norm),
        );
        expect(predicted / measured).toBeGreaterThan(0.5);
        expect(predicted / measured).toBeLessThan(2);
      }),
      { seed: 6, numRuns: 60 },
    );
  });
});
