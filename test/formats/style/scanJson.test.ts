import fc from 'fast-check';
import { readJson } from '../../../src/formats/style/readJson';
import { JsonFault, scanJson } from '../../../src/formats/style/scanJson';

const LIMITS = { maxDepth: 64, maxValues: 10_000 };

function isWellFormed(text: string): boolean {
  try {
    scanJson(text, LIMITS);
    return true;
  } catch (error) {
    if (error instanceof JsonFault) return false;
    throw error;
  }
}

function isParsed(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('the look over JSON', () => {
  it('finds a fault exactly where the engine’s parser refuses the text', () => {
    const damaged = fc
      .tuple(
        fc.json({ maxDepth: 4 }),
        fc.nat(80),
        fc.constantFrom('', ',', ':', '"', '0', '-', '.', 'e', '\\', ']', '\n', ' ', 'u'),
      )
      .map(([text, at, piece]) => text.slice(0, at) + piece + text.slice(at + 1));
    fc.assert(
      fc.property(fc.oneof(damaged, fc.json()), (text) => {
        expect([text, isWellFormed(text)]).toEqual([text, isParsed(text)]);
      }),
      { numRuns: 3000, seed: 11 },
    );
  });

  it.each([
    [{ maxCharacters: 5, maxValues: 10 }, '[1, 2, 3]', /9 characters/],
    [{ maxCharacters: 50, maxValues: 2 }, '[1,\n2,\n3]', /line 3, column 1: it holds more than 2 values/],
  ])('keeps the limits that it is given', (limits, text, expected) => {
    const read = readJson(text, limits);
    expect('failure' in read && read.failure).toMatch(expected);
  });
});
