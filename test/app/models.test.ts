/** What is chosen around a match: the flat frame, the model, the kind of layers, one frame's own light. */
import { createSession, type Session } from '../../src/app/session';
import type { EstimateInput, Estimation } from '../../src/engine/estimation';
import type { LayersInput } from '../../src/engine/restack';
import { createFakeCompute, fakeEstimation, fakePair, fakeProjection } from '../support/fakeCompute';
import { createFakeHost, documentSummary } from '../support/fakeHost';

type OkEstimation = Extract<Estimation, { status: 'ok' }>;

const DOCUMENTS = [
  documentSummary({ id: 1, name: 'portra400_scan.tif' }),
  documentSummary({ id: 2, name: 'DSC_0042.NEF', active: true }),
];
const STOPS = { exposureEv: 0.2, redEv: 0, blueEv: 0.1 };
const SCORE = { mean: 3, median: 3, p95: 6, max: 9 };

const FLAT = documentSummary({ id: 3, name: 'lamp.tif' });

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

async function started(open = DOCUMENTS) {
  const host = createFakeHost(open);
  const compute = createFakeCompute();
  const session = createSession({ host, compute, today: () => '2026-05-01' });
  await session.start();
  return { host, compute, session };
}

async function finish(stage: Awaited<ReturnType<typeof started>>, output: unknown): Promise<void> {
  await settled();
  stage.compute.finish(output);
  await settled();
}

async function matched(fields: Partial<OkEstimation> = {}) {
  const stage = await started();
  void stage.session.matching.match();
  await finish(stage, { ...fakeEstimation(), ...fields });
  return stage;
}

const stateOf = (session: Session) => session.store.get();

describe('a flat frame', () => {
  async function flatsWith(documentId: number, flat = FLAT) {
    const { session, compute } = await started([...DOCUMENTS, flat]);
    session.negatives.chooseFlat(documentId);
    void session.matching.match();
    await settled();
    return { flats: (compute.current?.input as EstimateInput | undefined)?.flats, session };
  }

  it('shows the light of the film picture, unless it is one of the pair itself', async () => {
    expect((await flatsWith(3)).flats?.[0]).not.toBeNull();
    expect((await flatsWith(1)).flats).toEqual([null]);
  });

  it('has to be framed as the film picture', async () => {
    const { session } = await flatsWith(3, { ...FLAT, heightPx: 3000 });
    expect(stateOf(session).notices.match?.title).toContain('“lamp.tif” has another shape');
  });
});

describe('the model', () => {
  it('is the film model until another one is chosen, which then matches the pictures again', async () => {
    const stage = await started();
    void stage.session.matching.match();
    await settled();
    expect((stage.compute.current?.input as EstimateInput).model).toBe('film');
    await finish(stage, fakeEstimation());
    stage.session.models.choose('forest');
    await settled();
    expect((stage.compute.current?.input as EstimateInput).model).toBe('forest');
    await finish(stage, { ...fakeEstimation(), model: 'forest' });
    expect(stateOf(stage.session).evidence?.model).toBe('forest');
  });

  it('outlives the session, but not nonsense in its file', async () => {
    const stage = await started();
    stage.session.models.choose('mlp');
    await settled();
    const saved = stage.host.data.get('settings.json') ?? '';
    expect(saved).toContain('"fitModel":"mlp"');
    const host = createFakeHost();
    host.data.set('settings.json', saved.replace('mlp', 'oracle'));
    const other = createSession({ host, compute: createFakeCompute() });
    await other.start();
    expect(stateOf(other).settings.fitModel).toBe('film');
  });

  it('is compared with the others on the matched pictures, and anew after another match', async () => {
    const stage = await matched();
    void stage.session.models.compare();
    await settled();
    expect(stateOf(stage.session).progress?.stage).toBe('compare');
    expect(stage.compute.current?.job).toBe('scoreModels');
    expect(stage.compute.current?.input).toHaveLength(1);
    const scores = [{ model: 'film', training: SCORE, heldOut: SCORE }];
    await finish(stage, scores);
    expect(stateOf(stage.session).modelScores).toEqual(scores);
    void stage.session.matching.match();
    await finish(stage, fakeEstimation());
    expect(stateOf(stage.session).modelScores).toBeNull();
  });

  it('is not compared any longer once that is cancelled', async () => {
    const stage = await matched();
    const comparing = stage.session.models.compare();
    await settled();
    stage.session.matching.cancel();
    await comparing;
    expect(stateOf(stage.session)).toMatchObject({ progress: null, modelScores: null });
  });
});

describe('the kinds of layers', () => {
  it('are measured against the look when the Apply tab is opened, once for a look', async () => {
    const stage = await matched();
    stage.session.showTab('apply');
    await finish(stage, [
      { ...fakeProjection(2), kind: 'classic' },
      { ...fakeProjection(1), kind: 'extended' },
      { ...fakeProjection(0.1), kind: 'exact' },
    ]);
    expect(stage.compute.current?.job).toBe('compareLayers');
    expect(stateOf(stage.session).stackDistances).toEqual({ classic: 2, extended: 1, exact: 0.1 });
    void stage.session.matching.match();
    await settled();
    stage.session.showTab('look');
    stage.session.showTab('apply');
    await settled();
    expect(stage.compute.current?.job).toBe('estimate');
  });
});

describe('one frame’s own light', () => {
  const known = { ...fakePair(), nuisances: { ...fakePair().nuisances, light: STOPS, offsetsKnown: true } };

  it('is put back by the engine, not on the panel’s own thread', async () => {
    const stage = await matched({ pairs: [known] });
    stage.session.look.changeLayers({ matchFrame: true });
    const settling = stage.session.look.settle();
    await settled();
    const input = stage.compute.current?.input as LayersInput;
    expect(stage.compute.current?.job).toBe('restack');
    expect(input.applied.frame?.light).toEqual(STOPS);
    expect(input.look).toBe(stateOf(stage.session).style?.look);
    const { stack } = stateOf(stage.session).style ?? {};
    stage.compute.finish({ stack, projection: fakeProjection(1), differences: null });
    await settling;
  });

  it('is kept with a saved look, so that it can be put back and left out again later', async () => {
    const stage = await matched({ pairs: [known] });
    stage.session.look.changeLayers({ matchFrame: true });
    const settling = stage.session.look.settle();
    const { stack } = stateOf(stage.session).style ?? {};
    await finish(stage, { stack, projection: fakeProjection(1), differences: null });
    await settling;
    await stage.session.files.saveStyle();
    const other = await started();
    other.host.fileToOpen = { name: 'portra.json', text: stage.host.saved.get('portra.filmfit') ?? '' };
    await other.session.files.openStyle();
    expect(stateOf(other.session).style?.frame?.light).toEqual(STOPS);
    expect(stateOf(other.session).layerOptions.matchFrame).toBe(true);
  });

  it('is nothing where a saved look has nonsense in its place', async () => {
    const stage = await matched({ pairs: [known] });
    await stage.session.files.saveStyle();
    const text = stage.host.saved.get('portra.filmfit') ?? '';
    const other = await started();
    other.host.fileToOpen = {
      name: 'portra.json',
      text: text.replace(/"exposureEv": ?0\.2/, '"exposureEv": 99'),
    };
    await other.session.files.openStyle();
    expect(stateOf(other.session).style?.frame).toBeNull();
  });
});
