/** Scanned negatives: what the user says they are, and one made positive in Photoshop without a digital partner. */
import { adjustInversion } from '../../engine/negative/adjustInversion';
import { flattenField, multiplierOf } from '../../engine/negative/flattenField';
import { guessInversion } from '../../engine/negative/guessInversion';
import type { Inversion } from '../../engine/negative/inversion';
import { measureBaseArea, type ScanArea } from '../../engine/negative/measureFilmBase';
import type { NegativeChoice } from '../../engine/negative/invertPairs';
import { enlargeRows } from '../../engine/image/enlargeRows';
import type { RgbImage } from '../../engine/image/rgbImage';
import { projectInversion } from '../../engine/negative/projectInversion';
import { recognizeNegative } from '../../engine/negative/recognizeNegative';
import { UserError } from '../../engine/userError';
import { formatInversion } from '../../formats/inversion/inversionFile';
import type { DocumentSummary, TextureLayer } from '../../photoshop/photoshopHost';
import { attempt, notify, type SessionContext } from '../context';
import { TEXTS } from '../texts';
import { readFlat } from './readFlat';
import { SCAN_GAMMAS, type FilmBaseSource, type ScanCurve } from './scanOptions';

export interface NegativeActions {
  /** Overrules what Filmfit finds out about scans. */
  choose(negative: NegativeChoice): void;
  chooseCurve(curve: ScanCurve): void;
  chooseFilmBase(source: FilmBaseSource): void;
  /** The document with the light without film; null for even light. */
  chooseFlat(documentId: number | null): void;
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
    const frame = { name: document.name, width: document.widthPx, height: document.heightPx };
    const flat = await readFlat(context, frame, document.id, [document.id]);
    const inversion = rollInversion(document) ?? (await guess(document, flat));
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
      textures: flat ? [flatLayer(document, flat, inversion.scanGamma)] : [],
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

  async function guess(document: DocumentSummary, flat: RgbImage | null): Promise<Inversion> {
    const { negative, scanCurve, filmBase } = store.get();
    const scanGamma = SCAN_GAMMAS[scanCurve];
    const area = filmBase === 'selection' ? await host.selectedArea(document.id) : null;
    const scan = await readScan(document);
    const even = flat ? flattenField(scan, flat, scanGamma) : scan;
    const kind = negative === 'auto' || negative === 'no' ? recognizeNegative(even, scanGamma) : negative;
    if (negative === 'no' || kind === null) {
      throw new UserError('negative-not-recognized', { name: document.name });
    }
    if (!area) return guessInversion(even, { kind, scanGamma });
    const scale = even.width / document.widthPx;
    const base = measureBaseArea(even, scanGamma, scaledArea(area, scale));
    return guessInversion(even, { kind, scanGamma, base });
  }

  /** The bare scan, below every layer of ours. */
  function readScan({ id }: DocumentSummary): Promise<RgbImage> {
    return host.readPicture(
      { documentId: id, layerId: null },
      { longEdgePx: LONG_EDGE_PX, profileOfDocumentId: id, withoutReplaced: 'inversion' },
    );
  }

  return {
    choose: (negative) => store.set({ negative }),
    chooseCurve: (scanCurve) => store.set({ scanCurve }),
    chooseFilmBase: (filmBase) => store.set({ filmBase }),
    chooseFlat: (flatDocumentId) => store.set({ flatDocumentId }),
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

const scaledArea = ({ left, top, right, bottom }: ScanArea, scale: number): ScanArea => ({
  left: left * scale,
  top: top * scale,
  right: right * scale,
  bottom: bottom * scale,
});

/** The light's unevenness as a layer below the inversion's, which multiplies the scan. */
function flatLayer(
  { widthPx, heightPx }: DocumentSummary,
  flat: RgbImage,
  scanGamma: number | null,
): TextureLayer {
  const rows = enlargeRows(multiplierOf(flat, scanGamma), widthPx, heightPx);
  const shape = { place: 'bottom', blendMode: 'multiply', opacity: 100 } as const;
  return { name: TEXTS.negative.flatLayer, ...shape, widthPx, heightPx, rows };
}
