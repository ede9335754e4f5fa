import { freeName, listStocks, parseTags, type Stock } from '../../src/app/stocks/stock';
import { rgbImage } from '../../src/engine/image/rgbImage';
import { createSession } from '../../src/app/session';
import type { DocumentSummary } from '../../src/photoshop/photoshopHost';
import { formatStyle } from '../../src/formats/style/formatStyle';
import { parseStyle } from '../../src/formats/style/parseStyle';
import { fakeEstimation, createFakeCompute, fakePair } from '../support/fakeCompute';
import { createFakeHost, documentSummary } from '../support/fakeHost';

const stock = (fields: Partial<Stock> & { name: string }): Stock => ({
  id: fields.name,
  date: '2026-01-01',
  pairs: 1,
  deltaE2000: null,
  heldOutDeltaE2000: null,
  swatches: [],
  film: '',
  scanner: '',
  tags: [],
  ...fields,
});

describe('the list of stocks', () => {
  const stocks = [
    stock({ name: 'Ektar', date: '2026-03-01', deltaE2000: 4, tags: ['sea'] }),
    stock({ name: '東京', scanner: 'Noritsu', deltaE2000: 1, heldOutDeltaE2000: 5 }),
    stock({ name: 'портра', date: '2026-02-01', deltaE2000: 2 }),
  ];
  const names = (...[search, order]: [string, Parameters<typeof listStocks>[2]]) =>
    listStocks(stocks, search, order).map(({ name }) => name);

  it('finds every word anywhere, in any script', () => {
    expect(names('nori 東', 'name')).toEqual(['東京']);
    expect(names('SEA', 'name')).toEqual(['Ektar']);
    expect(names('ПОРТРА', 'name')).toEqual(['портра']);
  });

  it('puts the newest first, or the nearest by what was held out where that is known', () => {
    expect(names('', 'date')).toEqual(['Ektar', 'портра', '東京']);
    expect(names('', 'deltaE2000')).toEqual(['портра', 'Ektar', '東京']);
  });

  it('numbers a name that is taken, and takes every tag once', () => {
    expect(freeName('Ektar', [...stocks, stock({ name: 'Ektar 2' })])).toBe('Ektar 3');
    expect(parseTags(' night, sea,, night ')).toEqual(['night', 'sea']);
  });
});

describe('the library', () => {
  it('goes on with what can be read of a damaged index', async () => {
    const host = createFakeHost();
    host.data.set(
      'stocks.json',
      '[{"id": "1", "name": "Good", "swatches": ["red", "#102030"]}, {"id": 2}, 7]',
    );
    const session = createSession({ host, compute: createFakeCompute() });
    await session.start();
    expect(session.store.get().stocks).toMatchObject([{ id: '1', name: 'Good', swatches: ['#102030'] }]);
  });

  it('takes its own export in again, notes and all, and says so where a single style is opened', async () => {
    const estimation = fakeEstimation();
    if (estimation.status !== 'ok') throw new Error('The fake failed.');
    const { look, stack } = estimation;
    const host = createFakeHost([documentSummary({ id: 1, name: 'a.tif' })]);
    const text = formatStyle({ look, stack });
    host.filesToOpen = [{ name: 'p.json', text: async () => text, bytes: async () => new Uint8Array() }];
    const session = createSession({ host, compute: createFakeCompute(), today: () => '2026-05-01' });
    await session.start();
    await session.stocks.importFiles();
    await session.stocks.edit('1', { film: 'Portra 400', tags: ['night'] });
    await session.stocks.exportAll();
    const library = host.saved.get('My stocks.filmfit') ?? '';
    host.filesToOpen = [{ ...host.filesToOpen[0], name: 'all.filmfit', text: async () => library }];
    await session.stocks.importFiles();
    expect(session.store.get().stocks[1]).toMatchObject({
      name: 'portra 2',
      film: 'Portra 400',
      tags: ['night'],
    });
    host.fileToOpen = { name: 'all.filmfit', text: library };
    await session.files.openStyle();
    expect(session.store.get().notices.save).toMatchObject({
      title: '“all.filmfit” holds stocks.',
      remedy: expect.stringContaining('Stocks tab'),
    });
  });
});

