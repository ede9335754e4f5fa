/** The benchmark that holds our pixels against Photoshop's, on files of our own whose composite is known. */
import fc from 'fast-check';
import { judgeFile, judgePsd } from '../../../bench/psd/judgePsd';
import type { Adjustment, AdjustmentStack } from '../../../src/engine/adjustments';
import { createColorLookupMapper } from '../../../src/engine/render/colorLookup';
import { readPsd, type PsdFile } from '../../../src/formats/psd/readPsd';
import { writeStackPsd } from '../../../src/formats/psd/writePsd';
import { ARITHMETIC_CASES } from '../../../src/photoshop/selfTest/arithmeticCases';
import { createRandom } from '../../support/createRandom';
import { testPicture8 } from '../../support/testPicture';

const WIDTH = 24;
const HEIGHT = 16;
const PIXELS = WIDTH * HEIGHT;
const PICTURE = testPicture8(WIDTH, HEIGHT);

const adjustmentOf = (layer: string): Adjustment => {
  const found = ARITHMETIC_CASES.find((row) => row.layer === layer);
  if (!found) throw new RangeError(`There is no case named ${layer}.`);
  return found.adjustment;
};

function bytesOf(bitsPerChannel: 8 | 16, ...adjustments: readonly Adjustment[]): Uint8Array {
  const layers = adjustments.map((adjustment) => ({ name: adjustment.kind, opacity: 100, adjustment }));
  const stack: AdjustmentStack = { name: 'stack', opacity: 100, layers };
  const pixels = bitsPerChannel === 8 ? PICTURE : Uint16Array.from(PICTURE, (code) => code * 257);
  return writeStackPsd({ width: WIDTH, height: HEIGHT, bitsPerChannel, pixels, stack });
}

const fileOf = (...adjustments: readonly Adjustment[]): PsdFile => readPsd(bytesOf(8, ...adjustments));

/** One row a kind; all rows in 8 bits, where they are quick. */
const casesOf = (bits: 8 | 16): typeof ARITHMETIC_CASES =>
  ARITHMETIC_CASES.filter(
    ({ adjustment: { kind } }, i) =>
      bits === 8 || ARITHMETIC_CASES.findIndex((row) => row.adjustment.kind === kind) === i,
  );

describe('the benchmark of PSD files', () => {
  it.each([8, 16] as const)('judges every pixel of every kind of layer in %i bits', (bits) => {
    for (const { layer, adjustment } of casesOf(bits)) {
      const verdict = judgeFile(readPsd(bytesOf(bits, adjustment)));
      expect(verdict.bits).toBe(bits);
      const [[variant, errors]] = verdict.variants;
      expect([layer, variant.split('.')[0], errors.pixels]).toEqual([layer, adjustment.kind, PIXELS]);
      // The file holds a color table in 16 bits, which may tip a rounding.
      if (adjustment.kind === 'colorLookup') expect(errors.max).toBeLessThanOrEqual(1);
      else expect([layer, errors.exact]).toEqual([layer, PIXELS]);
    }
  });

  it('sees a single wrong value', () => {
    const file = fileOf(adjustmentOf('channel mixer'));
    file.composite[1][7] += file.composite[1][7] > 128 ? -3 : 3;
    const errors = judgeFile(file).variants.get('channelMixer');
    expect(errors).toMatchObject({ pixels: PIXELS, exact: PIXELS - 1, max: 3 });
    expect(errors?.mean).toBeCloseTo(1 / PIXELS);
  });

  it('tells of the one kind that is not known to be exact, whatever exact ones lie with it', () => {
    const verdict = judgeFile(
      fileOf(adjustmentOf('curves'), adjustmentOf('channel mixer'), adjustmentOf('hue/saturation, master')),
    );
    expect([...verdict.variants.keys()]).toEqual(['channelMixer']);
    expect(verdict.chain.pixels).toBe(0);
  });

  it('keeps chains of exact kinds apart, and leaves chains of several others alone', () => {
    const exact = judgeFile(fileOf(adjustmentOf('curves'), adjustmentOf('levels, gamma 0.70')));
    expect([exact.chain.pixels, exact.variants.size]).toEqual([PIXELS, 0]);
    const open = judgeFile(fileOf(adjustmentOf('channel mixer'), adjustmentOf('selective color, relative')));
    expect([open.chain.pixels, open.variants.size]).toEqual([0, 0]);
  });

  it('holds a dithered Color Lookup against the value before rounding', () => {
    const lookup = adjustmentOf('color lookup, dithered');
    if (lookup.kind !== 'colorLookup') throw new TypeError('not a lookup');
    const file = fileOf(lookup);
    const unrounded = Float32Array.from(PICTURE, (code) => code / 255);
    createColorLookupMapper(lookup)(unrounded, unrounded, PIXELS);
    const random = createRandom(5);
    for (let p = 0; p < PIXELS; p++) {
      for (let c = 0; c < 3; c++)
        file.composite[c][p] = Math.round(255 * unrounded[3 * p + c] + 0.98 * (random() - 0.5));
    }
    const errors = judgeFile(file).variants.get('colorLookup');
    expect(errors).toMatchObject({ pixels: PIXELS, withinDither: PIXELS });
    expect(errors?.max).toBeLessThan(1);
    // Rounding and uniform dither of half a level each: a triangle, whose mean distance is a third of a level.
    expect(errors?.mean).toBeGreaterThan(0.28);
    expect(errors?.mean).toBeLessThan(0.39);
    expect(errors?.exactPercent).toBeLessThan(70);
  });

  it('skips composites that Photoshop did not render', () => {
    expect(judgePsd(bytesOf(8, adjustmentOf('curves'))).skipped).toEqual([
      expect.stringContaining('composite by'),
    ]);
  });

  it('never fails, however damaged a file is', () => {
    const bytes = bytesOf(8, adjustmentOf('curves'), adjustmentOf('color lookup'));
    const damage = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 6 });
    fc.assert(
      fc.property(fc.nat(bytes.length), damage, (length, flips) => {
        const broken = bytes.slice(0, length);
        for (const [at, value] of flips) if (at < length) broken[at] = value;
        expect(judgePsd(broken).variants.size).toBe(0);
      }),
      { numRuns: 40 },
    );
  });
});
