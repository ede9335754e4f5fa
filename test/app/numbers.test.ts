import { formatNumber, formatSigned, roundSeconds } from '../../src/app/formatNumber';
import { fileName } from '../../src/app/fileName';
import { createTimeLeft } from '../../src/app/timeLeft';
import { panBy, placement, WHOLE_PICTURE, zoomBy } from '../../src/app/preview/viewport';
import fc from 'fast-check';

describe('numbers as text', () => {
  it('have a true minus sign and no negative zero', () => {
    expect([formatNumber(-1.25, 1), formatNumber(-0.01, 1), formatSigned(3), formatSigned(0)]).toEqual([
      '−1.3',
      '0.0',
      '+3',
      '0',
    ]);
  });

  it('round the seconds left so that they do not flicker', () => {
    expect([roundSeconds(300), roundSeconds(4200), roundSeconds(31_000)]).toEqual([1, 5, 35]);
  });
});

describe('the time left', () => {
  it('is not told before it can be known', () => {
    let now = 0;
    const timeLeft = createTimeLeft(() => now);
    now = 1000;
    expect(timeLeft(0.5)).toBeNull();
    now = 10_000;
    expect(timeLeft(0.01)).toBeNull();
  });

  it('counts down when the work goes on evenly', () => {
    let now = 0;
    const timeLeft = createTimeLeft(() => now);
    const told = [2000, 4000, 8000].map((time) => {
      now = time;
      return timeLeft(time / 10_000);
    });
    expect(told).toEqual([8000, 6000, 2000]);
  });
});

describe('file names', () => {
  it('keep letters of every script and lose what file systems refuse', () => {
    expect(fileName('Портра 400/“A:B”', 'cube')).toBe('Портра 400-“A-B”.cube');
    expect(fileName(' .. ', 'json')).toBe('look.json');
  });
});

describe('the preview’s view', () => {
  it('never leaves the picture, however it is zoomed and dragged', () => {
    const drag = fc.tuple(
      fc.double({ min: -2, max: 2, noNaN: true }),
      fc.double({ min: -2, max: 2, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(drag, fc.constantFrom(0.5, 2))), (moves) => {
        let view = WHOLE_PICTURE;
        for (const move of moves) view = Array.isArray(move) ? panBy(view, ...move) : zoomBy(view, move);
        const { leftPercent, topPercent } = placement(view);
        for (const edge of [leftPercent, topPercent]) {
          expect(edge).toBeLessThanOrEqual(1e-9);
          expect(edge + 100 * view.zoom).toBeGreaterThanOrEqual(100 - 1e-9);
        }
      }),
      { seed: 20260101 },
    );
  });
});
