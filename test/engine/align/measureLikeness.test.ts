/** What the whole of two pictures says for or against a mapping, and how that enters the confidence. */
import type { Homography } from '../../../src/engine/align/alignment';
import { measureLikeness } from '../../../src/engine/align/measureLikeness';
import { confidenceOf, isTrusted, trustBesideHand } from '../../../src/engine/align/verdict';
import { stretchedLuma } from '../../../src/engine/image/stretchedLuma';
import { runToEnd } from '../../../src/engine/task';
import { texturedPair } from '../../support/texturedPair';

const textured = texturedPair();
const film = runToEnd(stretchedLuma(textured.film, 'test'));
const digital = runToEnd(stretchedLuma(textured.digital, 'test'));
const { width, height } = film;
const whole = [
  [0, 0],
  [width - 1, 0],
  [width - 1, height - 1],
  [0, height - 1],
] as const;

function likeness(filmToDigital: Homography): number {
  return runToEnd(measureLikeness({ film, digital, frame: whole }, { filmToDigital, warp: null }));
}

const shift = (dx: number, dy: number): Homography => [1, 0, dx, 0, 1, dy, 0, 0, 1];

test('a film on its photo is alike, also a pixel beside it', () => {
  expect(likeness(shift(0, 0))).toBeGreaterThan(0.8);
  expect(likeness(shift(1, -1))).toBeGreaterThan(0.8);
});

test('a film on another part of the photo is not, nor is one that hardly reaches into it', () => {
  expect(likeness(shift(120, 70))).toBeLessThan(0.15);
  expect(likeness(shift(0.8 * width, 0.8 * height))).toBeLessThan(0.15);
  expect(likeness(shift(2 * width, 0))).toBe(0);
});

test('tiles that agree by chance are not trusted when the rest of the pictures differs, faint ones are when it does not', () => {
  // A pair of different scenes that had the most convincing tiles, and an extreme pair that is 3 px off.
  const byChance = { verdict: 2.4, fineVerdict: 2.4, coverage: 0.6 };
  expect(isTrusted(confidenceOf({ ...byChance, likeness: 0.14 }))).toBe(false);
  const faint = { verdict: 3.8, fineVerdict: 0.65, coverage: 0.54 };
  expect(isTrusted(confidenceOf({ ...faint, likeness: 0.45 }))).toBe(true);
});

test('points placed by hand are trusted as before: nobody has looked at the likeness', () => {
  expect(trustBesideHand(0)).toBeCloseTo(0.75, 1);
});
