/**
 * `npm run bench:negative -- DIR`: inverts the negatives of DIR (simulated/ with their own prints, it8/ with measured
 * charts) blind, with a reference, and not at all, and prints ΔE2000 on what was fitted and on what was not.
 */
import fs from 'node:fs';
import path from 'node:path';
import { createRgbToLab } from '../../src/engine/color/lab';
import { fitLook } from '../../src/engine/fit/fitLook';
import { resizeArea } from '../../src/engine/image/resizeArea';
import { rgbImage, type RgbImage } from '../../src/engine/image/rgbImage';
import { deltaE2000 } from '../../src/engine/metrics/deltaE';
import { summarize } from '../../src/engine/metrics/summarize';
import { fitInversion } from '../../src/engine/negative/fitInversion';
import { guessInversion } from '../../src/engine/negative/guessInversion';
import type { Inversion } from '../../src/engine/negative/inversion';
import { createInversionMapper } from '../../src/engine/negative/invertNegative';
import { measureFilmBase } from '../../src/engine/negative/measureFilmBase';
import { projectInversion } from '../../src/engine/negative/projectInversion';
import { kindOfNegative, recognizeNegative } from '../../src/engine/negative/recognizeNegative';
import { createLookMapper } from '../../src/engine/render/renderLook';
import { renderStack8, renderStack16 } from '../../src/engine/render/renderStack';
import type { ColorSamples } from '../../src/engine/sample/colorSamples';
import { runToEnd } from '../../src/engine/task';
import { loadImage } from '../align/loadImage';

/** Corresponding colors: what the scanner saw of the negative, and how it should look. */
interface Frame {
  readonly name: string;
  readonly scan: RgbImage;
  readonly scanGamma: number | null;
  readonly source: Float32Array;
  readonly target: Float32Array;
}
type Mapping = (source: Float32Array) => Float32Array;

const PATCH_PX = 4;
const root = process.argv[2];
if (!root || !fs.existsSync(root)) {
  process.stderr.write('usage: npm run bench:negative -- DIR\n');
  process.exit(2);
}
process.stdout.write(
  `${'case'.padEnd(26)}${'method'.padEnd(30)}${'fitted: mean'.padStart(13)}${'p95'.padStart(7)}${'other: mean'.padStart(13)}${'p95'.padStart(7)}\n`,
);
simulated(path.join(root, 'simulated'));
charts(path.join(root, 'it8'));

function simulated(folder: string): void {
  const negatives = fs.readdirSync(folder).filter((file) => file.endsWith('__neg.png'));
  for (const stock of ['KODAK_PORTRA_400', 'KODAK_TRI_X_400']) {
    const frames = negatives
      .filter((file) => file.includes(`__${stock}__`))
      .map((file): Frame => {
        const stem = file.slice(0, -'__neg.png'.length);
        const print = fs
          .readdirSync(folder)
          .find((other) => other.startsWith(stem) && other.endsWith('__print.png'))!;
        const scan = loadImage(path.join(folder, file));
        return {
          name: `${stock.slice(6)} ${stem.slice(4, 8)}`,
          scan,
          scanGamma: null,
          source: patches(scan),
          target: patches(loadImage(path.join(folder, print))),
        };
      });
    for (const fitted of frames)
      compare(
        fitted,
        frames.find((frame) => frame !== fitted)!,
      );
  }
}

function charts(folder: string): void {
  for (const stock of ['ektar100-0', 'portra400-0']) {
    const [head, ...lines] = fs
      .readFileSync(path.join(folder, `${stock}_patches.csv`), 'utf8')
      .trim()
      .split(/\r?\n/);
    const columns = head.split(',');
    const rows = lines.map((line) => line.split(','));
    const read = (names: readonly string[], unit: number, isKept: (i: number) => boolean): Float32Array =>
      Float32Array.from(
        rows
          .filter((_, i) => isKept(i))
          .flatMap((row) => names.map((name) => Number(row[columns.indexOf(name)]) / unit)),
      );
    const scan = loadImage(path.join(folder, `${stock}_neg_linear.png`));
    // The picture is exposed for the screen; the table of patches is not.
    const scale =
      65535 * (Math.max(...read(['neg_lin_g'], 65535, () => true)) / measureFilmBase(scan, 1).base[1]);
    const part = (name: string, isKept: (i: number) => boolean): Frame => ({
      name: `${stock} ${name}`,
      scan,
      scanGamma: 1,
      source: read(['neg_lin_r', 'neg_lin_g', 'neg_lin_b'], scale, isKept),
      target: read(['digR', 'digG', 'digB'], 1, isKept),
    });
    for (const fold of [0, 1, 2]) {
      compare(
        part(`fold ${fold + 1}`, (i) => i % 3 !== fold),
        part('held out', (i) => i % 3 === fold),
      );
    }
  }
}

