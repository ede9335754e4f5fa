/** `filmfit apply` on a folder or a list: every picture has its turn, failures are told at the end. */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { imageTypeOfFileName } from '../../formats/image/encodeImage';
import { formatStyle } from '../../formats/style/formatStyle';
import type { Style } from '../../formats/style/style';
import { UserError } from '../../engine/userError';
import type { CliContext } from '../context';
import { EXIT } from '../exitCodes';
import { describeTrouble, type Trouble } from '../failure';
import { fileError } from '../files';
import type { Warning } from '../warning';
import { applyFiles } from './applyPool';
import type { AppliedFile, ApplyFile } from './applyToFile';
import { keyOf, openJournal } from './journal';
import { checkOutput, type Input } from './listInputs';
import type { ApplyMode } from './pixelMapper';

export interface ApplyManyOptions {
  readonly folder: string;
  readonly jobs: number;
  readonly mode: ApplyMode;
  readonly strength: number;
}

export interface ApplyManyReport {
  readonly applied: readonly {
    readonly file: string;
    readonly output: string;
    readonly warnings: readonly Warning[];
  }[];
  /** Done by an earlier run. */
  readonly skipped: readonly string[];
  readonly failed: readonly { readonly file: string; readonly error: Trouble }[];
  readonly megapixels: number;
}

/** @throws AbortError */
export async function applyMany(
  style: Style,
  inputs: readonly Input[],
  { folder, jobs, mode, strength }: ApplyManyOptions,
  { signal, stderr }: CliContext,
): Promise<ApplyManyReport> {
  const journal = openJournal(folder);
  const styleText = formatStyle(style);
  const applied: ApplyManyReport['applied'][number][] = [];
  const skipped: string[] = [];
  const failed: ApplyManyReport['failed'][number][] = [];
  const fail = (file: string, error: Trouble): void => void failed.push({ file, error });
  const keys = new Map<string, string>();
  const taken = new Map<string, string>();
  const files: ApplyFile[] = [];
  for (const { file, name } of inputs) {
    const output = path.join(folder, name);
    try {
      checkOutput(file, output, taken);
      taken.set(path.resolve(output), file);
      const key = keyOf(styleText, { mode, strength }, file);
      const type = imageTypeOfFileName(name);
      if (type === null) throw new UserError('image-unknown-format', { file });
      if (journal.isDone(output, key)) {
        skipped.push(file);
        continue;
      }
      keys.set(output, key);
      await makeFolder(path.dirname(output));
      files.push({
        input: file,
        output,
        temporary: temporaryFor(output),
        type,
        mode,
        strength,
        styleSpace: style.look.space,
      });
    } catch (error) {
      fail(file, describeTrouble(error, 'apply'));
    }
  }
  let pixels = 0;
  let done = 0;
  const onDone = ({ input, output }: ApplyFile, { width, height, warnings }: AppliedFile): void => {
    journal.add(output, keys.get(output) ?? '');
    applied.push({ file: input, output, warnings });
    pixels += width * height;
  };
  await applyFiles(style, files, {
    jobs,
    signal,
    onReply: (file, reply) => {
      if ('applied' in reply) onDone(file, reply.applied);
      else fail(file.input, reply.failure);
      stderr(`${++done} of ${files.length}: ${file.input}${'applied' in reply ? '' : ' (failed)'}\n`);
    },
  });
  return { applied, skipped, failed, megapixels: pixels / 1e6 };
}

export function temporaryFor(output: string): string {
  return path.join(path.dirname(output), `.${path.basename(output)}.${randomBytes(6).toString('hex')}.part`);
}

/** Failures decide about the exit code: some pictures are not there. */
export function exitCodeOf({ failed }: ApplyManyReport): (typeof EXIT)[keyof typeof EXIT] {
  return failed[0]?.error.exitCode ?? EXIT.done;
}

async function makeFolder(folder: string): Promise<void> {
  await fs.mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw fileError(error, folder, 'write');
  });
}
