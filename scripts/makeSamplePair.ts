/**
 * Makes sample/film.jpg, sample/digital.jpg and sample/truth.json: renders the scene in linear light and photographs it twice.
 * `npm run sample`; with `-- --scene FILE` the rendered light is kept in FILE, and read from there when it exists, so that the
 * photographs can be tuned without rendering again.
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import jpeg from 'jpeg-js';
import type { LinearPicture } from './sample/picture/resample';
import { composeDenoised } from './sample/render/denoise';
import { PathTracer } from './sample/render/pathTracer';
import { photographPair, SAMPLE_SEED, sampleSizes } from './sample/samplePair';
import { createScene, mainViewpoint } from './sample/scene';

const SAMPLES_PER_PIXEL = 4;
const JPEG_QUALITY = 93;
/** Larger files would weigh on every clone. */
const JPEG_LIMIT_BYTES = 700 * 1024;

const directory = fileURLToPath(new URL('../sample', import.meta.url));
const sizes = sampleSizes();
const master = readOrRender(
  process.argv.includes('--scene') ? process.argv[process.argv.indexOf('--scene') + 1] : null,
);
const pair = photographPair(master, sizes);
fs.mkdirSync(directory, { recursive: true });
writeJpeg('film.jpg', pair.film, sizes.film);
writeJpeg('digital.jpg', pair.digital, sizes.digital);
fs.writeFileSync(path.join(directory, 'truth.json'), `${JSON.stringify(pair.truth, null, 2)}\n`);

function readOrRender(kept: string | null): LinearPicture {
  const { width, height } = sizes.master;
  if (kept !== null && fs.existsSync(kept)) {
    const bytes = fs.readFileSync(kept);
    return {
      width,
      height,
      data: new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)),
    };
  }
  const tracer = new PathTracer(createScene(), SAMPLE_SEED);
  const layers = tracer.render(mainViewpoint(width, height), SAMPLES_PER_PIXEL, (share) =>
    process.stderr.write(`\rrendering ${Math.round(100 * share)} %`),
  );
  process.stderr.write('\rrendered    \n');
  const data = composeDenoised(layers, SAMPLES_PER_PIXEL);
  if (kept !== null) fs.writeFileSync(kept, new Uint8Array(data.buffer));
  return { width, height, data };
}

/** Writes at the highest quality up to the usual one that keeps the file within the limit. */
function writeJpeg(
  name: string,
  rgb: Uint8Array,
  { width, height }: { width: number; height: number },
): void {
  const rgba = new Uint8Array(4 * width * height).fill(255);
  for (let p = 0; p < width * height; p++) rgba.set(rgb.subarray(3 * p, 3 * p + 3), 4 * p);
  for (let quality = JPEG_QUALITY; ; quality--) {
    const { data } = jpeg.encode({ width, height, data: rgba }, quality);
    if (data.length > JPEG_LIMIT_BYTES && quality > 1) continue;
    fs.writeFileSync(path.join(directory, name), data);
    process.stdout.write(
      `${name} ${width}×${height}, quality ${quality}, ${Math.round(data.length / 1024)} KB\n`,
    );
    return;
  }
}
