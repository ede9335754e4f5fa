/**
 * A style with halation before it and grain after it. Both look at more than one pixel, so the picture is held whole; what
 * lies between them goes through files of their own beside the output.
 */
import fs from 'node:fs/promises';
import { seedOfName } from '../../engine/grain/grainNoise';
import { decodeImage } from '../../formats/image/decodeImage';
import { encodeImage } from '../../formats/image/encodeImage';
import type { Style } from '../../formats/style/style';
import { readFile, writeFileSafely } from '../files';
import { nodeDeflate } from '../nodeDeflate';
import { readPicture } from '../readPicture';
import { addGrain, addHalation } from '../textureOnRaster';
import { applyToFile, type AppliedFile, type ApplyFile, type Watch } from './applyToFile';
import { createStyleMapper } from './pixelMapper';

export interface TextureAmounts {
  /** Factors on what was measured; 0 leaves it out. */
  readonly grain: number;
  readonly halation: number;
}

/** @throws as `applyToFile`, and UserError `apply-no-grain` or `apply-no-halation` when the look has none */
export async function applyWithTexture(
  file: ApplyFile,
  style: Style,
  { grain, halation }: TextureAmounts,
  watch: Watch,
): Promise<AppliedFile> {
  const before = `${file.temporary}.before.tif`;
  const after = `${file.temporary}.after.tif`;
  try {
    if (halation > 0) {
      const { raster, space } = await readPicture(file.input);
      const glowing = addHalation(raster, space, style.look, halation);
      await writeFileSafely(before, encodeImage(glowing, 'tiff', { deflate: nodeDeflate }));
    }
    const input = halation > 0 ? before : file.input;
    const between: ApplyFile = { ...file, input, output: after, temporary: `${after}.part`, type: 'tiff' };
    const applied = await applyToFile(between, createStyleMapper(style), watch);
    const colored = decodeImage(await readFile(after), after);
    const seed = seedOfName(style.look.name);
    const result = grain > 0 ? addGrain(colored, applied.space, style.look, grain, seed) : colored;
    watch.signal.throwIfAborted();
    await writeFileSafely(file.output, encodeImage(result, file.type, { deflate: nodeDeflate }));
    return { ...applied, bitDepth: file.type === 'jpeg' ? 8 : applied.bitDepth };
  } finally {
    await fs.rm(before, { force: true });
    await fs.rm(after, { force: true });
  }
}
