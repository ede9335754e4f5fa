/**
 * `npm run bench:psd -- DIR [--json]`: renders every adjustment layer of every PSD under DIR that holds a composite made
 * by Photoshop, and says how far our pixels are from it. Nothing is known about the files but what they say themselves.
 */
import fs from 'node:fs';
import path from 'node:path';
import { ErrorSum } from './errorSum';
import { judgePsd, type FileVerdict } from './judgePsd';
import { kindOf, VARIANTS, type JudgedKind, type Variant } from './variants';

const args = process.argv.slice(2);
const json = args.includes('--json');
const directory = args.find((arg) => !arg.startsWith('--'));
if (!directory || !fs.existsSync(directory)) {
  process.stderr.write('usage: npm run bench:psd -- DIR [--json]\n');
  process.exit(2);
}
main(directory, json);

function main(root: string, asJson: boolean): void {
  const files = fs
    .readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ps[db]$/i.test(name))
    .sort();
  const verdicts = files.map((name) => ({ name, verdict: judgeFile(path.join(root, name)) }));
  const variants = new Map<Variant, ErrorSum>(VARIANTS.map((variant) => [variant, new ErrorSum()]));
  const kinds = new Map<JudgedKind, ErrorSum>(VARIANTS.map((variant) => [kindOf(variant), new ErrorSum()]));
  const partial = new ErrorSum();
  for (const { verdict } of verdicts) {
    partial.merge(verdict.partial);
    for (const [variant, errors] of verdict.variants) {
      variants.get(variant)?.merge(errors);
      kinds.get(kindOf(variant))?.merge(errors);
    }
  }
  if (asJson) {
    const report = {
      kinds: Object.fromEntries(kinds),
      variants: Object.fromEntries(variants),
      partial,
      files: verdicts.map(({ name, verdict }) => ({
        file: name,
        variants: Object.fromEntries(verdict.variants),
        partial: verdict.partial,
        skipped: verdict.skipped,
      })),
    };
    process.stdout.write(`${JSON.stringify(report)}\n`);
    return;
  }
  for (const { name, verdict } of verdicts) {
    for (const [variant, errors] of verdict.variants) printRow(name, variant, errors);
    if (verdict.variants.size === 0)
      process.stdout.write(`${name}: ${verdict.skipped.join('; ') || 'no adjustment'}\n`);
  }
  process.stdout.write('\n');
  for (const [variant, errors] of variants) printRow('all files', variant, errors);
  printRow('all files', 'partial masks and opacities', partial);
  process.stdout.write('\n');
  for (const [kind, errors] of kinds) printRow('all files', kind, errors);
}

function judgeFile(file: string): FileVerdict {
  try {
    return judgePsd(fs.readFileSync(file));
  } catch (error) {
    return { variants: new Map(), partial: new ErrorSum(), skipped: [`cannot be judged: ${String(error)}`] };
  }
}

function printRow(file: string, what: string, errors: ErrorSum): void {
  const figures = [
    String(errors.pixels).padStart(8),
    `${errors.exactPercent.toFixed(3)} %`.padStart(10),
    errors.mean.toFixed(4).padStart(8),
    String(errors.max).padStart(4),
  ];
  process.stdout.write(`${figures.join(' ')}  ${what.padEnd(28)} ${file}\n`);
}
