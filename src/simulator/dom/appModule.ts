/** `app` of the module `photoshop`. */
import type { DocumentState } from '../documentState';
import { newLayer } from '../documentState';
import type { Host } from '../host';
import { HostError, notModal } from '../hostError';
import { DomDocument } from './domDocument';

export interface CreateDocumentOptions {
  readonly name?: string;
  readonly width?: number;
  readonly height?: number;
  readonly resolution?: number;
  readonly mode?: string;
  readonly depth?: number;
  readonly fill?: string;
  readonly profile?: string;
}

export function createAppModule(host: Host) {
  return {
    get documents(): DomDocument[] {
      return host.documents.map(({ id }) => new DomDocument(host, id));
    },
    get activeDocument(): DomDocument | null {
      return host.activeId === null ? null : new DomDocument(host, host.activeId);
    },
    set activeDocument(document: DomDocument | null) {
      host.modal.throwIfCancelled();
      if (!host.modal.isActive) throw notModal('select');
      if (document) host.activate(document.id);
    },
    async createDocument(options: CreateDocumentOptions = {}): Promise<DomDocument> {
      host.requireModal('make');
      const { width = 500, height = 500, depth = 8, mode = 'RGBColorMode', fill = 'white' } = options;
      if (mode !== 'RGBColorMode' || (depth !== 8 && depth !== 16) || fill !== 'white') {
        throw new HostError('The simulator makes white RGB documents of 8 or 16 bits.', -1715);
      }
      const length = 3 * width * height;
      const data = depth === 8 ? new Uint8Array(length).fill(255) : new Uint16Array(length).fill(32768);
      const id = host.newId();
      const background = newLayer({
        id,
        name: 'Background',
        kind: 'pixel',
        background: true,
        pixels: { box: { left: 0, top: 0, right: width, bottom: height }, channels: 3, data },
      });
      const state: DocumentState = {
        width,
        height,
        mode,
        bitsPerChannel: depth,
        profileName: options.profile ?? 'sRGB IEC61966-2.1',
        layers: [background],
        activeLayerIds: [id],
        selection: null,
        channels: [],
      };
      return new DomDocument(host, host.add(options.name ?? 'Untitled-1', state, 'New').id);
    },
  };
}