function compare(fitted: Frame, other: Frame): void {
  const { scan, scanGamma } = fitted;
  const kind = kindOfNegative(scan, scanGamma);
  const print = (method: string, mapping: Mapping, ofOther?: Mapping): void => {
    const a = difference(mapping(fitted.source), fitted.target);
    const b = difference((ofOther ?? mapping)(other.source), other.target);
    process.stdout.write(
      `${fitted.name.padEnd(26)}${method.padEnd(30)}${a.mean.toFixed(2).padStart(13)}${a.p95.toFixed(2).padStart(7)}${b.mean.toFixed(2).padStart(13)}${b.p95.toFixed(2).padStart(7)}\n`,
    );
  };
  const identity: Mapping = (source) => source;
  print('look, no inversion', looking(fitted, identity));
  const blind = inverting(guessInversion(scan, { kind, scanGamma }));
  print('blind inversion', blind, inverting(guessInversion(other.scan, { kind, scanGamma })));
  print('blind inversion, then look', looking(fitted, blind));
  const film = measureFilmBase(scan, scanGamma);
  const start = process.cpuUsage();
  const fit = runToEnd(fitInversion([samples(fitted.target, fitted.source)], { kind, scanGamma, ...film }));
  const { user, system } = process.cpuUsage(start);
  const inversion = inverting(fit.value);
  print('inversion with reference', inversion);
  print('the same, then look', looking(fitted, inversion));
  const stack = projectInversion(fit.value);
  print('the same as layers, 16 bit', (source) =>
    Float32Array.from(
      renderStack16(
        Uint16Array.from(source, (v) => Math.round(32768 * v)),
        3,
        stack,
      ),
      (v) => v / 32768,
    ),
  );
  print('the same as layers, 8 bit', (source) =>
    Float32Array.from(
      renderStack8(
        Uint8Array.from(source, (v) => Math.round(255 * v)),
        3,
        stack,
      ),
      (v) => v / 255,
    ),
  );
  const numbers = (values: readonly number[]): string => values.map((value) => value.toFixed(2)).join(' ');
  process.stdout.write(
    `  ${kind}, mask ${recognizeNegative(scan, scanGamma) !== null ? 'seen' : 'not seen'}, ${fit.diagnostics.bins} bins, misfit ${fit.diagnostics.misfit.toFixed(2)}, ` +
      `${((user + system) / 1e6).toFixed(2)} s; gamma ${numbers(fit.value.gamma)}; offset ${numbers(fit.value.offset)}; crosstalk ${numbers(fit.value.crosstalk)}; paper ${numbers(Object.values(fit.value.paper) as number[])}\n`,
  );
}

function inverting(inversion: Inversion): Mapping {
  const map = createInversionMapper(inversion);
  return (source) => {
    const result = new Float32Array(source.length);
    map(source, result, source.length / 3);
    return result;
  };
}

/** `first`, then the look that takes the fitted frame the rest of the way. */
function looking({ source, target }: Frame, first: Mapping): Mapping {
  const look = runToEnd(fitLook([samples(first(source), target)], { name: 'bench' })).value;
  const map = createLookMapper(look);
  return (colors) => {
    const result = Float32Array.from(first(colors));
    map(result, result, result.length / 3);
    return result;
  };
}

function samples(digital: Float32Array, film: Float32Array): ColorSamples {
  const count = digital.length / 3;
  const weight = new Float32Array(count).fill(1);
  return { count, digital, film, weight, position: new Float32Array(2 * count), space: 'srgb' };
}

function patches(image: RgbImage): Float32Array {
  return resizeArea(image, Math.floor(image.width / PATCH_PX), Math.floor(image.height / PATCH_PX)).data;
}

function difference(colors: Float32Array, target: Float32Array): { mean: number; p95: number } {
  const toLab = createRgbToLab(rgbImage(1, 1, 'srgb').space);
  const lab = new Float64Array(6);
  const differences = new Float32Array(colors.length / 3);
  for (let i = 0; i < differences.length; i++) {
    toLab(colors[3 * i], colors[3 * i + 1], colors[3 * i + 2], lab, 0);
    toLab(target[3 * i], target[3 * i + 1], target[3 * i + 2], lab, 3);
    differences[i] = deltaE2000(lab[0], lab[1], lab[2], lab[3], lab[4], lab[5]);
  }
  return summarize(differences);
}
