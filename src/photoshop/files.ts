/** File dialogs and the plugin's own data folder. */
import { storage, type HostFile, type HostFolder } from 'uxp';
import { UserError } from '../engine/userError';
import type { FileType, OpenedFile, SavedFile } from './photoshopHost';

export async function saveFile(
  suggestedName: string,
  type: FileType,
  content: string | Uint8Array,
): Promise<string | null> {
  const file = await storage.localFileSystem.getFileForSaving(suggestedName, { types: [type.extension] });
  if (!file) return null;
  try {
    await writeContent(file, content);
  } catch (error) {
    throw new UserError('file-not-written', { name: file.name }, { cause: error });
  }
  return file.name;
}

async function writeContent(file: HostFile, content: string | Uint8Array): Promise<void> {
  if (typeof content === 'string') await file.write(content, { format: storage.formats.utf8 });
  else await file.write(toBuffer(content), { format: storage.formats.binary });
}

/** UXP writes buffers, not views of them. */
function toBuffer(bytes: Uint8Array): ArrayBuffer {
  const buffer = new ArrayBuffer(bytes.length);
  new Uint8Array(buffer).set(bytes);
  return buffer;
}

export async function openTextFile(
  types: readonly FileType[],
): Promise<{ readonly name: string; readonly text: string } | null> {
  const file = await storage.localFileSystem.getFileForOpening({
    types: types.map(({ extension }) => extension),
  });
  return file && { name: file.name, text: await readText(file) };
}

async function readText(file: HostFile): Promise<string> {
  try {
    const text = await file.read({ format: storage.formats.utf8 });
    if (typeof text !== 'string') throw new TypeError('The host answered with bytes instead of text.');
    return text;
  } catch (error) {
    throw new UserError('file-unreadable', { name: file.name }, { cause: error });
  }
}

const openedFile = (file: HostFile): OpenedFile => ({
  name: file.name,
  text: () => readText(file),
  bytes: () => readBytes(file),
});

const extensionsOf = (types: readonly FileType[]) => types.map(({ extension }) => extension);

export async function openFiles(types: readonly FileType[]): Promise<readonly OpenedFile[]> {
  const files = await storage.localFileSystem.getFileForOpening({
    types: extensionsOf(types),
    allowMultiple: true,
  });
  return Array.from(files ?? []).map(openedFile);
}

export async function openFolder(types: readonly FileType[]): Promise<readonly OpenedFile[] | null> {
  const folder = await storage.localFileSystem.getFolder();
  if (!folder) return null;
  const wanted = extensionsOf(types).map((extension) => `.${extension}`);
  const entries = await folder.getEntries();
  return entries
    .filter(({ isFile, name }) => isFile && wanted.some((ending) => name.toLowerCase().endsWith(ending)))
    .map(openedFile);
}

export async function saveToFolder(
  files: readonly SavedFile[] | ((folderPath: string) => readonly SavedFile[]),
): Promise<string | null> {
  const folder = await storage.localFileSystem.getFolder();
  if (!folder) return null;
  for (const { name, content } of typeof files === 'function' ? files(folder.nativePath) : files) {
    try {
      await writeContent(await folder.createFile(name, { overwrite: true }), content);
    } catch (error) {
      throw new UserError('file-not-written', { name }, { cause: error });
    }
  }
  return folder.name;
}

async function readBytes(file: HostFile): Promise<Uint8Array> {
  try {
    const buffer = await file.read({ format: storage.formats.binary });
    if (typeof buffer === 'string') throw new TypeError('The host answered with text instead of bytes.');
    return new Uint8Array(buffer);
  } catch (error) {
    throw new UserError('file-unreadable', { name: file.name }, { cause: error });
  }
}

export async function readData(name: string): Promise<string | null> {
  const file = await findEntry(await storage.localFileSystem.getDataFolder(), name);
  return file && readText(file);
}

export async function writeData(name: string, text: string): Promise<void> {
  try {
    const folder = await storage.localFileSystem.getDataFolder();
    const file = (await findEntry(folder, name)) ?? (await folder.createFile(name, { overwrite: true }));
    await file.write(text, { format: storage.formats.utf8 });
  } catch (error) {
    throw new UserError('file-not-written', { name }, { cause: error });
  }
}

/** getEntry throws for what is not there, and says so in no way that can be told from other trouble: look first. */
async function findEntry(folder: HostFolder, name: string): Promise<HostFile | null> {
  const entries = await folder.getEntries();
  return entries.find((entry) => entry.isFile && entry.name === name) ?? null;
}