describe('the picture of a stock', () => {
  const saved = 'data:image/png;base64,AAAA';

  async function libraryWith(open: readonly DocumentSummary[], thumbnail?: string) {
    const estimation = fakeEstimation();
    if (estimation.status !== 'ok') throw new Error('The fake failed.');
    const { look, stack } = estimation;
    const file = { look, stack, ...(thumbnail && { thumbnail }), fromTheFuture: [1, 2] };
    const host = createFakeHost(open);
    host.filesToOpen = [
      { name: 'p.json', text: async () => formatStyle(file), bytes: async () => new Uint8Array() },
    ];
    const session = createSession({ host, compute: createFakeCompute(), today: () => '2026-05-01' });
    await session.start();
    await session.stocks.importFiles();
    await session.stocks.drawPictures();
    return { host, session };
  }

  it('is the one that its file holds while no picture is open', async () => {
    const { session } = await libraryWith([], saved);
    expect(session.store.get().stockPictures).toEqual({ '1': saved });
  });

  it('is drawn for a file that holds none, and saved with it', async () => {
    const { host, session } = await libraryWith([]);
    expect(session.store.get().stockPictures['1']).toMatch(/^data:image\/png;base64,/);
    await session.stocks.exportOne('1');
    const text = host.saved.get('portra.filmfit') ?? '';
    expect(parseStyle(text).thumbnail).toBe(session.store.get().stockPictures['1']);
  });

  it('shows the user’s own picture where one is open', async () => {
    const { session } = await libraryWith([documentSummary({ id: 1, name: 'a.tif' })], saved);
    expect(session.store.get().stockPictures['1']).toMatch(/^data:image\/jpeg/);
  });

  it('does not cost the fields of newer versions', async () => {
    const { host, session } = await libraryWith([]);
    await session.stocks.use('1');
    await session.files.saveStyle();
    expect(JSON.parse(host.saved.get('portra.filmfit') ?? '')).toMatchObject({ fromTheFuture: [1, 2] });
  });
});

