import fc from 'fast-check';
import { CURVE_LIMITS, type CurvePoints } from '../../src/engine/adjustments';
import { curveTable8 } from '../../src/engine/render/curves';
import { expectFrom } from '../../src/photoshop/hostCurve';
import { searchKnots, toleratedLevels, wishedFor, type ChannelTask } from '../../src/photoshop/searchKnots';

const LEVELS = Array.from({ length: 256 }, (_, level) => level);
const curve = (...pairs: readonly (readonly [number, number])[]): CurvePoints =>
  pairs.map(([input, output]) => ({ input, output }));

const START = curve([0, 0], [96, 110], [180, 160], [255, 250]);
const OTHER = curve([0, 10], [60, 40], [120, 140], [255, 230]);

/** Straight lines, rounded as a host would. */
const polyline = (points: CurvePoints): number[] =>
  LEVELS.map((level) => {
    const k = Math.max(
      1,
      points.findIndex(({ input }) => input >= level),
    );
    const [a, b] = [points[k - 1], points[k]];
    return Math.round(a.output + ((b.output - a.output) * (level - a.input)) / (b.input - a.input));
  });

const rounded = (expected: Float64Array): number[] => Array.from(expected, (level) => Math.round(level));

describe('what is expected of a host', () => {
  it('is right at once for a host that joins points by the natural spline', () => {
    const expect_ = expectFrom(START, LEVELS, Array.from(curveTable8(START)), 1);
    expect(rounded(expect_(OTHER))).toEqual(Array.from(curveTable8(OTHER)));
  });

  it('is right at once for a host that joins points by straight lines', () => {
    const expect_ = expectFrom(START, LEVELS, polyline(START), 1);
    const worst = Math.max(
      ...rounded(expect_(OTHER)).map((level, v) => Math.abs(level - polyline(OTHER)[v])),
    );
    // Exact ties may be rounded either way.
    expect(worst).toBeLessThanOrEqual(1);
  });

  it('is what the host rendered, for the points that it rendered, whatever it does', () => {
    const strange = LEVELS.map((level) => Math.round(128 + 100 * Math.sin(level / 20)));
    const expected = expectFrom(START, LEVELS, strange, 1)(START);
    // Half a level is what the host's rounding leaves open.
    expect(Math.max(...strange.map((level, v) => Math.abs(level - expected[v])))).toBeLessThanOrEqual(
      0.5 + 1e-9,
    );
  });
});

describe('the search for curve points', () => {
  const taskOf = (points: CurvePoints): ChannelTask => ({
    arriving: LEVELS,
    wished: Array.from(curveTable8(points)),
    step: 1,
    toleratedLevels: 1,
  });
  const straight = (task: ChannelTask): CurvePoints =>
    [0, 128, 255].map((input) => ({ input, output: wishedFor(input, task) }));

  it('finds a smooth curve again to a level, from three points', () => {
    const task = taskOf(OTHER);
    const start = straight(task);
    const expect_ = expectFrom(start, LEVELS, Array.from(curveTable8(start)), 1);
    const found = curveTable8(searchKnots(start, task, expect_, 1));
    expect(
      Math.max(...LEVELS.map((level) => Math.abs(found[level] - task.wished[level]))),
    ).toBeLessThanOrEqual(1);
  });

  it('asks for a level, or for half the distance of neutrals that arrive together', () => {
    const smooth = taskOf(OTHER);
    expect(toleratedLevels(smooth)).toBe(1);
    const arriving = LEVELS.map((level) => Math.floor(level / 4));
    const spread = Math.max(
      ...LEVELS.map((v) => Math.abs(smooth.wished[v] - smooth.wished[4 * arriving[v]])),
    );
    expect(toleratedLevels({ ...smooth, arriving })).toBe(spread / 2);
  });

  it('keeps to what Curves can hold, however wild the wish is', () => {
    const wish = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 256, maxLength: 256 });
    fc.assert(
      fc.property(wish, fc.nat(), (wished, seed) => {
        const task = { arriving: LEVELS, wished, step: 1, toleratedLevels: 1 };
        const start = straight(task);
        const expect_ = expectFrom(start, LEVELS, Array.from(curveTable8(start)), 1);
        const points = searchKnots(start, task, expect_, seed);
        expect(points.length).toBeLessThanOrEqual(CURVE_LIMITS.maxPoints);
        points.forEach(({ input, output }, i) => {
          expect(Number.isInteger(input) && Number.isInteger(output)).toBe(true);
          expect(Math.min(input, output)).toBeGreaterThanOrEqual(0);
          expect(Math.max(input, output)).toBeLessThanOrEqual(255);
          if (i > 0) expect(input - points[i - 1].input).toBeGreaterThanOrEqual(CURVE_LIMITS.minInputGap);
        });
      }),
      { numRuns: 1 },
    );
  });
});
