import path from 'node:path';
import type { Command } from '../context';
import { checkWritableFile, writeFileSafely, writePairSafely } from '../files';
import { EXPORTERS } from '../exporters';
import { printJson } from '../print';
import { readOptions, required } from '../readOptions';
import { readStyle } from '../readStyle';
import { UsageError } from '../usageError';

export const exportCommand: Command = {
  name: 'export',
  summary: 'write a style in the format of another program',
  help: `Usage: filmfit export STYLE --to FORMAT --out FILE [--size N] [--json]

  STYLE           a style.json that a match has written
  --to FORMAT     one of:
${EXPORTERS.map(({ format, summary }) => `                    ${format.padEnd(16)}${summary}`).join('\n')}
  --out FILE      where to write it
  --size N        nodes of a LUT along each axis, where the format has a choice
  --json          print one JSON object: the file, its bytes, and roundTrip: ΔE2000 between the look and what the
                  written file says (0 is exact)
`,

  async run(args, context) {
    const options = { to: 'text', out: 'text', size: 'text', json: 'flag' } as const;
    const { values, positionals } = readOptions(args, options, ['STYLE']);
    const format = required(values.to, 'to');
    const out = required(values.out, 'out');
    const exporter = EXPORTERS.find((candidate) => candidate.format === format);
    if (!exporter) {
      const known = EXPORTERS.map((candidate) => candidate.format).join(', ');
      throw new UsageError(`“${format}” is no format that Filmfit writes. There are: ${known}.`);
    }
    const size = readSize(values.size, exporter.sizes);
    await checkWritableFile(out);
    const style = await readStyle(positionals[0]);
    const exported = exporter.export(style, { size, fileName: out });
    context.signal.throwIfAborted();
    const { companion } = exported;
    const beside = companion && path.join(path.dirname(out), companion.name);
    if (companion && beside) await writePairSafely(out, exported.content, beside, companion.content);
    else await writeFileSafely(out, exported.content);
    if (values.json) {
      printJson(
        {
          format,
          file: out,
          ...(beside && { companion: beside }),
          bytes: exported.content.length,
          space: style.look.space,
          roundTrip: exported.roundTrip,
          losses: exported.losses,
        },
        context,
      );
      return;
    }
    const { mean, p95 } = exported.roundTrip.deltaE2000;
    context.stdout(
      `Wrote ${out}. Against the look: ΔE ${mean.toFixed(2)} on average, ${p95.toFixed(2)} for 95 %.\n` +
        exported.losses.map((loss) => `Note: ${loss}\n`).join(''),
    );
  },
};

function readSize(text: string | undefined, sizes: readonly number[]): number {
  if (text === undefined) return sizes[0] ?? 0;
  const size = Number(text);
  if (sizes.length === 0) throw new UsageError('This format has one size; leave --size out.');
  if (!sizes.includes(size))
    throw new UsageError(`--size is one of ${[...sizes].sort((a, b) => a - b).join(', ')} for this format.`);
  return size;
}
