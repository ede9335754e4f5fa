/** Scanned negatives: what the user says they are, and one made positive in Photoshop without a digital partner. */
import { adjustInversion } from '../../engine/negative/adjustInversion';
import { guessInversion } from '../../engine/negative/guessInversion';
import type { Inversion } from '../../engine/negative/inversion';
import type { NegativeChoice } from '../../engine/negative/invertPairs';
import { projectInversion } from '../../engine/negative/projectInversion';
import { recognizeNegative } from '../../engine/negative/recognizeNegative';
import { UserError } from '../../engine/userError';
import { formatInversion } from '../../formats/inversion/inversionFile';
import type { DocumentSummary } from '../../photoshop/photoshopHost';
import { attempt, notify, type SessionContext } from '../context';
import { TEXTS } from '../texts';

export interface NegativeActions {
  /** Overrules what Filmfit finds out about scans. */
  choose(negative: NegativeChoice): void;
  /** Whether the numbers of the look's roll are used, or those of the scan alone. */
  useRoll(on: boolean): void;
  /** The target document as a positive: a group of layers below every look, in one undo step. */
  invert(): Promise<void>;
}

const LONG_EDGE_PX = 1200;

export function createNegativeActions(context: SessionContext, onInverted: () => void): NegativeActions {
  const { host, store } = context;

  async function invertTarget(): Promise<void> {
    const { documents, targetDocumentId, layerOptions } = store.get();
    const document = documents.find(({ id }) => id === targetDocumentId);
    if (!document) throw new UserError('no-target');
    const inversion = rollInversion(document) ?? (await guess(document));
    const stack = projectInversion(
      adjustInversion(inversion, {
        exposureEv: layerOptions.inversionExposure / 100,
        contrast: layerOptions.inversionContrast / 100,
      }),
      TEXTS.negative.groupName,
    );
    const applied = await host.applyStack({
      documentId: document.id,
      stack,
      styleText: formatInversion(inversion),
      purpose: 'inversion',
      existing: 'replace',
      maskFromSelection: false,
    });
    store.set({ inverted: { documentName: document.name, inversion } });
    notify(context, 'negative', {
      tone: 'positive',
      title: TEXTS.negative.done(document.name),
      remedy: inversion.origin === 'blind' ? TEXTS.negative.guessed : TEXTS.apply.undoHint,
      details: [TEXTS.apply.layers(applied.layerNames), TEXTS.apply.verdict(applied.verification)],
    });
  }

  /** @throws UserError `inversion-other-space`: densities come from encoded values */
  function rollInversion({ name, space }: DocumentSummary): Inversion | null {
    const { style, useRollInversion } = store.get();
    if (!useRollInversion || !style?.inversion) return null;
    if (style.inversion.space === space) return style.inversion;
    const [roll, document] = [TEXTS.spaces[style.inversion.space], TEXTS.spaces[space]];
    throw new UserError('inversion-other-space', { name, roll, document });
  }

  async function guess({ id, name }: DocumentSummary): Promise<Inversion> {
    const { negative } = store.get();
    const source = { documentId: id, layerId: null };
    const scan = await host.readPicture(source, {
      longEdgePx: LONG_EDGE_PX,
      profileOfDocumentId: id,
      withoutReplaced: 'inversion',
    });
    const kind = negative === 'auto' || negative === 'no' ? recognizeNegative(scan) : negative;
    if (negative === 'no' || kind === null) throw new UserError('negative-not-recognized', { name });
    return guessInversion(scan, { kind });
  }

  return {
    choose: (negative) => store.set({ negative }),
    useRoll: (useRollInversion) => store.set({ useRollInversion }),
    async invert() {
      if (store.get().applying) return;
      store.set({ applying: true });
      await attempt(context, 'negative', invertTarget);
      store.set({ applying: false });
      onInverted();
    },
  };
}
