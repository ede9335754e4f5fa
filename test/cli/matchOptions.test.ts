import { readMatchFrame, readModel, readPairWeights, readStackKind } from '../../src/cli/matchOptions';
import { numberPairs, pairOptionTable, readPairs } from '../../src/cli/readPairOptions';
import { readOptions } from '../../src/cli/readOptions';
import { UsageError } from '../../src/cli/usageError';

function pairsOf(...args: readonly string[]) {
  const numbered = numberPairs(args);
  return readPairs(readOptions(numbered, pairOptionTable(numbered)).values);
}

describe('options of a match', () => {
  it('begins another pair where --film or --digital stands again', () => {
    const pairs = pairsOf(
      '--film',
      'a',
      '--digital',
      'b',
      '--digital',
      'd',
      '--film=c',
      '--polarity',
      'negative',
    );
    expect(pairs).toEqual([
      { film: 'a', digital: 'b' },
      { film: 'c', digital: 'd', polarity: 'negative' },
    ]);
  });

  it('takes numbered options as they are', () => {
    const pairs = pairsOf('--film', 'a', '--digital', 'b', '--film2', 'c', '--digital2', 'd');
    expect(pairs).toEqual([
      { film: 'a', digital: 'b' },
      { film: 'c', digital: 'd' },
    ]);
  });

  it('says which half of a pair is missing', () => {
    expect(() => pairsOf('--film', 'a', '--digital', 'b', '--film', 'c')).toThrow('--digital2 is missing.');
  });

  it('leaves out the pairs that are named, but never all', () => {
    expect(readPairWeights(undefined, 2)).toEqual([1, 1]);
    expect(readPairWeights('1,3', 3)).toEqual([0, 1, 0]);
    for (const wrong of ['0', '3', 'x', '1,2']) expect(() => readPairWeights(wrong, 2)).toThrow(UsageError);
  });

  it('matches the frame that is named, and only one that there is', () => {
    expect(readMatchFrame(undefined, 2)).toBeNull();
    expect(readMatchFrame('2', 2)).toBe(1);
    for (const wrong of ['0', '3', '1.5', 'x']) expect(() => readMatchFrame(wrong, 2)).toThrow(/1 to 2/);
    expect(() => readMatchFrame('2', 1)).toThrow(/pair 1, the only one/);
  });

  it('names what it knows when a model or stack is unknown', () => {
    expect([readModel(undefined), readStackKind(undefined)]).toEqual(['film', 'classic']);
    expect(() => readModel('gp')).toThrow(/film, root-polynomial, lab-polynomial, forest, mlp/);
    expect(() => readStackKind('best')).toThrow(/classic, extended, exact/);
  });
});
