/** `npm run bench:apply -- [megapixels]`: a 16-bit TIFF through `filmfit apply` and through ffmpeg's lut3d: CPU time and memory. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { applyToFile } from '../../src/cli/apply/applyToFile';
import { createStyleMapper } from '../../src/cli/apply/pixelMapper';
import { exportCube } from '../../src/formats/cube/exportCube';
import { createTiffWriter } from '../../src/formats/image/tiff/createTiffWriter';
import type { RasterHead } from '../../src/formats/image/raster';
import type { Style } from '../../src/formats/style/style';
import { classicStack } from '../../test/support/classicStack';
import { createRandom } from '../../test/support/createRandom';
import { warmLook } from '../../test/support/warmLook';

const megapixels = Number(process.argv[2] ?? 24);
const width = Math.round(Math.sqrt(1.5e6 * megapixels));
const height = Math.round((1e6 * megapixels) / width);
const STYLE: Style = { look: warmLook(), stack: classicStack() };
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'filmfit-apply-'));
const input = path.join(folder, 'in.tif');

/** Row by row, so that the memory of making it is not counted. */
function writeInput(): void {
  const head: RasterHead = { width, height, channels: 3, bitDepth: 16, orientation: 1, fileType: 'tiff' };
  const handle = fs.openSync(input, 'w');
  const sink = {
    append: (bytes: Uint8Array) => void fs.writeSync(handle, bytes),
    patch: (offset: number, bytes: Uint8Array) => void fs.writeSync(handle, bytes, 0, bytes.length, offset),
  };
  const writer = createTiffWriter(head, sink, null);
  const random = createRandom(1);
  const row = new Uint16Array(3 * width);
  for (let y = 0; y < height; y++) {
    for (let i = 0; i < row.length; i++)
      row[i] = 65000 * ((i / row.length + y / height + (i % 3) / 3) % 1) + 500 * random();
    writer.rows(row);
  }
  writer.end();
  fs.closeSync(handle);
}

function print(name: string, cpuS: number, maxRssMb: number): void {
  const speed = `${(megapixels / cpuS).toFixed(1)} MP/s of CPU`;
  console.log(
    `${name.padEnd(28)}${cpuS.toFixed(2).padStart(7)} s${speed.padStart(20)}${maxRssMb.toFixed(0).padStart(7)} MB`,
  );
}

async function measureOwn(mode: 'lut' | 'stack'): Promise<void> {
  const before = process.cpuUsage();
  const output = path.join(folder, `${mode}.tif`);
  const file = { input, output, temporary: `${output}.part`, type: 'tiff', mode, strength: 1 } as const;
  const watch = { signal: new AbortController().signal, onProgress: () => undefined };
  await applyToFile({ ...file, styleSpace: STYLE.look.space }, createStyleMapper(STYLE), watch);
  const { user, system } = process.cpuUsage(before);
  print(`filmfit apply --as ${mode}`, (user + system) / 1e6, process.resourceUsage().maxRSS / 1024);
}

function measureFfmpeg(pixelFormat: string): void {
  const cube = path.join(folder, 'look.cube');
  fs.writeFileSync(cube, exportCube(STYLE, 33).content);
  const filter = `format=${pixelFormat},lut3d=file=${cube}:interp=tetrahedral,format=rgb48le`;
  const out = path.join(folder, 'ffmpeg.tif');
  const args = ['-benchmark', '-threads', '1', '-filter_threads', '1', '-y', '-i', input, '-vf', filter];
  const result = spawnSync('ffmpeg', [...args, '-compression_algo', 'raw', out]);
  if (result.error) return console.log('ffmpeg lut3d                skipped: ffmpeg is not installed');
  const text = result.stderr.toString();
  const number = (pattern: RegExp): number => Number(pattern.exec(text)?.[1] ?? NaN);
  const cpuS = number(/utime=([\d.]+)s/) + number(/stime=([\d.]+)s/);
  print(`ffmpeg lut3d (${pixelFormat})`, cpuS, number(/maxrss=(\d+)/) / 1024);
}

try {
  writeInput();
  console.log(
    `${width} × ${height} pixels of 16 bits, uncompressed; one thread; largest memory of the process`,
  );
  await measureOwn('lut');
  await measureOwn('stack');
  measureFfmpeg('gbrp16le');
  measureFfmpeg('gbrpf32le');
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