describe('the pairs of a stock', () => {
  const open = ['a scan.tif', 'a.jpg', 'b scan.tif', 'b.jpg'].map((name, index) =>
    documentSummary({ id: index + 1, name }),
  );
  const summary = (mean: number) => ({ mean, median: mean, p95: mean, max: mean });
  const heldOut = (pairIndex: number, mean: number) => {
    return { pairIndex, before: summary(9), asShot: summary(mean), nuisancesRemoved: summary(mean) };
  };
  const grayPicture = (gray: number) => rgbImage(6, 4, 'srgb', new Float32Array(72).fill(gray));
  const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

  /** A stock of pair a, and pair b chosen to be added to it. */
  async function keptAndChosen() {
    const host = createFakeHost(open);
    for (const { id } of open) host.pictures.set(id, grayPicture(id / 10));
    const compute = createFakeCompute();
    const session = createSession({ host, compute, today: () => '2026-05-01' });
    await session.start();
    const choose = (film: number, digital: number) => {
      session.store.set({
        film: { documentId: film, layerId: null },
        digital: { documentId: digital, layerId: null },
      });
    };
    choose(1, 2);
    const matching = session.matching.match();
    await settled();
    compute.finish(fakeEstimation());
    await matching;
    await session.stocks.keep();
    choose(3, 4);
    const add = async (estimation?: unknown) => {
      const adding = session.stocks.addPair('1');
      await settled();
      if (estimation) compute.finish(estimation);
      await adding;
    };
    return { host, compute, session, choose, add };
  }
  const together = (unseen: number) => ({
    ...fakeEstimation(),
    pairs: [fakePair(), fakePair()],
    validation: { pairs: [heldOut(0, 5), heldOut(1, unseen)] },
  });

  it('is matched together with the stock’s own, which takes the look and says how it does on unseen pairs', async () => {
    const { compute, session, add } = await keptAndChosen();
    await add(together(4));
    expect(compute.current).toMatchObject({ job: 'estimate', input: { pairs: [{}, {}], name: 'portra' } });
    const { stocks, notices } = session.store.get();
    expect(stocks[0]).toMatchObject({ pairs: 2, heldOutDeltaE2000: 4.5 });
    expect(notices.stocks?.title).toMatch(/better with 2 pairs/);
    expect(notices.stocks?.details?.[0]).toMatch(/4\.0 without.* 2\.0 with it/);
  });

  it('leaves the stock alone when it does not get better', async () => {
    const { session, add } = await keptAndChosen();
    const before = session.store.get().stocks;
    await add(together(1));
    expect(session.store.get().stocks).toEqual(before);
    expect(session.store.get().notices.stocks?.title).toMatch(/not better/);
  });

  it('asks for the stock’s pictures when they are not open, and refuses a pair that it has', async () => {
    const { session, choose, add } = await keptAndChosen();
    choose(1, 2);
    await add();
    expect(session.store.get().notices.stocks?.title).toMatch(/already learned/);
    choose(3, 4);
    session.store.set({ documents: open.slice(2) });
    await add();
    expect(session.store.get().notices.stocks?.remedy).toContain('Open a scan.tif, a.jpg');
  });

  const renamed = open.map((document) =>
    document.id <= 2 ? { ...document, name: `renamed ${document.id}` } : document,
  );

  it('refuses a pair that it has under other names, by the pixels', async () => {
    const { session, choose, add } = await keptAndChosen();
    session.store.set({ documents: renamed });
    choose(1, 2);
    await add();
    expect(session.store.get().notices.stocks?.title).toMatch(/already learned/);
  });

  it('finds its own pictures under other names, by the pixels', async () => {
    const { compute, session, add } = await keptAndChosen();
    session.store.set({ documents: renamed });
    await add(together(4));
    expect(compute.current).toMatchObject({ input: { pairs: [{ film: grayPicture(0.1) }, {}] } });
    expect(session.store.get().stocks[0]).toMatchObject({ pairs: 2 });
  });

  it('of two pictures of one name takes the one that it was learned from', async () => {
    const { compute, session, host, add } = await keptAndChosen();
    const twin = documentSummary({ id: 9, name: 'a.jpg' });
    session.store.set({ documents: [twin, ...open] });
    host.pictures.set(9, grayPicture(0.9));
    await add(together(4));
    expect(compute.current).toMatchObject({ input: { pairs: [{ digital: grayPicture(0.2) }, {}] } });
  });

  const three = (unseen: readonly number[]) => ({
    ...fakeEstimation(),
    pairs: unseen.map(() => fakePair()),
    validation: { pairs: unseen.map((mean, i) => heldOut(i, mean)) },
  });

  /** A stock of a, b and a again; the names of its pairs are all that matters. */
  async function keptOfThree() {
    const stage = await keptAndChosen();
    const { session, compute, choose } = stage;
    await stage.add(three([2, 4]));
    choose(1, 4);
    await stage.add(three([1, 2, 1]));
    session.stocks.open('1');
    await settled();
    const leaveOut = async (index: number, estimation: unknown) => {
      const leaving = session.stocks.leaveOut('1', index);
      await settled();
      compute.finish(estimation);
      await leaving;
    };
    return { ...stage, leaveOut };
  }

  it('are told by name, each with its distance from the look and from that of the others', async () => {
    const { session } = await keptOfThree();
    expect(session.store.get().openPairs).toMatchObject([
      { film: 'a scan.tif', digital: 'a.jpg', deltaE2000: 2, heldOutDeltaE2000: 1 },
      { film: 'b scan.tif', digital: 'b.jpg', deltaE2000: 2, heldOutDeltaE2000: 2 },
      { film: 'a scan.tif', digital: 'b.jpg', deltaE2000: 2, heldOutDeltaE2000: 1 },
    ]);
  });

  it('are learned from without one of them, which need not be open, when that is better on the others', async () => {
    const { compute, session, leaveOut } = await keptOfThree();
    session.store.set({ documents: open.filter(({ id }) => id !== 3) });
    await leaveOut(1, three([0.8, 0.9]));
    const films = [0.1, 0.1].map((gray) => ({ film: grayPicture(gray) }));
    expect(compute.current).toMatchObject({ input: { pairs: films, name: 'portra' } });
    const { stocks, openPairs, notices, film, digital } = session.store.get();
    expect(stocks[0]).toMatchObject({ pairs: 2 });
    expect(openPairs.map((pair) => pair.digital)).toEqual(['a.jpg', 'b.jpg']);
    expect(notices.stocks?.title).toBe('“portra” is better without “b scan.tif”, and was updated.');
    expect(notices.stocks?.details?.[0]).toMatch(/ΔE 1\.0 before, now 0\.9/);
    expect([film?.documentId, digital?.documentId]).toEqual([1, 4]);
  });

  it('stay all of them when the others do not get better, and the look without is at hand', async () => {
    const { session, leaveOut } = await keptOfThree();
    await leaveOut(0, three([1.6, 1.5]));
    const { stocks, style, notices } = session.store.get();
    expect(stocks[0]).toMatchObject({ pairs: 3 });
    expect(style?.look.provenance.pairs).toHaveLength(2);
    expect(notices.stocks?.title).toMatch(/not better without “a scan.tif”/);
  });

  it('stay when only one would be left, as nothing could tell whether that is better', async () => {
    const { session, add, compute } = await keptAndChosen();
    await add(three([2, 4]));
    const leaving = session.stocks.leaveOut('1', 0);
    await settled();
    compute.finish(fakeEstimation());
    await leaving;
    const { stocks, notices } = session.store.get();
    expect(stocks[0]).toMatchObject({ pairs: 2 });
    expect(notices.stocks).toMatchObject({
      title: expect.stringContaining('cannot be told') as unknown,
      details: [expect.stringContaining('With one pair left') as unknown],
    });
  });

  it('keep what was written about the film', async () => {
    const { host, session, add } = await keptAndChosen();
    const kept = await session.stocks.styleOf('1');
    const { look } = kept.style;
    const told = { ...look, provenance: { ...look.provenance, stock: 'Portra 400' } };
    host.data.set('stock-1.json', formatStyle({ look: told, stack: kept.style.stack }));
    await add(together(4));
    const { provenance } = (await session.stocks.styleOf('1')).style.look;
    expect(provenance).toMatchObject({ stock: 'Portra 400', pairs: [{}, { film: 'b scan.tif' }] });
  });
});
