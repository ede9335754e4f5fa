/** What a proof is, and what all of them are made with: one style, its exports, a picture of patches. */
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { deflateSync } from 'node:zlib';
import { neutralLook, type Look } from '../../src/engine/look';
import type { ExportId } from '../../src/formats/export/exporter';
import { EXPORTERS } from '../../src/formats/export/exporters';
import { parseStyle } from '../../src/formats/style/parseStyle';
import type { Style } from '../../src/formats/style/style';
import { buildDescriptor } from '../../src/photoshop/descriptors/descriptorOf';
import { classicStack } from '../../test/support/classicStack';
import { lookOnPatches, makePatches, readPixels, type Patches } from './patches';

export interface Proof {
  readonly format: ExportId;
  readonly program: string;
  /** What is measured, where it is not the largest difference of a channel, of full scale. */
  readonly measure?: string;
  /** The result has to be below this. */
  readonly bar: number;
  /** Takes many seconds: for the benchmark, not for the tests. */
  readonly slow?: boolean;
  /** @returns what was measured. @throws Error when the program refuses the file */
  readonly run: (folder: string) => number;
}

/**
 * Mixed channels and bent curves, without kinks between the nodes of a LUT: what is measured is the format and its
 * reader, not how many nodes a look needs.
 */
const SMOOTH_LOOK: Look = {
  ...neutralLook('srgb', 'Warm 400'),
  matrix: [0.85, 0.15, 0, 0.05, 0.9, 0.05, 0, 0.1, 0.9],
  tone: Array.from({ length: 65 }, (_, i) => 0.05 + 0.75 * (i / 64) + 0.15 * (i / 64) ** 2),
  channels: { ...neutralLook('srgb').channels, blue: [0.08, 0.92] },
};
/** A style in sRGB to measure what the nodes cost as well: FILMFIT_STYLE=look/style.json npm run bench:exports */
const given = process.env.FILMFIT_STYLE;
export const PROOF_STYLE: Style = given
  ? parseStyle(fs.readFileSync(given, 'utf8'), given)
  : { look: SMOOTH_LOOK, stack: classicStack() };
export const LOOK = PROOF_STYLE.look;

/** The bar of the project: a thousandth of full scale. */
export const THOUSANDTH = 0.001;
export const PATCHES = makePatches(21);

/** Writes the export into the folder and gives its path. */
export function write(folder: string, id: ExportId, name: string, size?: number): string {
  const exporter = EXPORTERS.find((candidate) => candidate.id === id);
  if (!exporter) throw new RangeError(`There is no export “${id}”.`);
  const { content, companion } = exporter.export(PROOF_STYLE, {
    ...(size !== undefined && { size }),
    baseName: path.parse(name).name,
    pathOf: (beside) => path.join(folder, beside),
    deflate: deflateSync,
    describe: buildDescriptor,
  });
  if (companion) fs.writeFileSync(path.join(folder, companion.name), companion.content);
  fs.writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
}

export function writePatches(folder: string, type: 'png' | 'tiff', patches: Patches = PATCHES): string {
  const file = path.join(folder, `patches.${type === 'tiff' ? 'tif' : 'png'}`);
  fs.writeFileSync(file, patches.picture(type));
  return file;
}

export const expectedOfLook = (): Float32Array => lookOnPatches(PATCHES, LOOK);

/** Of a picture of 16-bit values without a head. */
export function errorOfRaw(raw: Buffer): number {
  const pixels = new Uint16Array(Uint8Array.from(raw).buffer);
  return PATCHES.largestError(pixels, expectedOfLook(), 65535);
}

export function errorOfFile(file: string, expected = expectedOfLook()): number {
  const { pixels, fullScale } = readPixels(fs.readFileSync(file));
  return PATCHES.largestError(pixels, expected, fullScale);
}
