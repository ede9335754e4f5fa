/**
 * A Photoshop in memory: `photoshop` and `uxp` are the modules that a plugin gets under these names, so that its
 * bundle runs on them unchanged. Everything else is what a person does in front of the screen, and
 * what a test wants to look at.
 */
import { ActionRecorder, type ActionStep } from './actionRecorder';
import { createBatchPlay, type CommandFaults } from './batchPlay/batchPlay';
import type { Descriptor } from './batchPlay/descriptor';
import { createCoreModule } from './coreModule';
import type { Dialect } from './dialect';
import {
  newLayer,
  type DocumentModeName,
  type DocumentState,
  type LayerState,
  type Pixels,
} from './documentState';
import { createAppModule } from './dom/appModule';
import { Host, type Listener } from './host';
import { createImagingModule } from './imagingModule';
import { flattenLayers } from './layerTree';
import type { SimulatorOptions } from './simulatorOptions';
import { snapshotOfDocument } from './snapshot';
import { EntrypointsModule } from './uxp/entrypointsModule';
import { QueuedPickers } from './uxp/filePickers';
import { createStorageModule } from './uxp/storageModule';

export interface OpenDocumentOptions {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Default 8. */
  readonly bitsPerChannel?: 8 | 16 | 32;
  /** As Photoshop names it, '' for an untagged document. Default sRGB. */
  readonly profileName?: string;
  /** Interleaved RGB or RGBA as in a file: 0…255, or 0…65535 for 16 bits. RGBA opens as a layer, RGB as a background. */
  readonly pixels: Uint8Array | Uint16Array;
  readonly mode?: DocumentModeName;
}

export const SRGB_PROFILE = 'sRGB IEC61966-2.1';

export function createSimulator(options: SimulatorOptions = {}) {
  const host = new Host(options);
  const files = new QueuedPickers();
  const faults: CommandFaults = { refuse: null, alter: null };
  const storage = createStorageModule(options.pickers ?? files, options.dataFolder ?? {});
  const entrypoints = new EntrypointsModule();
  const actions = new ActionRecorder();
  const version = options.hostVersion ?? '26.0.0';

  const photoshop = {
    app: createAppModule(host),
    core: createCoreModule(host, options.showAlert ?? (() => undefined)),
    imaging: createImagingModule(host),
    action: {
      batchPlay: createBatchPlay(host, faults),
      async addNotificationListener(events: readonly string[], listener: Listener): Promise<void> {
        host.listen(events, listener);
      },
      async removeNotificationListener(events: readonly string[], listener: Listener): Promise<void> {
        host.unlisten(events, listener);
      },
      recordAction: actions.recordAction,
    },
  };

  const uxp = {
    entrypoints: { setup: entrypoints.setup },
    storage: { localFileSystem: storage.localFileSystem, formats: storage.formats },
    host: { name: 'Photoshop', version, uiLocale: 'en_US' },
    versions: { plugin: options.pluginVersion ?? '0.0.0', uxp: 'uxp-8.0.1' },
  };

  return {
    photoshop,
    uxp,
    /** Answers to file dialogs, and what was saved; not used when the options brought pickers of their own. */
    files,
    /** The plugin's data folder: bytes by name. */
    dataFolder: storage.dataContents,
    /** What the plugin handed to entrypoints.setup, or null. */
    get entrypoints() {
      return entrypoints.registered;
    },

    /** @returns the document's id. The new document becomes the active one. */
    openDocument: (document: OpenDocumentOptions): number =>
      host.add(document.name, initialState(host, document), 'Open').id,
    closeDocument: (id: number): void => host.close(id),
    selectDocument: (id: number): void => host.activate(id),
    get activeDocumentId(): number | null {
      return host.activeId;
    },
    /** Adds a pixel layer on top, as pasting does. `pixels` as in openDocument, RGBA or RGB, at `left`, `top`. */
    pasteLayer: (id: number, layer: PastedLayer): number => pasteLayer(host, id, layer),
    /** Changes fields of a layer as a user would in the Layers panel. */
    editLayer: (id: number, layerId: number, fields: Partial<LayerState>): void =>
      editLayer(host, id, layerId, fields),
    selectLayers: (id: number, layerIds: readonly number[]): void => {
      const { history, state } = host.document(id);
      history.adjust({ ...state, activeLayerIds: layerIds });
      host.notify('select', { _obj: 'select', layerID: [...layerIds] });
    },
    /** The rectangular marquee; null deselects. `coverage` 0…255. */
    selectArea: (id: number, area: Area | null): void => selectArea(host, id, area),

    undo: (id: number): boolean => host.document(id).history.undo(),
    redo: (id: number): boolean => host.document(id).history.redo(),
    /** Names of the history states, and which of them is current. */
    historyOf: (id: number): { readonly names: readonly string[]; readonly current: number } => {
      const { history } = host.document(id);
      return { names: history.names, current: history.currentIndex };
    },
    stateOf: (id: number): DocumentState => host.document(id).state,
    /** All layers from the top to the bottom, groups before their content. */
    layersOf: (id: number): readonly LayerState[] => flattenLayers(host.document(id).state.layers),
    /** What the document looks like: interleaved RGBA, 0…255 or 0…32768. */
    compositeOf: (id: number): Pixels => host.composite(host.document(id).state),
    /** Comparable with toEqual: equal exactly when the documents are, to the byte. History is not part of it. */
    snapshot: (): unknown =>
      host.documents.map(({ id, name, state }) => ({ id, name, ...asObject(snapshotOfDocument(state)) })),
    get undisposedImageData(): number {
      return host.liveImageData;
    },

    /** What the Actions panel records and plays. */
    startRecording: (): void => actions.start(),
    stopRecording: (): readonly ActionStep[] => actions.stop(),
    get recordedSteps(): readonly ActionStep[] {
      return actions.steps;
    },
    /** Plays a step, with the plugin's functions among `globals`. */
    playStep: (
      step: ActionStep,
      globals: Readonly<Record<string, unknown>> = globalThis as never,
    ): Promise<unknown> => playStep(host, () => actions.play(step, globals, photoshop.core.executeAsModal)),

    /** From now on the host renders like this. */
    speak: (dialect: Dialect): void => void (host.dialect = dialect),
    /** Another plugin, or a dialog, is modal until the returned function is called. */
    beBusy: (): (() => void) => {
      host.modal.busyElsewhere = true;
      return () => void (host.modal.busyElsewhere = false);
    },
    get isModal(): boolean {
      return host.modal.isActive;
    },
    /** The user presses Cancel in the progress dialog. */
    cancel: (): void => host.modal.cancel(),
    /** The user presses Cancel while the n-th call (from 1) of the next modal scope runs. */
    cancelAtCall: (n: number): void => host.modal.cancelAtCall(n),
    /** How many calls the last modal scope made. */
    get callsOfLastModal(): number {
      return host.modal.callCount;
    },
    /** The modal scopes that have ended, with the progress that they reported. */
    get modalScopes() {
      return host.modal.finished;
    },
    /** While set, a command for which the function gives a text is refused with that text. */
    refuseCommands: (refuse: ((descriptor: Descriptor) => string | null) | null): void =>
      void (faults.refuse = refuse),
    /** While set, every changing command runs as what the function makes of it. */
    alterCommands: (alter: ((descriptor: Descriptor) => Descriptor) | null): void =>
      void (faults.alter = alter),
  };
}

