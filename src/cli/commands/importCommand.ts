import path from 'node:path';
import { createThreadCompute } from '../../compute/threadCompute';
import { RGB_SPACE_IDS } from '../../engine/color/rgbSpace';
import type { LookProvenance } from '../../engine/look';
import type { StackKind } from '../../engine/project/projectLook';
import { createLutMapper } from '../../engine/render/applyLut';
import { createLookMapper } from '../../engine/render/renderLook';
import { createStackMapper } from '../../engine/render/renderStack';
import { compareMappers } from '../../formats/export/roundTrip';
import { readImport, type ImportedTable } from '../../formats/import/readImport';
import { formatStyle } from '../../formats/style/formatStyle';
import { renderThumbnail } from '../../formats/style/renderThumbnail';
import type { Style } from '../../formats/style/style';
import type { CliContext, Command } from '../context';
import { checkWritableFile, readFile, writeFileSafely } from '../files';
import { oneOf } from '../oneOf';
import { printJson, printWarnings } from '../print';
import { createProgress } from '../progress';
import { PROVENANCE_HELP, PROVENANCE_OPTIONS, readFacts } from '../provenanceOptions';
import { readOptions, required, type OptionValues } from '../readOptions';
import { warning, type Warning } from '../warning';

const STACKS: readonly StackKind[] = ['classic', 'extended', 'exact'];
const OPTIONS = {
  out: 'text',
  name: 'text',
  space: 'text',
  stack: 'text',
  ...PROVENANCE_OPTIONS,
  json: 'flag',
} as const;
type Values = OptionValues<typeof OPTIONS>;

export const importCommand: Command = {
  name: 'import',
  summary: 'make a style of a LUT or a preset of another program',
  help: `Usage: filmfit import FILE --out STYLE.filmfit [--name NAME] [--space SPACE] [--stack KIND]
                       [--stock TEXT …] [--json]

Reads a LUT and makes a style of it as a match does: the look in readable stages, and Photoshop layers near to it.

  FILE            .cube (1D, 3D, or curves and 3D), .3dl, a Hald picture (.png, .tif), .acv, or an older style
  --out STYLE     where to write the style
  --name NAME     the name of the look (default: the title in the file, or the name of the file)
  --space SPACE   the RGB that the LUT expects and gives: ${RGB_SPACE_IDS.join(', ')}
                  (default: what the file names, else srgb)
  --stack KIND    classic, extended, or exact (one Color Lookup layer)
${PROVENANCE_HELP}  --json          print one JSON object: look and layers, ΔE2000 against the file
`,

  async run(args, context) {
    const { values, positionals } = readOptions(args, OPTIONS, ['FILE']);
    const [file] = positionals;
    const out = required(values.out, 'out');
    const space = values.space === undefined ? undefined : oneOf(values.space, RGB_SPACE_IDS, 'space');
    const kind = values.stack === undefined ? undefined : oneOf(values.stack, STACKS, 'stack');
    await checkWritableFile(out);
    const progress = createProgress(context);
    try {
      progress.show({ stage: 'read', fraction: 0 });
      const read = readImport(await readFile(file), file, space);
      const style =
        read.kind === 'style'
          ? read.style
          : await styleOfTable(read, values.name ?? read.name, kind, context, progress.show);
      const named = withFacts(style, file, values, new Date());
      context.signal.throwIfAborted();
      await writeFileSafely(out, formatStyle(named));
      progress.end();
      const warnings: Warning[] =
        read.kind === 'style' ? [] : read.doubts.map((doubt) => warning(`import-${doubt}`, { file }));
      printWarnings(warnings, context);
      report(read.kind === 'style' ? null : read, named, out, warnings, values, context);
    } finally {
      progress.end();
    }
  },
};

async function styleOfTable(
  { lut, curves }: ImportedTable,
  name: string,
  kind: StackKind | undefined,
  { signal }: CliContext,
  onProgress: (step: { stage: string; fraction: number }) => void,
): Promise<Style> {
  const compute = createThreadCompute();
  try {
    const input = { lut, name, ...(kind && { stack: kind }) };
    const { output } = await compute.run('importLut', input, { signal, onProgress });
    const { look, projection } = output;
    // Curves are layers already.
    const stack =
      curves && !kind
        ? { name, layers: [{ name: 'Curves', adjustment: curves, opacity: 100 }], opacity: 100 }
        : projection.value;
    return { look, stack };
  } finally {
    compute.dispose();
  }
}

function withFacts(style: Style, file: string, values: Values, now: Date): Style {
  const name = values.name ?? style.look.name;
  const provenance: LookProvenance = {
    date: now.toISOString(),
    ...style.look.provenance,
    importedFrom: style.look.provenance.importedFrom ?? path.basename(file),
    ...readFacts(values),
  };
  const look = { ...style.look, name, provenance };
  return { thumbnail: renderThumbnail(look), ...style, look, stack: { ...style.stack, name } };
}

function report(
  read: ImportedTable | null,
  { look, stack }: Style,
  out: string,
  warnings: readonly Warning[],
  values: Values,
  context: CliContext,
): void {
  const original = read ? createLutMapper(read.lut) : createLookMapper(look);
  const lookDifference = compareMappers(look.space, original, createLookMapper(look));
  const stackDifference = compareMappers(look.space, original, createStackMapper(stack));
  if (values.json) {
    printJson(
      {
        file: out,
        name: look.name,
        space: look.space,
        look: lookDifference,
        stack: { ...stackDifference, layers: stack.layers.map(({ name }) => name) },
        warnings,
      },
      context,
    );
    return;
  }
  const layers = stackDifference.deltaE2000;
  context.stdout(
    `Wrote ${out}. Against the file: the look ΔE ${lookDifference.deltaE2000.mean.toFixed(2)} on average, ` +
      `the layers ΔE ${layers.mean.toFixed(2)} (95 %: ${layers.p95.toFixed(2)}).\n`,
  );
}
