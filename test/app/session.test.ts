import { isConvertible } from '../../src/app/documents';
import { createSession, type Session } from '../../src/app/session';
import { UserError } from '../../src/engine/userError';
import { parseStyle } from '../../src/formats/style/parseStyle';
import { parseCube } from '../../src/formats/cube/parseCube';
import {
  createFakeCompute,
  fakeEstimation,
  fakePair,
  fakeProjection,
  type FakeCompute,
} from '../support/fakeCompute';
import { createFakeHost, documentSummary, type FakeHost } from '../support/fakeHost';

const FILM = documentSummary({ id: 1, name: 'portra400_scan.tif' });
const DIGITAL = documentSummary({ id: 2, name: 'DSC_0042.NEF', active: true });

interface Stage {
  readonly host: FakeHost;
  readonly compute: FakeCompute;
  readonly session: Session;
}

async function started(documents = [FILM, DIGITAL]): Promise<Stage> {
  const host = createFakeHost(documents);
  const compute = createFakeCompute();
  const session = createSession({ host, compute, today: () => '2026-05-01' });
  await session.start();
  return { host, compute, session };
}

/** Until the fake's promises have all had their turn. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

async function matched(stage: Stage, estimation: unknown = fakeEstimation()): Promise<void> {
  const running = stage.session.matching.match();
  await settled();
  stage.compute.finish(estimation);
  await running;
  await settled();
}

describe('the session at its start', () => {
  it('guesses film and digital and where to apply', async () => {
    const { session } = await started();
    const { film, digital, targetDocumentId } = session.store.get();
    expect([film?.documentId, digital?.documentId, targetDocumentId]).toEqual([1, 2, 2]);
  });

  it('shows thumbnails of the two chosen pictures', async () => {
    const { session } = await started();
    await settled();
    expect(Object.keys(session.store.get().thumbnails).sort()).toEqual(['1', '2']);
  });

  it('goes on when the settings that were saved are damaged', async () => {
    const host = createFakeHost([FILM]);
    host.data.set('settings.json', '{"analysisLongEdgePx": "huge", "cubeSize": 65');
    const session = createSession({ host, compute: createFakeCompute() });
    await session.start();
    expect(session.store.get().settings.analysisLongEdgePx).toBe(1200);
  });
});

describe('a document that cannot be read', () => {
  const scan = documentSummary({ id: 3, name: 'cmyk.tif', unsupported: 'mode-not-rgb' });

  it('can be converted from the panel', async () => {
    const { host, session } = await started([scan, DIGITAL]);
    expect([scan, DIGITAL].map(isConvertible)).toEqual([true, false]);
    await session.documents.convertToRgb(3);
    expect(host.converted).toEqual([3]);
  });

  it('is told about when Photoshop does not convert it', async () => {
    const { host, session } = await started([scan, DIGITAL]);
    host.failure = new UserError('convert-failed', { name: 'cmyk.tif' });
    await session.documents.convertToRgb(3);
    expect(session.store.get().notices.match?.title).toBe('Photoshop did not convert “cmyk.tif”.');
  });
});

describe('choosing pictures', () => {
  it('swaps the two when one is chosen for the other role', async () => {
    const { session } = await started();
    session.documents.choose('film', { documentId: 2, layerId: null });
    const { film, digital } = session.store.get();
    expect([film?.documentId, digital?.documentId]).toEqual([2, 1]);
  });

  it('keeps a choice when another document is opened', async () => {
    const { host, session } = await started();
    session.documents.swap();
    host.changeDocuments([FILM, DIGITAL, documentSummary({ id: 3, name: 'kodak film scan.tif' })]);
    await settled();
    expect(session.store.get().film?.documentId).toBe(2);
  });

  it('guesses anew when a chosen document is closed', async () => {
    const { host, session } = await started();
    session.documents.swap();
    const other = documentSummary({ id: 3, name: 'ektar scan.tif' });
    host.changeDocuments([DIGITAL, other]);
    await settled();
    const { film, digital } = session.store.get();
    expect(new Set([film?.documentId, digital?.documentId])).toEqual(new Set([2, 3]));
  });
});

describe('Match', () => {
  it('reads both pictures in the profile of the digital one, and shows how far it is', async () => {
    const stage = await started();
    const running = stage.session.matching.match();
    await settled();
    stage.compute.current?.options.onProgress?.({ stage: 'fit.look', fraction: 0.5 });
    const { progress } = stage.session.store.get();
    expect(progress?.stage).toBe('fit.look');
    expect(progress?.fraction).toBeGreaterThan(0.5);
    stage.compute.finish(fakeEstimation());
    await running;
    expect(stage.session.store.get().progress).toBeNull();
  });

  it('reads at the size, and makes layers of the kind, that the settings say', async () => {
    const stage = await started();
    const sizes: number[] = [];
    const { readPicture } = stage.host;
    stage.host.readPicture = (source, options) => {
      sizes.push(options.longEdgePx);
      return readPicture(source, options);
    };
    stage.session.settings.change({ layerKind: 'extended', analysisLongEdgePx: 600 });
    await matched(stage);
    expect(sizes).toContain(600);
    expect(stage.compute.current).toMatchObject({ job: 'restack', input: { kind: 'extended' } });
  });

  it('keeps the style, the numbers and a preview of what came out', async () => {
    const stage = await started();
    await matched(stage);
    const { style, evidence, comparison } = stage.session.store.get();
    expect(style?.metrics?.before.mean).toBe(8);
    expect(evidence?.filmName).toBe('portra400_scan.tif');
    expect(comparison?.urls[0]).toMatch(/^data:image/);
  });

  it('leaves everything as it was when it is cancelled, and says nothing', async () => {
    const stage = await started();
    await matched(stage);
    const before = stage.session.store.get();
    const running = stage.session.matching.match();
    await settled();
    stage.session.matching.cancel();
    await running;
    expect(stage.session.store.get()).toEqual({ ...before, notices: { match: undefined } });
  });

  it('says what to do when the pictures do not show the same scene', async () => {
    const stage = await started();
    const { alignment } = fakePair();
    await matched(stage, {
      status: 'unaligned',
      pairIndex: 0,
      alignment: { ...alignment, status: 'not-the-same-scene' },
    });
    const { notices, style } = stage.session.store.get();
    expect(notices.match?.title).toMatch(/same scene/);
    expect(notices.match?.remedy).toBeTruthy();
    expect(style).toBeNull();
  });

  it('keeps the message of an error that nobody expected as a detail', async () => {
    const stage = await started();
    const running = stage.session.matching.match();
    await settled();
    stage.compute.fail(new Error('out of cheese'));
    await running;
    expect(stage.session.store.get().notices.match?.details).toEqual(['out of cheese']);
  });

  it('says so when a chosen document was closed', async () => {
    const stage = await started();
    stage.session.store.set({ documents: [DIGITAL] });
    await stage.session.matching.match();
    expect(stage.session.store.get().notices.match?.title).toMatch(/no longer open/);
  });

  it('tells how near the layers come to the look, and anew when they are of another kind', async () => {
    const stage = await started();
    await matched(stage);
    const projection = () => stage.session.store.get().style?.projection;
    expect(projection()?.kind).toBe('classic');
    stage.session.look.changeLayers({ kind: 'exact' });
    const settling = stage.session.look.settle();
    await settled();
    const { stack } = stage.session.store.get().style ?? {};
    const exact = { ...fakeProjection(0.2), kind: 'exact' };
    stage.compute.finish({ stack, projection: exact, differences: null });
    await settling;
    expect(projection()).toEqual(exact);
  });

  it('warns of an alignment that is not sure, with what helps', async () => {
    const stage = await started();
    await matched(stage, fakeEstimation({ alignment: { confidence: 0.3, overlap: 0.2 } }));
    const codes = stage.session.store.get().evidence?.warnings.map((warning) => warning.code);
    expect(codes).toEqual(['align.unsure', 'align.small-overlap']);
  });
});

describe('Apply', () => {
  it('hands over the stack with the chosen strength, and the style to keep with the group', async () => {
    const stage = await started();
    await matched(stage);
    stage.session.look.changeLayers({ strength: 60 });
    await stage.session.applying.apply();
    const [options] = stage.host.applied;
    expect(options).toMatchObject({ documentId: 2, existing: 'replace', maskFromSelection: false });
    expect(options.stack.opacity).toBe(60);
    expect(parseStyle(options.styleText).look.provenance.date).toBe('2026-05-01');
  });

  it('names the group as the settings say', async () => {
    const stage = await started();
    await matched(stage);
    stage.session.settings.change({ groupNaming: '{name} {date}' });
    await stage.session.applying.apply();
    expect(stage.host.applied[0].stack.name).toBe('portra 2026-05-01');
  });

  it('puts the layers above an earlier look, and takes them back when they differ, as the user chose', async () => {
    const stage = await started();
    await matched(stage);
    stage.session.applying.setKeepEarlier(true);
    stage.session.applying.setRollBackIfDifferent(true);
    await stage.session.applying.apply();
    expect(stage.host.applied).toMatchObject([{ existing: 'add', ifDifferent: 'rollBack' }]);
  });

  it('tells that the layers were verified', async () => {
    const stage = await started();
    await matched(stage);
    await stage.session.applying.apply();
    expect(stage.session.store.get().notices.apply).toMatchObject({
      tone: 'positive',
      remedy: expect.stringMatching(/^Verified/),
    });
  });

  it('tells why it failed, and can be tried again', async () => {
    const stage = await started();
    await matched(stage);
    stage.host.failure = new UserError('host-busy');
    await stage.session.applying.apply();
    expect(stage.session.store.get().notices.apply?.title).toMatch(/busy/);
    stage.host.failure = null;
    await stage.session.applying.apply();
    expect(stage.host.applied).toHaveLength(1);
  });
});

describe('files', () => {
  it('exports a LUT that other programs read', async () => {
    const stage = await started();
    await matched(stage);
    await stage.session.exporting.exportLook();
    const text = stage.host.saved.get('portra.cube');
    expect(parseCube(text ?? '').lattice?.size).toBe(33);
  });

  it('saves a style that opens again as the same style', async () => {
    const stage = await started();
    await matched(stage);
    await stage.session.files.saveStyle();
    const text = stage.host.saved.get('portra.filmfit') ?? '';
    const other = await started();
    other.host.fileToOpen = { name: 'portra.filmfit', text };
    await other.session.files.openStyle();
    const { style } = other.session.store.get();
    expect(style?.stack).toEqual(stage.session.store.get().style?.stack);
    expect(style?.origin).toBe('file');
  });

  it('keeps the style it has when the opened file is none', async () => {
    const stage = await started();
    await matched(stage);
    const { style } = stage.session.store.get();
    stage.host.fileToOpen = { name: 'notes.json', text: '{"a": 1}' };
    await stage.session.files.openStyle();
    expect(stage.session.store.get().style).toBe(style);
    expect(stage.session.store.get().notices.save?.title).toContain('notes.json');
  });
});