export type Simulator = ReturnType<typeof createSimulator>;

/** Inside the step's own modal scope the plugin opens more of them. */
async function playStep(host: Host, play: () => Promise<unknown>): Promise<unknown> {
  const { allowNested } = host.modal;
  host.modal.allowNested = true;
  try {
    return await play();
  } finally {
    host.modal.allowNested = allowNested;
  }
}

const asObject = (value: unknown): object => value as object;

export interface PastedLayer {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array | Uint16Array;
}

export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly coverage?: number;
}

function initialState(host: Host, document: OpenDocumentOptions): DocumentState {
  const { width, height, bitsPerChannel = 8, profileName = SRGB_PROFILE, mode = 'RGBColorMode' } = document;
  const pixels = asPixels(document.pixels, { left: 0, top: 0, width, height }, bitsPerChannel);
  const id = host.newId();
  const background = pixels.channels === 3;
  const layer = newLayer({
    id,
    name: background ? 'Background' : 'Layer 1',
    kind: 'pixel',
    background,
    pixels,
  });
  return {
    width,
    height,
    mode,
    bitsPerChannel,
    profileName,
    layers: [layer],
    activeLayerIds: [id],
    selection: null,
    channels: [],
  };
}

function asPixels(
  values: Uint8Array | Uint16Array,
  at: { left: number; top: number; width: number; height: number },
  bits: 8 | 16 | 32,
): Pixels {
  const { left, top, width, height } = at;
  const channels = values.length / (width * height);
  if (channels !== 3 && channels !== 4) {
    throw new RangeError(`${width}×${height} pixels need 3 or 4 values each, got ${values.length} values.`);
  }
  if (bits === 16 && !(values instanceof Uint16Array)) throw new RangeError('16 bits need a Uint16Array.');
  if (bits !== 16 && !(values instanceof Uint8Array)) throw new RangeError('8 bits need a Uint8Array.');
  const data =
    values instanceof Uint16Array
      ? values.map((value) => Math.round((value / 65535) * 32768))
      : values.slice();
  return { box: { left, top, right: left + width, bottom: top + height }, channels, data };
}

function pasteLayer(host: Host, documentId: number, pasted: PastedLayer): number {
  const document = host.document(documentId);
  const { state } = document;
  const id = host.newId();
  const pixels = asPixels(pasted.pixels, pasted, state.bitsPerChannel);
  const layer = newLayer({ id, name: pasted.name, kind: 'pixel', pixels });
  host.change(document, 'Paste', { ...state, layers: [layer, ...state.layers], activeLayerIds: [id] });
  return id;
}

function editLayer(host: Host, documentId: number, layerId: number, fields: Partial<LayerState>): void {
  const document = host.document(documentId);
  const edit = (layers: readonly LayerState[]): readonly LayerState[] =>
    layers.map((layer) => ({
      ...layer,
      children: edit(layer.children),
      ...(layer.id === layerId ? fields : {}),
    }));
  host.change(document, 'Edit Layer', { ...document.state, layers: edit(document.state.layers) });
}

function selectArea(host: Host, documentId: number, area: Area | null): void {
  const document = host.document(documentId);
  const box = area && { left: area.left, top: area.top, right: area.right, bottom: area.bottom };
  const selection = box && {
    box,
    data: new Uint8Array((box.right - box.left) * (box.bottom - box.top)).fill(area?.coverage ?? 255),
  };
  host.change(document, selection ? 'Rectangular Marquee' : 'Deselect', { ...document.state, selection });
}
