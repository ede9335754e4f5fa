/** Files in and out, with errors that name the file and what helps. Nothing half-written is ever left behind. */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../engine/userError';

const MAX_FILE_BYTES = 4e9;

/** @throws UserError `file-…` */
export async function readFile(file: string): Promise<Uint8Array> {
  try {
    const { size } = await fs.stat(file);
    if (size > MAX_FILE_BYTES) throw new UserError('file-too-large', { file });
    return await fs.readFile(file);
  } catch (error) {
    throw error instanceof UserError ? error : fileError(error, file, 'read');
  }
}

/** @throws UserError `file-…` */
export async function readTextFile(file: string): Promise<string> {
  return new TextDecoder('utf-8').decode(await readFile(file));
}

export type FileContent = string | Uint8Array;

/** Writes beside the target first, so that the target appears whole or not at all. @throws UserError `file-…` */
export async function writeFileSafely(file: string, content: FileContent): Promise<void> {
  await refuseDirectory(file);
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${suffix()}`);
  try {
    await fs.writeFile(temporary, content);
    await fs.rename(temporary, file);
  } catch (error) {
    await fs.rm(temporary, { force: true });
    throw fileError(error, file, 'write');
  }
}

/** Writes a file and one that it refers to: both or none. @throws UserError `file-…` */
export async function writePairSafely(
  file: string,
  content: FileContent,
  companion: string,
  companionContent: FileContent,
): Promise<void> {
  await writeFileSafely(companion, companionContent);
  try {
    await writeFileSafely(file, content);
  } catch (error) {
    await fs.rm(companion, { force: true });
    throw error;
  }
}

/**
 * Writes several files into a folder, all or none: they are written to a folder beside it and moved in at the end.
 * @throws UserError `file-…`
 */
export async function writeFilesSafely(
  directory: string,
  files: ReadonlyMap<string, FileContent>,
  signal: AbortSignal,
): Promise<void> {
  const target = path.resolve(directory);
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${suffix()}`);
  try {
    await fs.mkdir(temporary, { recursive: true });
    for (const [name, content] of files) {
      signal.throwIfAborted();
      await fs.writeFile(path.join(temporary, name), content);
    }
    signal.throwIfAborted();
    await fs.mkdir(target, { recursive: true });
    for (const name of files.keys()) await fs.rename(path.join(temporary, name), path.join(target, name));
  } catch (error) {
    if (signal.aborted) throw error;
    throw fileError(error, directory, 'write');
  } finally {
    await fs.rm(temporary, { recursive: true, force: true });
  }
}

/** Asks early whether the results of a long computation will have a place. @throws UserError `file-…` */
export async function checkWritableDirectory(directory: string): Promise<void> {
  let existing = path.resolve(directory);
  for (;;) {
    try {
      const stats = await fs.stat(existing);
      if (!stats.isDirectory()) throw new UserError('file-not-a-directory', { file: existing });
      await fs.access(existing, fs.constants.W_OK);
      return;
    } catch (error) {
      const parent = path.dirname(existing);
      if (!isMissing(error) || parent === existing) {
        throw error instanceof UserError ? error : fileError(error, directory, 'write');
      }
      existing = parent;
    }
  }
}

/** For one file: its folder has to exist. @throws UserError `file-…` */
export async function checkWritableFile(file: string): Promise<void> {
  await refuseDirectory(file);
  const directory = path.dirname(path.resolve(file));
  try {
    await fs.access(directory, fs.constants.W_OK);
  } catch (error) {
    if (isMissing(error)) throw new UserError('file-no-directory', { file, directory });
    throw fileError(error, file, 'write');
  }
}

async function refuseDirectory(file: string): Promise<void> {
  const stats = await fs.stat(file).catch(() => null);
  if (stats?.isDirectory()) throw new UserError('file-is-a-directory', { file });
}

function suffix(): string {
  return `${randomBytes(6).toString('hex')}.part`;
}

function isMissing(error: unknown): boolean {
  return errorCode(error) === 'ENOENT';
}

function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** What a failure of the file system means to the user. */
export function fileError(error: unknown, file: string, action: 'read' | 'write'): UserError {
  const codes: Readonly<Record<string, string>> = {
    ENOENT: action === 'read' ? 'file-missing' : 'file-no-directory',
    EACCES: action === 'read' ? 'file-not-readable' : 'file-not-writable',
    EPERM: action === 'read' ? 'file-not-readable' : 'file-not-writable',
    EROFS: 'file-not-writable',
    EISDIR: 'file-is-a-directory',
    ENOTDIR: 'file-not-a-directory',
    ENOSPC: 'file-disk-full',
  };
  const code = codes[errorCode(error)] ?? (action === 'read' ? 'file-read-failed' : 'file-write-failed');
  const detail = error instanceof Error ? error.message : String(error);
  return new UserError(code, { file, directory: path.dirname(file), detail }, { cause: error });
}
