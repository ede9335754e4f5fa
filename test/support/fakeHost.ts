/** A host in memory for tests of the application: documents as given, and a record of what was asked of it. */
import { rgbImage, type RgbImage } from '../../src/engine/image/rgbImage';
import type {
  ApplyOptions,
  DocumentSummary,
  FilmfitGroup,
  OpenedFile,
  PhotoshopHost,
  RecordedStep,
} from '../../src/photoshop/photoshopHost';

export function documentSummary(
  fields: Partial<DocumentSummary> & { id: number; name: string },
): DocumentSummary {
  return {
    widthPx: 3000,
    heightPx: 2000,
    bitsPerChannel: 8,
    profileName: 'sRGB IEC61966-2.1',
    space: 'srgb',
    profileKnown: true,
    unsupported: null,
    active: false,
    layers: [{ id: 1, name: 'Background' }],
    ...fields,
  };
}

export interface FakeHost extends PhotoshopHost {
  open: readonly DocumentSummary[];
  picture: RgbImage;
  /** By document, where not all are to show the same picture. */
  readonly pictures: Map<number, RgbImage>;
  groups: readonly FilmfitGroup[];
  /** What the next open dialog gives. */
  fileToOpen: { name: string; text: string } | null;
  /** What the next dialog for several files, or for a folder, gives. */
  filesToOpen: readonly OpenedFile[];
  readonly recorded: RecordedStep[];
  readonly applied: ApplyOptions[];
  readonly removed: number[];
  readonly converted: number[];
  readonly saved: Map<string, string>;
  readonly data: Map<string, string>;
  /** Tells the panel that something was opened, closed or selected. */
  changeDocuments(open: readonly DocumentSummary[]): void;
  /** Everything that applyStack, saveFile and the like is to fail with. */
  failure: Error | null;
}

export function createFakeHost(open: readonly DocumentSummary[] = []): FakeHost {
  let notify = () => {};
  const host: FakeHost = {
    open,
    picture: rgbImage(6, 4, 'srgb', new Float32Array(72).fill(0.5)),
    pictures: new Map(),
    groups: [],
    fileToOpen: null,
    filesToOpen: [],
    recorded: [],
    applied: [],
    removed: [],
    converted: [],
    saved: new Map(),
    data: new Map(),
    failure: null,
    changeDocuments(changed) {
      host.open = changed;
      notify();
    },
    documents: async () => host.open,
    watchDocuments(listener) {
      notify = listener;
      return () => {
        notify = () => {};
      };
    },
    readPicture: async ({ documentId }) => host.pictures.get(documentId) ?? host.picture,
    selectedArea: async () => ({ left: 0, top: 0, right: 1, bottom: 1 }),
    async applyStack(options) {
      if (host.failure) throw host.failure;
      host.applied.push(options);
      return {
        documentId: options.documentId,
        groupId: 77,
        groupName: options.stack.name,
        layerNames: options.stack.layers.map((layer) => layer.name),
        verification: { verdict: 'verified', maxLevels: 1, meanLevels: 0.1 },
      };
    },
    findFilmfitGroups: async () => host.groups,
    async removeFilmfitGroup(_documentId, groupId) {
      host.removed.push(groupId);
    },
    async convertToRgb(documentId) {
      if (host.failure) throw host.failure;
      host.converted.push(documentId);
    },
    encodePreview: async (image) => `data:image/jpeg;${image.width}x${image.height}`,
    async saveFile(name, _type, content) {
      if (host.failure) throw host.failure;
      host.saved.set(name, String(content));
      return name;
    },
    openTextFile: async () => host.fileToOpen,
    openFiles: async () => host.filesToOpen,
    openFolder: async () => (host.filesToOpen.length > 0 ? host.filesToOpen : null),
    async saveToFolder(files) {
      const made = typeof files === 'function' ? files('C:\\Looks') : files;
      for (const { name, content } of made) host.saved.set(name, String(content));
      return 'folder';
    },
    async recordStep(step) {
      host.recorded.push(step);
    },
    readData: async (name) => host.data.get(name) ?? null,
    async writeData(name, text) {
      host.data.set(name, text);
    },
  };
  return host;
}
