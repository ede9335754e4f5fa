/**
 * The simulated application: open documents, the active one, the modal scope, and the events that plugins hear.
 * Modules (imaging, batchPlay, the DOM) are views on this object.
 */
import type { Descriptor } from './batchPlay/descriptor';
import type { Dialect } from './dialect';
import type { Box, DocumentState, Pixels } from './documentState';
import { HostError, notModal } from './hostError';
import { ModalScope } from './modalScope';
import { OpenDocument } from './openDocument';
import { compositeDocument, documentBox } from './pixels/compositor';
import type { SimulatorOptions } from './simulatorOptions';

export type Listener = (event: string, descriptor: Descriptor) => void;

export class Host {
  readonly documents: OpenDocument[] = [];
  readonly modal: ModalScope;
  /** Image data that nobody has disposed of; Photoshop holds their memory. */
  liveImageData = 0;
  activeId: number | null = null;
  dialect: Dialect;
  private seen: { readonly state: DocumentState; readonly dialect: Dialect; readonly pixels: Pixels } | null =
    null;
  private nextId = 1;
  private readonly listeners: { readonly events: readonly string[]; readonly listener: Listener }[] = [];

  constructor(readonly options: SimulatorOptions) {
    this.dialect = options.dialect ?? {};
    this.modal = new ModalScope(options.allowNestedModal ?? false, (commit) => this.endSuspensions(commit));
  }

  get majorVersion(): number {
    return Number.parseInt(this.options.hostVersion ?? '26', 10);
  }

  newId(): number {
    return this.nextId++;
  }

  add(name: string, state: DocumentState, openedBy: string): OpenDocument {
    const document = new OpenDocument(this.newId(), name, state, openedBy);
    this.documents.push(document);
    this.activeId = document.id;
    this.notify(openedBy === 'New' ? 'make' : 'open', {
      _obj: openedBy === 'New' ? 'make' : 'open',
      documentID: document.id,
    });
    return document;
  }

  close(id: number): void {
    const index = this.documents.findIndex((document) => document.id === id);
    if (index < 0) return;
    this.documents.splice(index, 1);
    this.seen = null;
    if (this.activeId === id) this.activeId = this.documents.at(-1)?.id ?? null;
    this.notify('close', { _obj: 'close', documentID: id });
  }

  activate(id: number): void {
    this.document(id);
    if (this.activeId === id) return;
    this.activeId = id;
    this.notify('select', { _obj: 'select', _target: [{ _ref: 'document', _id: id }] });
  }

  /** @throws HostError when no such document is open. */
  document(id: number): OpenDocument {
    const found = this.documents.find((document) => document.id === id);
    if (!found) throw new HostError(`The document with the ID ${id} is not open.`, -1728);
    return found;
  }

  /** @throws HostError when no document is open. */
  activeDocument(): OpenDocument {
    if (this.activeId === null) throw new HostError('There is no open document.', -1728);
    return this.document(this.activeId);
  }

  /** To be called first by everything that may change something. */
  requireModal(call: string): void {
    this.modal.throwIfCancelled();
    if (!this.modal.isActive) throw notModal(call);
    this.modal.countCall();
  }

  change(document: OpenDocument, name: string, state: DocumentState): void {
    document.history.change(name, state);
    this.notify('historyStateChanged', { _obj: 'historyStateChanged', documentID: document.id, name });
  }

  listen(events: readonly string[], listener: Listener): void {
    this.listeners.push({ events, listener });
  }

  unlisten(events: readonly string[], listener: Listener): void {
    const index = this.listeners.findIndex(
      (entry) => entry.listener === listener && events.every((event) => entry.events.includes(event)),
    );
    if (index >= 0) this.listeners.splice(index, 1);
  }

  /** Events are silent while a plugin is modal. */
  notify(event: string, descriptor: Descriptor): void {
    if (this.modal.isActive) return;
    for (const { events, listener } of [...this.listeners]) {
      if (events.includes(event) || events.includes('all')) listener(event, descriptor);
    }
  }

  /** What a state looks like; the last whole picture is kept, as panels ask for the same one again and again. */
  composite(state: DocumentState, box: Box = documentBox(state)): Pixels {
    const { width, height } = state;
    if (box.left !== 0 || box.top !== 0 || box.right !== width || box.bottom !== height) {
      return compositeDocument(state, box, this.dialect);
    }
    if (this.seen?.state !== state || this.seen.dialect !== this.dialect) {
      this.seen = { state, dialect: this.dialect, pixels: compositeDocument(state, box, this.dialect) };
    }
    return this.seen.pixels;
  }

  private endSuspensions(commit: boolean): void {
    for (const { history } of this.documents) {
      const id = history.suspensionId();
      if (id !== null) history.resume(id, commit);
    }
  }
}
