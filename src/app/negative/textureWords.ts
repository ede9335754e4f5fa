/** What was measured of grain and halation in words, for the panel, the command line and the report. */
import type { TextureEstimate } from '../../engine/estimateTexture';
import { FILM_FORMATS, type FilmFormat } from '../../engine/grain/filmFormats';
import { grainSizeUm } from '../../engine/grain/grainSize';
import type { GrainModel, Look } from '../../engine/look';
import { readCurve } from '../../engine/render/renderLook';
import { formatNumber } from '../formatNumber';
import { TEXTS } from '../texts';

export interface TextureWords {
  readonly grain: string;
  readonly halation: string;
}

const texts = TEXTS.texture;

/** @param texture how it was measured; null for a look from a file, which tells what was found but not why not */
export function textureWords(
  { grain, halation }: Pick<Look, 'grain' | 'halation'>,
  texture: TextureEstimate | null,
  format: FilmFormat,
): TextureWords {
  return {
    grain: grain ? grainWords(grain, texture?.grain?.scannerNoise ?? 0, format) : grainRefusal(texture),
    halation: halation
      ? texts.halationIs(formatNumber(100 * halation.strength, 1), formatNumber(100 * halation.radius, 2))
      : halationRefusal(texture),
  };
}

function grainWords(model: GrainModel, scannerNoise: number, format: FilmFormat): string {
  const levels = (['red', 'green', 'blue'] as const).map((channel) =>
    formatNumber(255 * readCurve(model.strength[channel], 0.5), 1),
  );
  const words = texts.grainIs(levels.join(', '), grainSizeWords(model, format));
  // Less than a quarter of a level is the fit's, not the scanner's.
  return scannerNoise > 0.25 / 255
    ? `${words} ${texts.scannerNoise(formatNumber(255 * scannerNoise, 1))}`
    : words;
}

function grainSizeWords(model: GrainModel, format: FilmFormat): string {
  const inPixels = texts.sizePx(formatNumber(model.sizePx, 1), `${Math.round(model.analysedLongEdgePx)}`);
  if (format === 'unknown') return inPixels;
  const um = formatNumber(grainSizeUm(model, FILM_FORMATS[format]));
  return `${texts.sizeUm(um, texts.formats[format])}, ${inPixels}`;
}

function grainRefusal(texture: TextureEstimate | null): string {
  if (texture === null) return texts.noGrain;
  return texture.grain === null ? texts.grainOff : texts.refusals[texture.grain.refusal ?? 'grain.too-weak'];
}

function halationRefusal(texture: TextureEstimate | null): string {
  if (texture === null) return texts.noHalation;
  return texture.halation === null
    ? texts.halationOff
    : texts.refusals[texture.halation.refusal ?? 'halation.none-seen'];
}
