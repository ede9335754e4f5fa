/** File dialogs and the plugin's own data folder. */
import { storage, type HostFile, type HostFolder } from 'uxp';
import { UserError } from '../engine/userError';
import type { FileType } from './photoshopHost';

export async function saveFile(
  suggestedName: string,
  type: FileType,
  content: string | Uint8Array,
): Promise<string | null> {
  const file = await storage.localFileSystem.getFileForSaving(suggestedName, { types: [type.extension] });
  if (!file) return null;
  try {
    if (typeof content === 'string') await file.write(content, { format: storage.formats.utf8 });
    else await file.write(toBuffer(content), { format: storage.formats.binary });
  } catch (error) {
    throw new UserError('file-not-written', { name: file.name }, { cause: error });
  }
  return file.name;
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
