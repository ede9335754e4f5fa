import { Correspondences } from '../../../src/engine/align/correspondences';
import { frameOfPicture } from '../../../src/engine/align/frameQuad';
import { commonShare, isotropy, judgeGeometry } from '../../../src/engine/align/judgeGeometry';
import type { GrayPair } from '../../../src/engine/align/prepareLevel';
import type { RefinedLevel } from '../../../src/engine/align/refineLevel';
import { judgeLevel } from '../../../src/engine/align/refineLevel';
import { plane } from '../../../src/engine/image/rgbImage';

const pair: GrayPair = { film: plane(101, 101), digital: plane(101, 101), frame: frameOfPicture(101, 101) };

/** The film moved by `dx`, with tiles that see edges of these directions (radians). */
function shifted(dx: number, directions: readonly number[]): RefinedLevel {
  const h = [1, 0, dx, 0, 1, 0, 0, 0, 1] as const;
  const points = new Correspondences(directions.length);
  directions.forEach((angle, i) => {
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    points.add(10 * i, 5 * i, 10 * i + dx, 5 * i, c * c, c * s, s * s);
  });
  return judgeLevel({ filmToDigital: h, warp: null }, h, points, points.count, 1);
}

describe('the judgement of a mapping’s geometry', () => {
  it('knows how much the views have in common', () => {
    expect(commonShare(pair, shifted(75, [0, 1]))).toBeCloseTo(0.25, 6);
    expect(commonShare(pair, shifted(200, [0, 1]))).toBe(0);
  });

  it('refuses a sliver in common, and more of it when in doubt', () => {
    const crossed = [0, Math.PI / 2, 1, 2];
    expect(judgeGeometry(pair, shifted(95, crossed), true)).toBe('small-overlap');
    expect(judgeGeometry(pair, shifted(80, crossed), true)).toBeNull();
    expect(judgeGeometry(pair, shifted(80, crossed), false)).toBe('small-overlap');
    expect(judgeGeometry(pair, shifted(20, crossed), false)).toBe('not-the-same-scene');
  });

  it('refuses edges of one direction only, whatever that is', () => {
    expect(isotropy(shifted(0, [0.7, 0.7, 0.7]))).toBeCloseTo(0, 9);
    expect(isotropy(shifted(0, [0, Math.PI / 2]))).toBeCloseTo(1, 9);
    expect(judgeGeometry(pair, shifted(0, [0.7, 0.71, 0.69, 0.7]), true)).toBe('degenerate-geometry');
  });
});
