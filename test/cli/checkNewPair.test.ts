import { checkNewPair, type ReadPair } from '../../src/cli/readPair';

/** As far as the check looks at one. */
const pairOf = (film: string, digital: string, name: string): ReadPair =>
  ({
    film: { path: `${name}-film.tif`, sha256: film },
    digital: { path: `${name}-digital.tif`, sha256: digital },
  }) as ReadPair;

describe('a pair of a match', () => {
  const first = pairOf('a', 'b', 'first');

  it('is refused when it is there already, under whatever names', () => {
    expect(() => checkNewPair(pairOf('a', 'b', 'copy'), [pairOf('c', 'd', 'other'), first])).toThrow(
      expect.objectContaining({
        code: 'pair-twice',
        values: { file: 'copy-film.tif', digital: 'copy-digital.tif', other: 'first-film.tif' },
      }),
    );
  });

  it('may share one picture with another: the same frame scanned again', () => {
    expect(() => checkNewPair(pairOf('c', 'b', 'rescan'), [first])).not.toThrow();
  });
});
