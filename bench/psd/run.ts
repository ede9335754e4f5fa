/**
 * `npm run bench:psd -- DIR [--json]`: renders every adjustment layer of every PSD under DIR that holds a composite made
 * by Photoshop, and says how far our pixels are from it. Nothing is known about the files but what they say themselves.
 */
import fs from 'node:fs';
import path from 'node:path';
import { ErrorSum } from './errorSum';
import { judgePsd, type FileVerdict } from './judgePsd';
import { kindOf, VARIANTS, type JudgedKind, type Variant } from './variants';

const CHAIN = 'several exact kinds';

const args = process.argv.slice(2);
const json = args.includes('--json');
const directory = args.find((arg) => !arg.startsWith('--'));
if (!directory || !fs.existsSync(directory)) {
  process.stderr.write('usage: npm run bench:psd -- DIR [--json]\n');
  process.exit(2);
}

function main(root: string, asJson: boolean): void {
  const files = fs
    .readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ps[db]$/i.test(name) && fs.statSync(path.join(root, name)).isFile())
    .sort();
  const verdicts = files.map((name) => ({ name, verdict: judgePsd(fs.readFileSync(path.join(root, name))) }));
  const eight = sumUp(verdicts.map(({ verdict }) => verdict).filter(({ bits }) => bits === 8));
  const sixteen = sumUp(verdicts.map(({ verdict }) => verdict).filter(({ bits }) => bits === 16));
  if (asJson) {
    const report = {
      ...toJson(eight),
      sixteenBit: toJson(sixteen),
      files: verdicts.map(({ name, verdict }) => ({
        file: name,
        bits: verdict.bits,
        variants: Object.fromEntries(verdict.variants),
        chain: verdict.chain,
        partial: verdict.partial,
        skipped: verdict.skipped,
      })),
    };
    process.stdout.write(`${JSON.stringify(report)}\n`);
    return;
  }
  for (const { name, verdict } of verdicts) {
    for (const [variant, errors] of verdict.variants) printRow(name, variant, errors);
    if (verdict.chain.pixels > 0) printRow(name, CHAIN, verdict.chain);
    if (verdict.variants.size === 0 && verdict.chain.pixels === 0)
      process.stdout.write(`${name}: ${verdict.skipped.join('; ') || 'no adjustment'}\n`);
  }
  process.stdout.write('\n');
  for (const [variant, errors] of eight.variants) printRow('all files', variant, errors);
  printRow('all files', CHAIN, eight.chain);
  printRow('all files', 'partial masks and opacities', eight.partial);
  process.stdout.write('\n');
  for (const [kind, errors] of eight.kinds) printRow('all files', kind, errors);
  for (const [kind, errors] of sixteen.kinds)
    if (errors.pixels > 0) printRow('all 16-bit files', kind, errors);
}

interface Sums {
  readonly kinds: Map<JudgedKind, ErrorSum>;
  readonly variants: Map<Variant, ErrorSum>;
  readonly chain: ErrorSum;
  readonly partial: ErrorSum;
}

function sumUp(verdicts: readonly FileVerdict[]): Sums {
  const variants = new Map<Variant, ErrorSum>(VARIANTS.map((variant) => [variant, new ErrorSum()]));
  const kinds = new Map<JudgedKind, ErrorSum>(VARIANTS.map((variant) => [kindOf(variant), new ErrorSum()]));
  const sums = { kinds, variants, chain: new ErrorSum(), partial: new ErrorSum() };
  for (const verdict of verdicts) {
    sums.chain.merge(verdict.chain);
    sums.partial.merge(verdict.partial);
    for (const [variant, errors] of verdict.variants) {
      variants.get(variant)?.merge(errors);
      kinds.get(kindOf(variant))?.merge(errors);
    }
  }
  return sums;
}

const toJson = ({ kinds, variants, chain, partial }: Sums): object => ({
  kinds: Object.fromEntries(kinds),
  variants: Object.fromEntries(variants),
  chain,
  partial,
});

function printRow(file: string, what: string, errors: ErrorSum): void {
  const figures = [
    String(errors.pixels).padStart(8),
    `${errors.exactPercent.toFixed(3)} %`.padStart(10),
    errors.mean.toFixed(4).padStart(8),
    String(Math.round(1e3 * errors.max) / 1e3).padStart(5),
  ];
  process.stdout.write(`${figures.join(' ')}  ${what.padEnd(28)} ${file}\n`);
}

main(directory, json);
