/** Which pictures a run is about, and where each of them goes. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { imageTypeOfFileName } from '../../formats/image/encodeImage';
import { UserError } from '../../engine/userError';
import { fileError, readTextFile } from '../files';

export interface Input {
  readonly file: string;
  /** Below the output folder: folders inside of a folder stay. */
  readonly name: string;
}

/**
 * Files as they are, also those that do not exist: they fail in their turn. Of a folder, and the folders in it, every
 * file whose name is that of a picture, in order; without what lies in `out`, where results of earlier runs are.
 */
export async function listInputs(given: readonly string[], out: string): Promise<Input[]> {
  const inputs: Input[] = [];
  for (const entry of given) {
    const isFolder = (await fs.stat(entry).catch(() => null))?.isDirectory() ?? false;
    if (!isFolder) inputs.push({ file: entry, name: path.basename(entry) });
    else {
      const pictures = await picturesIn(entry);
      inputs.push(...(isWithin(entry, out) ? pictures : pictures.filter(({ file }) => !isWithin(file, out))));
    }
  }
  return onlyOnce(inputs);
}

/** A picture may be in a folder and in the list. */
function onlyOnce(inputs: readonly Input[]): Input[] {
  return [...new Map(inputs.map((input) => [`${path.resolve(input.file)}\0${input.name}`, input])).values()];
}

function isWithin(file: string, folder: string): boolean {
  const way = path.relative(folder, file);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

/** One path a line; empty lines and lines that start with # do not count. Paths are relative to the list. */
export async function readList(file: string): Promise<string[]> {
  const lines = (await readTextFile(file)).split(/\r\n|\r|\n/).map((line) => line.trim());
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => path.resolve(path.dirname(file), line));
}

async function picturesIn(folder: string): Promise<Input[]> {
  const names = await fs.readdir(folder, { recursive: true }).catch((error: unknown) => {
    throw fileError(error, folder, 'read');
  });
  return names
    .filter((name) => imageTypeOfFileName(name) !== null && !path.basename(name).startsWith('.'))
    .sort()
    .map((name) => ({ file: path.join(folder, name), name }));
}

/**
 * Whether an input can go where its name says.
 * @param taken outputs of the inputs before it, with their inputs
 * @throws UserError `file-onto-itself` or `file-same-name`
 */
export function checkOutput(input: string, output: string, taken: ReadonlyMap<string, string>): void {
  if (path.resolve(input) === path.resolve(output)) throw new UserError('file-onto-itself', { file: input });
  const other = taken.get(path.resolve(output));
  if (other !== undefined) throw new UserError('file-same-name', { file: input, other });
}
