/** Match: read both pictures, run the recipe, keep what it found. */
import { abortError } from '../compute/abortError';
import { UserError } from '../engine/userError';
import type { Estimation, PairEstimate } from '../engine/estimation';
import type { ImagePair } from '../engine/image/rgbImage';
import type { DocumentSummary, PictureSource } from '../photoshop/photoshopHost';
import { attempt, type SessionContext } from './context';
import { alignHints } from './hints/hints';
import { lookName } from './lookName';
import { matchWarnings } from './matchWarnings';
import { findSource } from './pictureSources';
import type { CurrentStyle, Evidence, Role } from './state';
import { unreadableError } from './unreadableError';
import { freshStyle } from './freshStyle';
import { DEFAULT_LAYER_OPTIONS, type LayerOptions } from './look/layerOptions';
import { createTimeLeft } from './timeLeft';

/** Share of the progress bar for reading the two pictures. */
const READING = 0.06;

export interface MatchActions {
  match(): Promise<void>;
  cancel(): void;
}

interface ReadPair {
  readonly pair: ImagePair;
  readonly filmName: string;
  readonly digitalName: string;
  readonly digitalDocumentId: number;
  readonly documents: readonly DocumentSummary[];
}

export function createMatchActions(context: SessionContext, onMatched: () => void): MatchActions {
  const { host, compute, store, nowMs } = context;
  let running: AbortController | null = null;

  /** @throws UserError when the choice is missing, gone or of a mode that cannot be read */
  function chosen(source: PictureSource | null) {
    const choice = findSource(store.get().documents, source);
    if (choice === null) throw new UserError('picture-missing');
    if (choice.unsupported !== null) throw unreadableError(choice.unsupported, choice.name);
    return choice;
  }

  async function readPair(): Promise<ReadPair> {
    const film = chosen(store.get().film);
    const digital = chosen(store.get().digital);
    const { settings, selectionOnly } = store.get();
    const options = (role: Role) => ({
      longEdgePx: settings.analysisLongEdgePx,
      profileOfDocumentId: digital.source.documentId,
      selectionOnly: selectionOnly[role],
    });
    return {
      pair: {
        film: await host.readPicture(film.source, options('film')),
        digital: await host.readPicture(digital.source, options('digital')),
      },
      filmName: film.name,
      digitalName: digital.name,
      digitalDocumentId: digital.source.documentId,
      documents: [film.document, digital.document],
    };
  }

  async function run(signal: AbortSignal): Promise<void> {
    const timeLeft = createTimeLeft(nowMs);
    const show = (stage: string, fraction: number) =>
      store.set({ progress: { stage, fraction, timeLeftMs: timeLeft(fraction) } });
    show('read', 0);
    const read = await readPair();
    if (signal.aborted) throw abortError();
    const name = lookName(read.filmName);
    const { output } = await compute.run(
      'estimate',
      { pairs: [{ ...read.pair, ...alignHints(store.get().hints, read.pair) }], name },
      { signal, onProgress: (step) => show(step.stage, READING + (1 - READING) * step.fraction) },
    );
    const { evidence, style } = keep(read, output);
    const kind = store.get().settings.layerKind;
    const layerOptions: LayerOptions = { ...DEFAULT_LAYER_OPTIONS, kind };
    store.set({ evidence, ...freshStyle({ style, layerOptions }), choosing: false, tab: 'match' });
    onMatched();
  }

  return {
    async match() {
      if (running) return;
      const controller = new AbortController();
      running = controller;
      await attempt(context, 'match', () => run(controller.signal));
      running = null;
      store.set({ progress: null });
    },
    cancel: () => running?.abort(),
  };
}

/** @throws UserError when the recipe could not lay the film on the photo */
function keep(read: ReadPair, output: Estimation): { evidence: Evidence; style: CurrentStyle } {
  if (output.status === 'unaligned') throw new UserError(`align-${output.alignment.status}`);
  const pair: PairEstimate = output.pairs[0];
  const metrics = { before: pair.before, look: pair.look, stack: pair.stack };
  const { alignment, registeredFilm, reliability } = pair;
  const { digital } = read.pair;
  const { filmName: film, digitalName } = read;
  const learnedFrom = [{ film, digital: digitalName, deltaE2000: pair.look.mean }];
  const look = { ...output.look, provenance: { ...output.look.provenance, pairs: learnedFrom } };
  const own = matchWarnings({ alignment, digital }, metrics, read.documents);
  return {
    evidence: {
      filmName: read.filmName,
      digitalName: read.digitalName,
      digitalDocumentId: read.digitalDocumentId,
      digital,
      registeredFilm,
      reliability,
      alignment,
      warnings: [...output.warnings, ...own],
      confidence: output.confidence,
      nuisances: pair.nuisances,
    },
    style: {
      fitted: look,
      look,
      stack: output.stack,
      metrics,
      projection: output.projections[0] ?? null,
      origin: 'match',
    },
  };
}
