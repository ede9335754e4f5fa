/** `storage` of the module `uxp`: file dialogs and the plugin's own data folder. */
import type { FilePickers, PickedFile, PickedFolder } from './filePickers';

export const FORMATS = { utf8: Symbol('utf8'), binary: Symbol('binary') } as const;

interface FormatOption {
  readonly format?: symbol;
}

export interface SimulatedFile {
  readonly isFile: true;
  readonly isFolder: false;
  readonly name: string;
  read(options?: FormatOption): Promise<string | ArrayBuffer>;
  write(content: string | ArrayBuffer, options?: FormatOption): Promise<number>;
  delete(): Promise<number>;
}

// Kept from before the globals that UXP lacks are hidden.
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Where the bytes of a file are. */
interface Bytes {
  get(): Uint8Array;
  set(content: Uint8Array): void | Promise<void>;
  remove(): void;
}

function createFile(name: string, bytes: Bytes): SimulatedFile {
  return {
    isFile: true,
    isFolder: false,
    name,
    async read({ format = FORMATS.utf8 } = {}) {
      const content = bytes.get();
      return format === FORMATS.binary ? content.slice().buffer : decoder.decode(content);
    },
    async write(content, { format = typeof content === 'string' ? FORMATS.utf8 : FORMATS.binary } = {}) {
      if (typeof content === 'string' && format === FORMATS.binary) {
        throw new TypeError('Binary files are written from an ArrayBuffer.');
      }
      if (typeof content !== 'string' && !isBuffer(content)) {
        throw new TypeError('Binary files are written from an ArrayBuffer, not from a view of one.');
      }
      const data = typeof content === 'string' ? encoder.encode(content) : new Uint8Array(content.slice(0));
      await bytes.set(data);
      return data.length;
    },
    async delete() {
      bytes.remove();
      return 0;
    },
  };
}

/** Buffers made in another realm (a test's virtual machine) are buffers too. */
const isBuffer = (value: unknown): value is ArrayBuffer =>
  Object.prototype.toString.call(value) === '[object ArrayBuffer]';

export function createStorageModule(pickers: FilePickers, initial: Readonly<Record<string, string>>) {
  const data = new Map<string, Uint8Array>(
    Object.entries(initial).map(([name, text]) => [name, encoder.encode(text)]),
  );
  const dataFile = (name: string): SimulatedFile =>
    createFile(name, {
      get: () => {
        const content = data.get(name);
        if (!content) throw new Error(`Could not find an entry of "${name}"`);
        return content;
      },
      set: (content) => void data.set(name, content),
      remove: () => void data.delete(name),
    });

  const dataFolder = {
    isFile: false as const,
    isFolder: true as const,
    name: 'PluginData',
    nativePath: '/Users/somebody/PluginData',
    async getEntries() {
      return [...data.keys()].map(dataFile);
    },
    async getEntry(name: string) {
      if (!data.has(name)) throw new Error(`Could not find an entry of "${name}"`);
      return dataFile(name);
    },
    async createFile(name: string, { overwrite = false } = {}) {
      if (/[/\\:]/.test(name)) throw new Error(`"${name}" is not a valid name`);
      if (data.has(name) && !overwrite) throw new Error(`An entry with the name "${name}" already exists`);
      data.set(name, new Uint8Array());
      return dataFile(name);
    },
  };

  const localFileSystem = {
    async getDataFolder() {
      return dataFolder;
    },
    async getFileForOpening({
      types = [],
      allowMultiple = false,
    }: { types?: readonly string[]; allowMultiple?: boolean } = {}) {
      if (allowMultiple) return (await pickers.pickFilesToOpen(types))?.map(readOnlyFile) ?? null;
      const picked = await pickers.pickFileToOpen(types);
      return picked && readOnlyFile(picked);
    },
    async getFolder() {
      const folder = await pickers.pickFolder();
      return folder && openFolder(folder);
    },
    async getFileForSaving(suggestedName: string, { types = [] }: { types?: readonly string[] } = {}) {
      const target = await pickers.pickFileToSave(suggestedName, types);
      if (!target) return null;
      let content = new Uint8Array();
      return createFile(target.name, {
        get: () => content,
        set: (bytes) => {
          content = new Uint8Array(bytes);
          return target.write(content);
        },
        remove: refuseWrite,
      });
    },
  };

  return { localFileSystem, formats: FORMATS, dataContents: data };
}

const readOnlyFile = ({ name, content }: PickedFile): SimulatedFile =>
  createFile(name, { get: () => content, set: refuseWrite, remove: refuseWrite });

function openFolder(folder: PickedFolder) {
  return {
    isFile: false as const,
    isFolder: true as const,
    name: folder.name,
    nativePath: `/Users/somebody/${folder.name}`,
    async getEntries() {
      return folder.files.map(readOnlyFile);
    },
    async createFile(name: string) {
      let content = new Uint8Array();
      return createFile(name, {
        get: () => content,
        set: (bytes) => {
          content = new Uint8Array(bytes);
          return folder.write(name, content);
        },
        remove: refuseWrite,
      });
    },
  };
}

function refuseWrite(): never {
  throw new Error('The file was opened for reading.');
}
