/** A document as the DOM shows it. */
import type { Host } from '../host';
import type { OpenDocument } from '../openDocument';
import { DomLayer } from './domLayer';

export class DomDocument {
  constructor(
    private readonly host: Host,
    readonly id: number,
  ) {}

  /** @throws HostError when the document has been closed meanwhile. */
  private get document(): OpenDocument {
    return this.host.document(this.id);
  }

  get name(): string {
    return this.document.name;
  }

  get title(): string {
    return this.document.name;
  }

  get width(): number {
    return this.document.state.width;
  }

  get height(): number {
    return this.document.state.height;
  }

  get mode(): string {
    return this.document.state.mode;
  }

  get bitsPerChannel(): string {
    return `bitDepth${this.document.state.bitsPerChannel}`;
  }

  get colorProfileName(): string {
    return this.document.state.profileName || 'None';
  }

  get colorProfileType(): string {
    return this.document.state.profileName ? 'customEnum' : 'none';
  }

  get layers(): DomLayer[] {
    return this.document.state.layers.map(({ id }) => new DomLayer(this.host, this.document, id));
  }

  get activeLayers(): DomLayer[] {
    return this.document.state.activeLayerIds.map((id) => new DomLayer(this.host, this.document, id));
  }

  get historyStates(): { name: string }[] {
    return this.document.history.names.map((name) => ({ name }));
  }

  closeWithoutSaving(): void {
    this.host.requireModal('close');
    this.host.close(this.document.id);
  }
}
