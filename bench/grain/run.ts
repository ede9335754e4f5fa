/**
 * `npm run bench:grain -- SCENES [names…]`: puts grain with known strength, size and correlation (and the noise, blur, JPEG and
 * misregistration of real pairs) on photos, estimates it from the pair, and prints how far off the estimate is.
 */
import fs from 'node:fs';
import path from 'node:path';
import { estimateGrain } from '../../src/engine/grain/estimateGrain';
import { powerSpectrum } from './powerSpectrum';
import { simulateGrain, GRAIN_CASES, type GrainCase } from './simulateGrain';
import { readCurve } from '../../src/engine/render/renderLook';
import { renderGrain } from '../../src/engine/grain/renderGrain';
import { rgbImage, type RgbImage } from '../../src/engine/image/rgbImage';
import { runToEnd } from '../../src/engine/task';
import { loadScene } from '../fit/loadScene';

const folder = process.argv[2];
if (!folder || !fs.existsSync(folder)) {
  process.stderr.write('usage: npm run bench:grain -- SCENES [names…]\n');
  process.exit(2);
}
const names = process.argv.slice(3);
/** A tone that less of the picture has is read off the curve's neighbours, which is no measurement. */
const MIN_TONE_SHARE = 0.03;
const scenes = fs
  .readdirSync(folder)
  .filter((file) => file.startsWith('val_') && file.endsWith('.png'))
  .map((file) => path.basename(file, '.png'))
  .filter((name) => names.length === 0 || names.includes(name));

process.stdout.write(
  `${'case'.padEnd(34)}${'scene'.padEnd(15)}${'strength R G B, error %'.padStart(26)}${'size'.padStart(14)}${'corr. rg'.padStart(14)}${'spectrum dB'.padStart(13)}  windows, scanner noise, scene share\n`,
);
const errors = new Map<string, number[][]>();
for (const test of GRAIN_CASES) {
  for (const name of scenes) judge(test, name);
}
for (const [name, rows] of errors) {
  if (rows.length === 0) {
    process.stdout.write(`${name.padEnd(34)} none measured\n`);
    continue;
  }
  const column = (i: number): string => {
    const values = rows.map((row) => Math.abs(row[i])).sort((a, b) => a - b);
    const median = values[values.length >> 1] ?? NaN;
    return `median ${median.toFixed(1)} max ${(values[values.length - 1] ?? NaN).toFixed(1)}`;
  };
  process.stdout.write(
    `${name.padEnd(34)} ${rows.length} measured: strength % of the worst channel ${column(0)}; size % ${column(1)}; spectrum dB ${column(2)}\n`,
  );
}

/** Share of a channel's pixels within half a step of a tone. */
function shareNear({ data }: RgbImage, channel: number, tone: number): number {
  let near = 0;
  for (let i = channel; i < data.length; i += 3) if (Math.abs(data[i] - tone) < 0.05) near++;
  return (3 * near) / data.length;
}

function judge(test: GrainCase, name: string): void {
  const scene = loadScene(path.join(folder, `${name}.png`), 1600);
  const { film, rendered, field, shareAt } = simulateGrain(scene, test, name);
  const reliability = {
    width: rendered.width,
    height: rendered.height,
    data: new Float32Array(rendered.width * rendered.height).fill(1),
  };
  const mapping = { filmToDigital: [1, 0, 0, 0, 1, 0, 0, 0, 1] as const, warp: null };
  const longEdge = Math.max(film.width, film.height);
  const { value, diagnostics } = runToEnd(
    estimateGrain([{ film, rendered, mapping, reliability, longEdgePx: longEdge }]),
  );
  const rows = errors.get(test.name) ?? [];
  errors.set(test.name, rows);
  const head = `${test.name.padEnd(34)}${name.padEnd(15)}`;
  const facts = `  ${diagnostics.windows}, ${(255 * diagnostics.scannerNoise).toFixed(2)}, ${diagnostics.sceneShare.toFixed(2)}`;
  if (!value) {
    process.stdout.write(
      `${head}not measurable: ${diagnostics.refusal}, strongest ${(255 * diagnostics.strongest).toFixed(1)}${facts}\n`,
    );
    return;
  }
  // At the middle tones that the picture has: the curve's mean over them; a channel that has none is not judged.
  const off = (['red', 'green', 'blue'] as const).map((channel, c) => {
    const tones = [0.35, 0.45, 0.55, 0.65].filter((tone) => shareNear(film, c, tone) > MIN_TONE_SHARE);
    const ratio = tones.map(
      (tone) => readCurve(value.strength[channel], tone) / (test.sigma * test.gains[c] * shareAt(tone)),
    );
    return ratio.length === 0 ? null : 100 * (ratio.reduce((sum, r) => sum + r, 0) / ratio.length - 1);
  });
  const truth = field.size;
  const sizeError = 100 * (value.sizePx / truth - 1);
  const gray = rgbImage(512, 512, 'srgb', new Float32Array(3 * 512 * 512).fill(0.5));
  const ours = renderGrain(gray, { ...value, analysedLongEdgePx: 512 }, { seed: 11 });
  const green = Float32Array.from(
    { length: 512 * 512 },
    (_, i) => (ours.data[3 * i + 1] - 0.5) / readCurve(value.strength.green, 0.5),
  );
  const a = powerSpectrum(green, 512);
  const b = powerSpectrum(field.sample(512), 512);
  const db = Math.max(
    ...a.map((power, i) => (b[i] > 0.05 * Math.max(...b) ? Math.abs(10 * Math.log10(power / b[i])) : 0)),
  );
  const judged = off.filter((error) => error !== null);
  if (judged.length > 0) {
    rows.push([judged.reduce((worst, e) => (Math.abs(e) > Math.abs(worst) ? e : worst)), sizeError, db]);
  }
  process.stdout.write(
    `${head}${off
      .map((error) => error?.toFixed(1) ?? '—')
      .join(' ')
      .padStart(
        26,
      )}${`${value.sizePx.toFixed(2)}/${truth.toFixed(2)}`.padStart(14)}${`${value.correlation[0].toFixed(2)}/${test.correlation.toFixed(2)}`.padStart(14)}${db.toFixed(2).padStart(13)}${facts}\n`,
  );
}
