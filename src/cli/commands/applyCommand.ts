import { RGB_SPACES } from '../../engine/color/rgbSpaces';
import { seedOfName } from '../../engine/grain/grainNoise';
import { encodeImage } from '../../formats/image/encodeImage';
import { applyToRaster } from '../applyToRaster';
import type { ApplyMode } from '../applyToRaster';
import type { Command } from '../context';
import { checkWritableFile, writeFileSafely } from '../files';
import { nodeDeflate } from '../nodeDeflate';
import { outputType } from '../outputType';
import { printJson, printWarnings } from '../print';
import { createProgress } from '../progress';
import { readOptions, required } from '../readOptions';
import { readPicture } from '../readPicture';
import { readStyle } from '../readStyle';
import { addGrain, addHalation } from '../textureOnRaster';
import { UsageError } from '../usageError';
import { warning } from '../warning';
import type { Warning } from '../warning';

export const applyCommand: Command = {
  name: 'apply',
  summary: 'apply a style to a picture',
  help: `Usage: filmfit apply STYLE IMAGE --out FILE [--as stack|lut] [--strength 0..1]
                     [--grain 0..2] [--halation 0..2] [--json]

Keeps the picture’s bit depth, ICC profile, EXIF (with its orientation), XMP and resolution.

  STYLE           a style.json that a match has written
  IMAGE           TIFF or PNG with 8 or 16 bits, or JPEG
  --out FILE      the result: .tif, .png or .jpg
  --as lut        the look itself, as in look.cube (this is the default)
  --as stack      what the Photoshop layers make of the picture
  --strength S    0 leaves the picture as it is, 1 is the whole style (default 1)
  --grain G       the film’s grain on top, G times as strong as measured (default 0)
  --halation H    the film’s glow around highlights, H times as strong as measured (default 0)
  --json          print one JSON object about what was written
`,

  async run(args, context) {
    const options = {
      out: 'text',
      as: 'text',
      strength: 'text',
      grain: 'text',
      halation: 'text',
      json: 'flag',
    } as const;
    const { values, positionals } = readOptions(args, options, ['STYLE', 'IMAGE']);
    const [styleFile, imageFile] = positionals;
    const out = required(values.out, 'out');
    const mode = readMode(values.as);
    const strength = readStrength(values.strength);
    const grain = readAmount(values.grain, 'grain');
    const halation = readAmount(values.halation, 'halation');
    const type = outputType(out);
    await checkWritableFile(out);
    const progress = createProgress(context);
    const started = performance.now();
    try {
      progress.show({ stage: 'read', fraction: 0 });
      const style = await readStyle(styleFile);
      const picture = await readPicture(imageFile);
      const { raster, space } = picture;
      const seed = seedOfName(style.look.name);
      const glowing = halation > 0 ? addHalation(raster, space, style.look, halation) : raster;
      const colored = await applyToRaster(glowing, style, {
        mode,
        strength,
        space,
        signal: context.signal,
        onProgress: (fraction) => progress.show({ stage: 'render', fraction: 0.9 * fraction }),
      });
      const result = grain > 0 ? addGrain(colored, space, style.look, grain, seed) : colored;
      const bytes = encodeImage(result, type, { deflate: nodeDeflate });
      context.signal.throwIfAborted();
      await writeFileSafely(out, bytes);
      progress.end();
      const warnings: Warning[] = picture.warnings.filter(({ code }) => code !== 'profile-gray');
      const spaces = { imageSpace: RGB_SPACES[space].label, lookSpace: RGB_SPACES[style.look.space].label };
      if (space !== style.look.space)
        warnings.push(warning('apply-converted', { file: imageFile, ...spaces }));
      if (raster.channels < 3) warnings.push(warning('apply-gray', { file: imageFile, ...spaces }));
      if (type === 'jpeg' && raster.bitDepth === 16) warnings.push(warning('depth-reduced', { file: out }));
      if (type === 'jpeg' && result.channels === 4) warnings.push(warning('alpha-dropped', { file: out }));
      printWarnings(warnings, context);
      if (values.json) {
        const { width, height } = result;
        const bitDepth = type === 'jpeg' ? 8 : result.bitDepth;
        const timingMs = { total: Math.round(performance.now() - started) };
        printJson(
          {
            file: out,
            as: mode,
            strength,
            grain,
            halation,
            ...(grain > 0 && { seed }),
            width,
            height,
            bitDepth,
            space,
            timingMs,
            warnings,
          },
          context,
        );
        return;
      }
      context.stdout(`Wrote ${out}.\n`);
    } finally {
      progress.end();
    }
  },
};

function readMode(text: string | undefined): ApplyMode {
  if (text === undefined || text === 'lut') return 'lut';
  if (text === 'stack') return 'stack';
  throw new UsageError(`--as is stack or lut, not “${text}”.`);
}

/** @throws UserError when the style has no such thing, later; UsageError for what is no number */
function readAmount(text: string | undefined, name: string): number {
  if (text === undefined) return 0;
  const amount = /^\d*\.?\d+$/.test(text) ? Number(text) : NaN;
  if (!(amount >= 0 && amount <= 2))
    throw new UsageError(`--${name} is a number from 0 to 2, not “${text}”.`);
  return amount;
}

function readStrength(text: string | undefined): number {
  if (text === undefined) return 1;
  const strength = /^\d*\.?\d+$/.test(text) ? Number(text) : NaN;
  if (!(strength >= 0 && strength <= 1))
    throw new UsageError(`--strength is a number from 0 to 1, not “${text}”.`);
  return strength;
}
