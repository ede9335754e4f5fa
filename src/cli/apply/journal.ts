/**
 * What has been done in a folder, so that an interrupted run can go on where it was: a file of one JSON object a line,
 *
 *   { "output": "a.tif", "key": "SHA-256 of style, options, and size and time of the original" }
 *
 * A picture is done when its line has the key of today and its file is there. Damaged lines are as good as none.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { readJson } from '../../formats/style/readJson';
import { fileError } from '../files';

const NAME = '.filmfit-apply.jsonl';
const Line = v.object({ output: v.string(), key: v.string() });

export interface Journal {
  isDone(output: string, key: string): boolean;
  add(output: string, key: string): void;
}

export function openJournal(folder: string): Journal {
  const file = path.join(folder, NAME);
  const done = new Map<string, string>();
  for (const line of readLines(file)) {
    const read = readJson(line);
    const parsed = 'value' in read ? v.safeParse(Line, read.value) : null;
    if (parsed?.success) done.set(parsed.output.output, parsed.output.key);
  }
  const nameOf = (output: string): string => path.relative(folder, output);
  return {
    isDone: (output, key) => done.get(nameOf(output)) === key && fs.existsSync(output),
    add: (output, key) => {
      done.set(nameOf(output), key);
      fs.appendFileSync(file, `${JSON.stringify({ output: nameOf(output), key })}\n`);
    },
  };
}

/**
 * Changes when the style, the way it is applied, or the original changes.
 * @throws UserError `file-…` when there is no original
 */
export function keyOf(styleText: string, options: object, input: string): string {
  const { size, mtimeMs } = statsOf(input);
  return createHash('sha256')
    .update(JSON.stringify([styleText, options, size, mtimeMs]))
    .digest('hex');
}

function statsOf(file: string): fs.Stats {
  try {
    return fs.statSync(file);
  } catch (error) {
    throw fileError(error, file, 'read');
  }
}

function readLines(file: string): string[] {
  try {
    return fs.readFileSync(file, 'utf8').split('\n').filter(Boolean);
  } catch {
    return []; // no journal yet
  }
}
