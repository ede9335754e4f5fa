import path from 'node:path';
import { lossText } from '../../app/lossText';
import { EXPORT_TEXTS } from '../../app/texts';
import { RGB_SPACE_IDS, type RgbSpaceId } from '../../engine/color/rgbSpace';
import type { Exporter } from '../../formats/export/exporter';
import { EXPORTERS } from '../../formats/export/exporters';
import { uprightPicture } from '../../formats/image/uprightPicture';
import { buildDescriptor } from '../../photoshop/descriptors/descriptorOf';
import type { Command } from '../context';
import { checkWritableFile, readFile, writeFileSafely, writePairSafely } from '../files';
import { nodeDeflate } from '../nodeDeflate';
import { oneOf } from '../oneOf';
import { printJson } from '../print';
import { readOptions, required } from '../readOptions';
import { readPicture } from '../readPicture';
import { readStyle } from '../readStyle';
import { UsageError } from '../usageError';

export const exportCommand: Command = {
  name: 'export',
  summary: 'write a style in the format of another program',
  help: `Usage: filmfit export STYLE --to FORMAT --out FILE [--size N] [--space SPACE] [--picture FILE]
                       [--base FILE.dcp] [--json]

  STYLE           a .filmfit file, or the style.json that a match has written
  --to FORMAT     one of:
${EXPORTERS.map(({ id }) => `                    ${id.padEnd(16)}${EXPORT_TEXTS[id].use}`).join('\n')}
  --out FILE      where to write it
  --size N        nodes of a LUT along each axis, or the level of a Hald picture, where the format has a choice
  --space SPACE   for cube, hald, 3dl and icc-devicelink: the RGB of the pictures that the table is for, one of
                  ${RGB_SPACE_IDS.join(', ')} (default: the space that the look was learned in)
  --picture FILE  for psd: the picture that the layers are put on (default: a color chart)
  --base FILE     for dcp: the profile of your camera, whose matrices are kept (default: a generic camera)
  --json          print one JSON object: the file, its bytes, the space of the pictures that it is for (null: any),
                  roundTrip: ΔE2000 between the look and what the written file says (0 is exact), and losses: what
                  the format cannot say
`,

  async run(args, context) {
    const options = {
      to: 'text',
      out: 'text',
      size: 'text',
      space: 'text',
      picture: 'text',
      base: 'text',
      json: 'flag',
    } as const;
    const { values, positionals } = readOptions(args, options, ['STYLE']);
    const exporter = findExporter(required(values.to, 'to'));
    const out = required(values.out, 'out');
    const size = readSize(values.size, exporter);
    const space = readSpace(values.space, exporter);
    if (values.picture && exporter.id !== 'psd') throw new UsageError('--picture is for --to psd.');
    if (values.base && exporter.id !== 'dcp') throw new UsageError('--base is for --to dcp.');
    await checkWritableFile(out);
    const style = await readStyle(positionals[0]);
    const { dir, name } = path.parse(path.resolve(out));
    const exported = exporter.export(style, {
      ...(size !== undefined && { size }),
      ...(space !== undefined && { space }),
      baseName: name,
      pathOf: (companion) => path.join(dir, companion),
      deflate: nodeDeflate,
      describe: buildDescriptor,
      ...(values.picture && { picture: uprightPicture((await readPicture(values.picture)).raster) }),
      ...(values.base && { baseDcp: { bytes: await readFile(values.base), fileName: values.base } }),
    });
    context.signal.throwIfAborted();
    const { companion } = exported;
    const beside = companion && path.join(path.dirname(out), companion.name);
    if (companion && beside) await writePairSafely(out, exported.content, beside, companion.content);
    else await writeFileSafely(out, exported.content);
    if (values.json) {
      printJson(
        {
          format: exporter.id,
          file: out,
          ...(beside && { companion: beside }),
          bytes: Buffer.byteLength(exported.content),
          space: exporter.pictureSpace(style.look.space, space),
          roundTrip: exported.roundTrip,
          losses: exported.losses.map(lossText),
        },
        context,
      );
      return;
    }
    const { mean, p95 } = exported.roundTrip.deltaE2000;
    context.stdout(
      `Wrote ${out}. Against the look: ΔE ${mean.toFixed(2)} on average, ${p95.toFixed(2)} for 95 %.\n` +
        exported.losses.map((loss) => `Note: ${lossText(loss)}\n`).join(''),
    );
  },
};

/** What people ask for and is not written; the reasons at length: docs/formats.md. */
const NOT_WRITTEN: ReadonlyMap<string, string> = new Map([
  [
    'cube-log',
    'A look is learned on finished pictures, so that no LUT for log footage would be right. Convert the footage to ' +
      'Rec. 709 with the LUT of the camera’s maker, and put the look’s own LUT (--to cube) behind it.',
  ],
  [
    'atn',
    'Action files are not written: nothing but Photoshop plays them, so that none was ever proved. ' +
      '--to psd has the layers themselves, --to actionjson the commands that make them.',
  ],
]);

function findExporter(format: string): Exporter {
  const exporter = EXPORTERS.find(({ id }) => id === format);
  if (exporter) return exporter;
  const reason = NOT_WRITTEN.get(format);
  if (reason) throw new UsageError(reason);
  const known = EXPORTERS.map(({ id }) => id).join(', ');
  throw new UsageError(`“${format}” is no format that Filmfit writes. There are: ${known}.`);
}

function readSize(text: string | undefined, { sizes }: Exporter): number | undefined {
  if (text === undefined) return undefined;
  const size = Number(text);
  if (sizes.length === 0) throw new UsageError('This format has one size; leave --size out.');
  if (!sizes.includes(size))
    throw new UsageError(`--size is one of ${[...sizes].sort((a, b) => a - b).join(', ')} for this format.`);
  return size;
}

function readSpace(text: string | undefined, { id, takesSpace }: Exporter): RgbSpaceId | undefined {
  if (text === undefined) return undefined;
  const space = oneOf(text, RGB_SPACE_IDS, 'space');
  if (!takesSpace) throw new UsageError(`The space of ${id} is not a choice; leave --space out.`);
  return space;
}
