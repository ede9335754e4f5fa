/**
 * How near the layer stacks come to film looks, and how long it takes to find them.
 *
 *   npx tsx bench/project/run.ts [--stack classic,extended,exact] [--looks PART,PART] [--quick]
 *
 * ΔE2000 of the stack against the look: over the natural palette (which the stack was fitted to), over colors of
 * photos that the fit never saw, and over the same photos' colors with the roundings of an 8-bit document. CPU time
 * without and with the colors of a pair among the targets; the very first projection, with the compiler still cold, too.
 */
import path from 'node:path';
import { naturalPalette } from '../../src/engine/project/naturalPalette';
import { measureProjection } from '../../src/engine/project/measureProjection';
import { projectLook, type Projection, type StackKind } from '../../src/engine/project/projectLook';
import { createRgbToLab } from '../../src/engine/color/lab';
import { deltaE2000 } from '../../src/engine/metrics/deltaE';
import { createLookMapper } from '../../src/engine/render/renderLook';
import { renderStack8 } from '../../src/engine/render/renderStack';
import type { ColorSamples } from '../../src/engine/sample/colorSamples';
import type { Look } from '../../src/engine/look';
import { loadScene, sceneNames } from '../fit/loadScene';
import { testColors } from '../fit/testColors';
import { loadTruthLooks } from '../fit/truthLook';
import { wrapAsLook } from './wrapAsLook';

const SHARED = path.resolve(import.meta.dirname, '../../../shared/data');

function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

const kinds = (option('stack') ?? 'classic,extended,exact').split(',') as StackKind[];
const parts = option('looks')?.split(',');
const looks = loadTruthLooks(path.join(SHARED, 'looks')).filter(
  ({ name }) => !parts || parts.some((part) => name.includes(part)),
);
const photos = process.argv.includes('--quick')
  ? sceneNames(path.join(SHARED, 'scenes')).slice(0, 6)
  : sceneNames(path.join(SHARED, 'scenes'));
const photoColors = Float32Array.from(
  photos.flatMap((name) =>
    Array.from(testColors(loadScene(path.join(SHARED, 'scenes', `${name}.png`), 480), 200, 1)),
  ),
);

const pair = samplesOf(testColors(loadScene(path.join(SHARED, 'scenes', `${photos[0]}.png`), 480), 4000, 2));

const palette = naturalPalette('srgb');
const photo = { colors: photoColors, weights: new Float64Array(photoColors.length / 3).fill(1) };
console.log(
  `${palette.weights.length} palette colors, ${photo.weights.length} photo colors of ${photos.length} photos\n`,
);

for (const kind of kinds) {
  // Once for the compiler of the engine.
  const cold = project(wrapAsLook(looks[0]), kind, []);
  console.log(
    `${kind.padEnd(42)}  palette mean  p95   max | photos mean  p95 | 8 bit mean | CPU ms  with pair  longest step ms`,
  );
  const rows = looks.map((table) => {
    const look = wrapAsLook(table);
    const { projection, cpuMs, longestMs } = project(look, kind, []);
    const withPair = project(look, kind, [pair]);
    const map = createLookMapper(look);
    const onPhotos = measureProjection(map, projection.value, photo, 'srgb');
    const row = {
      palette: projection.diagnostics.palette,
      photos: onPhotos,
      codes: meanInCodes(look, projection),
      cpuMs,
      pairCpuMs: withPair.cpuMs,
      longestMs,
    };
    print(table.name, row);
    return row;
  });
  const mean = (pick: (row: Row) => number): number =>
    rows.reduce((sum, row) => sum + pick(row), 0) / rows.length;
  print('mean of the looks', {
    palette: {
      mean: mean((r) => r.palette.mean),
      p95: mean((r) => r.palette.p95),
      max: mean((r) => r.palette.max),
    },
    photos: { mean: mean((r) => r.photos.mean), p95: mean((r) => r.photos.p95) },
    codes: mean((r) => r.codes),
    cpuMs: mean((r) => r.cpuMs),
    pairCpuMs: mean((r) => r.pairCpuMs),
    longestMs: mean((r) => r.longestMs),
  });
  console.log(
    `worst look ${Math.max(...rows.map((r) => r.palette.mean)).toFixed(2)}; first projection ${cold.cpuMs.toFixed(0)} ms CPU\n`,
  );
}

interface Row {
  readonly palette: { readonly mean: number; readonly p95: number; readonly max: number };
  readonly photos: { readonly mean: number; readonly p95: number };
  readonly codes: number;
  readonly cpuMs: number;
  readonly pairCpuMs: number;
  readonly longestMs: number;
}

function print(name: string, { palette, photos, codes, cpuMs, pairCpuMs, longestMs }: Row): void {
  const n = (value: number, width: number): string => value.toFixed(2).padStart(width);
  console.log(
    `${name.slice(0, 42).padEnd(42)}  ${n(palette.mean, 12)} ${n(palette.p95, 5)} ${n(palette.max, 5)} | ` +
      `${n(photos.mean, 11)} ${n(photos.p95, 5)} | ${n(codes, 10)} | ${cpuMs.toFixed(0).padStart(6)} ${pairCpuMs.toFixed(0).padStart(10)} ${longestMs.toFixed(1).padStart(8)}`,
  );
}

function project(
  look: Look,
  kind: StackKind,
  samples: readonly ColorSamples[],
): { projection: Projection; cpuMs: number; longestMs: number } {
  const start = process.cpuUsage();
  const task = projectLook(look, samples, { stack: kind });
  let longestMs = 0;
  for (;;) {
    const before = performance.now();
    const step = task.next();
    longestMs = Math.max(longestMs, performance.now() - before);
    if (step.done) {
      const { user, system } = process.cpuUsage(start);
      return { projection: step.value, cpuMs: (user + system) / 1000, longestMs };
    }
  }
}

/** As if film had left the colors as they are: the projection looks at the digital side only. */
function samplesOf(colors: Float32Array): ColorSamples {
  const count = colors.length / 3;
  return {
    count,
    digital: colors,
    film: colors,
    weight: new Float32Array(count).fill(1),
    position: new Float32Array(2 * count),
    space: 'srgb',
  };
}

/** Photo colors as 8-bit codes through Photoshop's own roundings, against the look of the same codes. */
function meanInCodes(look: Look, { value }: Projection): number {
  const codes = Uint8Array.from(photoColors, (v) => Math.round(v * 255));
  const wanted = new Float32Array(codes.length);
  createLookMapper(look)(
    Float32Array.from(codes, (v) => v / 255),
    wanted,
    codes.length / 3,
  );
  const got = renderStack8(codes, 3, value);
  const toLab = createRgbToLab('srgb');
  const p = new Float64Array(3);
  const q = new Float64Array(3);
  let sum = 0;
  for (let i = 0; i < codes.length; i += 3) {
    toLab(wanted[i], wanted[i + 1], wanted[i + 2], p, 0);
    toLab(got[i] / 255, got[i + 1] / 255, got[i + 2] / 255, q, 0);
    sum += deltaE2000(p[0], p[1], p[2], q[0], q[1], q[2]);
  }
  return sum / (codes.length / 3);
}
