import { createSession, type Session } from '../../src/app/session';
import { DEFAULT_SETTINGS } from '../../src/app/settings';
import { UserError } from '../../src/engine/userError';
import { rgbImage } from '../../src/engine/image/rgbImage';
import type { DocumentSummary } from '../../src/photoshop/photoshopHost';
import { createFakeCompute, fakeEstimation, fakePair, type FakeCompute } from '../support/fakeCompute';
import { createFakeHost, documentSummary, type FakeHost } from '../support/fakeHost';

const FILM = documentSummary({ id: 1, name: 'portra400_scan.tif' });
const DIGITAL = documentSummary({ id: 2, name: 'DSC_0042.NEF', active: true });
const MATCH_FILE = 'last-match.txt';

interface Stage {
  readonly host: FakeHost;
  readonly compute: FakeCompute;
  readonly session: Session;
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
const picture = (value: number) => rgbImage(6, 4, 'srgb', new Float32Array(72).fill(value));

/** A plugin that has just been loaded, with the documents that are open and what an earlier run has left. */
async function loaded(
  open: readonly DocumentSummary[],
  data = new Map<string, string>(),
  pictures = new Map([[1, picture(0.25)]]),
): Promise<Stage> {
  const host = createFakeHost(open);
  for (const [name, text] of data) host.data.set(name, text);
  for (const [id, image] of pictures) host.pictures.set(id, image);
  const compute = createFakeCompute();
  const session = createSession({ host, compute, today: () => '2026-05-01' });
  await session.start();
  await settled();
  return { host, compute, session };
}

async function matched(change: (session: Session) => void = () => {}): Promise<Stage> {
  const stage = await loaded([FILM, DIGITAL]);
  change(stage.session);
  const running = stage.session.matching.match();
  await settled();
  stage.compute.finish(fakeEstimation({ look: 2.123456789 }));
  await running;
  await settled();
  return stage;
}

/** The film is on the photo again. */
async function registered({ compute }: Stage): Promise<void> {
  const { registeredFilm, reliability } = fakePair();
  compute.finish({ registeredFilm, reliability });
  await settled();
}

const savedNotice = ({ session }: Stage): string => {
  const { title = '', remedy = '' } = session.store.get().notices.save ?? {};
  return `${title} ${remedy}`;
};

const evidenceOf = ({ session }: Stage) => session.store.get().evidence;

describe('the pictures of a match, after the plugin was loaded again', () => {
  it('are what they were, when both are still open', async () => {
    const before = await matched();
    const after = await loaded([FILM, DIGITAL], before.host.data);
    expect(after.session.store.get().style?.origin).toBe('file');
    expect(after.session.store.get().rereading).not.toBeNull();
    expect(after.compute.current?.job).toBe('register');
    await registered(after);
    expect(evidenceOf(after)).toEqual(evidenceOf(before));
    const { style, rereading, choosing, comparison } = after.session.store.get();
    expect({ origin: style?.origin, rereading, choosing }).toEqual({
      origin: 'match',
      rereading: null,
      choosing: false,
    });
    expect(comparison?.urls[0]).toMatch(/^data:image/);
    expect(savedNotice(after)).toContain('“portra” and its pictures are as you left them.');
  });

  it('come back with what the user had said of them, read from the same place at the same size', async () => {
    const before = await matched(({ store, settings, documents }) => {
      settings.change({ ...DEFAULT_SETTINGS, analysisLongEdgePx: 600 });
      documents.useSelectionOnly('film', true);
      store.set({ negative: 'no', scanCurve: 'linear', maskSky: true });
    });
    before.host.data.delete('settings.json');
    const after = await loaded([FILM, DIGITAL], before.host.data);
    expect(after.compute.current?.input).toMatchObject({ negative: 'no', scanGamma: 1 });
    await registered(after);
    const { negative, scanCurve, maskSky, selectionOnly } = after.session.store.get();
    expect({ negative, scanCurve, maskSky, selectionOnly }).toEqual({
      negative: 'no',
      scanCurve: 'linear',
      maskSky: true,
      selectionOnly: { film: true, digital: false },
    });
    const [shown] = evidenceOf(after)?.madeFrom.pairs ?? [];
    expect(shown.film.area).toEqual({ left: 0, top: 0, right: 1, bottom: 1 });
    expect(evidenceOf(after)?.madeFrom.longEdgePx).toBe(600);
  });

  it('are found in documents that were opened again, as soon as both are there', async () => {
    const { host } = await matched();
    const after = await loaded([], host.data);
    expect(savedNotice(after)).toContain('Open “portra400_scan.tif” and “DSC_0042.NEF” again');
    after.host.pictures.set(11, picture(0.25));
    const again = [documentSummary({ ...FILM, id: 11 }), documentSummary({ ...DIGITAL, id: 12 })];
    after.host.changeDocuments(again.slice(0, 1));
    await settled();
    expect(savedNotice(after)).toContain('Open “DSC_0042.NEF” again');
    after.host.changeDocuments(again);
    await settled();
    await registered(after);
    const { digitalDocumentId, madeFrom } = evidenceOf(after) ?? {};
    expect([madeFrom?.pairs[0].film.source.documentId, digitalDocumentId]).toEqual([11, 12]);
    expect(after.session.store.get().film?.documentId).toBe(11);
  });

  it('are known in their place under another name', async () => {
    const { host } = await matched();
    const renamed = { ...DIGITAL, name: 'harbour.psd' };
    const after = await loaded([FILM, renamed], host.data);
    await registered(after);
    expect(evidenceOf(after)?.digitalDocumentId).toBe(2);
  });

  it('are those of all pairs when there are several', async () => {
    const others = [FILM, DIGITAL].map(({ id, name }) => documentSummary({ id: id + 2, name: `2 ${name}` }));
    const open = [FILM, DIGITAL, ...others];
    const before = await matched();
    await before.session.stocks.keep();
    before.host.pictures.set(3, picture(0.1)).set(4, picture(0.2));
    before.host.changeDocuments(open);
    await settled();
    before.session.documents.choose('film', { documentId: 3, layerId: null });
    before.session.documents.choose('digital', { documentId: 4, layerId: null });
    const adding = before.session.stocks.addPair('1');
    await settled();
    before.compute.finish({ ...fakeEstimation(), pairs: [fakePair(), fakePair()] });
    await adding;
    await settled();
    const after = await loaded(open, before.host.data, before.host.pictures);
    await registered(after);
    await registered(after);
    expect(evidenceOf(after)).toEqual(evidenceOf(before));
    expect(evidenceOf(after)?.otherPairs).toHaveLength(1);
  });

  it('are not shown when one has changed, which is said with what helps', async () => {
    const { host } = await matched();
    const { session } = await loaded([FILM, DIGITAL], host.data, host.pictures.set(2, picture(0.6)));
    const { notices, evidence, style } = session.store.get();
    expect(notices.save?.remedy).toMatch(/“DSC_0042.NEF” has changed since the match. Match again/);
    expect([evidence, style?.look.name]).toEqual([null, 'portra']);
  });

  it.each<[string, (text: string) => string]>([
    ['is damaged', (text) => text.replace('portra', 'Portra')],
    ['was cut off', (text) => text.slice(0, 400)],
    ['is of another version', (text) => text.replace('filmfit-match 1', 'filmfit-match 0')],
    ['is empty', () => ''],
  ])('are left alone when what is known of them %s, and the look stays', async (_, spoil) => {
    const { host } = await matched();
    host.data.set(MATCH_FILE, spoil(host.data.get(MATCH_FILE) ?? ''));
    const after = await loaded([FILM, DIGITAL], host.data);
    expect(after.compute.current).toBeNull();
    expect(savedNotice(after)).toMatch(/still here. Match again to see its pictures/);
    expect(after.session.store.get().style?.look.name).toBe('portra');
  });

  it('are not shown with a look that was learned from other pictures', async () => {
    const { host } = await matched();
    const look = host.data.get('last-look.json') ?? '';
    const other = look.replace(/("deltaE2000":\s*)2\.1\d+/, '$13.1');
    expect(other).not.toBe(look);
    host.data.set('last-look.json', other);
    const after = await loaded([FILM, DIGITAL], host.data);
    expect(after.compute.current).toBeNull();
    expect(evidenceOf(after)).toBeNull();
  });

  it('are given up when the user does not want to wait', async () => {
    const { host } = await matched();
    const after = await loaded([FILM, DIGITAL], host.data);
    after.session.earlierMatch.cancel();
    await settled();
    expect(after.session.store.get().rereading).toBeNull();
    expect(savedNotice(after)).toContain('Match again to see its pictures');
    after.host.changeDocuments([DIGITAL, documentSummary({ ...FILM, id: 5 })]);
    await settled();
    expect(after.session.store.get().rereading).toBeNull();
  });

  it('are not put beside another look that the user opens meanwhile', async () => {
    const { host } = await matched();
    const after = await loaded([FILM, DIGITAL], host.data);
    const { compute } = after;
    const text = (host.data.get('last-look.json') ?? '').replaceAll('"portra"', '"another"');
    after.host.fileToOpen = { name: 'another.json', text };
    await after.session.files.openStyle();
    await settled();
    expect(compute.current?.job).toBe('register');
    await registered(after);
    const { evidence, style } = after.session.store.get();
    expect([evidence, style?.look.name, style?.origin]).toEqual([null, 'another', 'file']);
  });

  it('are tried again when Photoshop was busy with something else', async () => {
    const { host } = await matched();
    const after = await loaded([], host.data);
    const { readPicture } = after.host;
    after.host.readPicture = () => Promise.reject(new UserError('host-busy'));
    after.host.changeDocuments([FILM, DIGITAL]);
    await settled();
    expect(savedNotice(after)).toContain('Photoshop is busy');
    after.host.readPicture = readPicture;
    after.host.changeDocuments([FILM, DIGITAL]);
    await settled();
    await registered(after);
    expect(evidenceOf(after)?.filmName).toBe('portra400_scan.tif');
  });

  it('make room for a match that is begun meanwhile', async () => {
    const { host } = await matched();
    const after = await loaded([FILM, DIGITAL], host.data);
    const running = after.session.matching.match();
    await settled();
    expect(after.compute.current?.job).toBe('estimate');
    after.compute.finish(fakeEstimation({ name: 'newer' }));
    await running;
    await settled();
    expect(after.session.store.get()).toMatchObject({
      rereading: null,
      style: { look: { name: 'newer' }, origin: 'match' },
    });
  });
});
