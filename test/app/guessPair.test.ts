import { guessPair } from '../../src/app/guessPair';
import { documentSummary } from '../support/fakeHost';

const named = (...names: string[]) => names.map((name, index) => documentSummary({ id: index + 1, name }));

function guessedNames(names: string[]): (string | undefined)[] {
  const documents = named(...names);
  const { film, digital } = guessPair(documents);
  return [film, digital].map((source) => documents.find(({ id }) => id === source?.documentId)?.name);
}

describe('the first guess', () => {
  it.each([
    [['DSC_0815.NEF', 'Portra 400 - 12A.tif'], 'Portra 400 - 12A.tif', 'DSC_0815.NEF'],
    [['scooters-film.jpeg', 'scooters-digital.jpeg'], 'scooters-film.jpeg', 'scooters-digital.jpeg'],
    [['IMG_2201.JPG', 'frontier0012.jpg'], 'frontier0012.jpg', 'IMG_2201.JPG'],
    [['a.tif', 'sony a7.tif'], 'a.tif', 'sony a7.tif'],
    [['フィルム scan.tif', '写真.jpg'], 'フィルム scan.tif', '写真.jpg'],
  ])('reads names: %j', (names, film, digital) => {
    expect(guessedNames(names)).toEqual([film, digital]);
  });

  it('takes the photo whose proportions fit the film, when names say nothing', () => {
    const documents = [
      documentSummary({ id: 1, name: 'film scan', widthPx: 3000, heightPx: 2000 }),
      documentSummary({ id: 2, name: 'one', widthPx: 2000, heightPx: 3000 }),
      documentSummary({ id: 3, name: 'two', widthPx: 6000, heightPx: 4000 }),
    ];
    expect(guessPair(documents).digital?.documentId).toBe(3);
  });

  it('takes two layers of the only document', () => {
    const layers = [
      { id: 11, name: 'Ektar scan' },
      { id: 12, name: 'DSC_1' },
    ];
    const { film, digital } = guessPair([documentSummary({ id: 1, name: 'both.psd', layers })]);
    expect([film?.layerId, digital?.layerId]).toEqual([11, 12]);
  });

  it('leaves out documents that cannot be read', () => {
    const documents = named('film.tif', 'digital.tif');
    const { film } = guessPair([{ ...documents[0], unsupported: 'depth-32' }, documents[1]]);
    expect(film).toBeNull();
  });

  it('knows nothing without documents', () => {
    expect(guessPair([])).toEqual({ film: null, digital: null });
  });
});
