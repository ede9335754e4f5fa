/** Inversion, grain and halation of a match in words. */
import { grainSizeUm } from '../engine/grain/grainSize';
import type { TextureEstimate } from '../engine/estimateTexture';
import type { RgbImage } from '../engine/image/rgbImage';
import type { Look } from '../engine/look';
import { readCurve } from '../engine/render/renderLook';
import type { ReportPicture, ReportTexture } from '../formats/report/reportContent';
import type { Matched } from './matchReport';
import { TEXTURE_TEXTS } from './texts';

/** Long edge of a 35 mm frame. */
const FRAME_35_MM = 36;

export function describeTexture({ texture, look, inversion }: Matched): string {
  if (!texture) return '';
  const inverted = inversion ? `${TEXTURE_TEXTS.inverted[inversion.kind]}\n` : '';
  return `\n${inverted}${grainWords(texture, look)}\n${halationWords(texture, look)}\n`;
}

export function reportTexture(
  texture: TextureEstimate,
  look: Look,
  toPicture: (image: RgbImage) => ReportPicture,
): ReportTexture {
  const sample = texture.grainSample;
  return {
    grainWords: grainWords(texture, look),
    grain: sample && { film: toPicture(sample.film), ours: toPicture(sample.ours) },
    halationWords: halationWords(texture, look),
    halation: texture.halationProfile,
  };
}

function grainWords({ grain }: TextureEstimate, { grain: model }: Look): string {
  if (!grain) return TEXTURE_TEXTS.grainOff;
  if (!model) return TEXTURE_TEXTS.refusals[grain.refusal ?? 'grain.too-weak'];
  const levels = (['red', 'green', 'blue'] as const).map((channel) =>
    (255 * readCurve(model.strength[channel], 0.5)).toFixed(1),
  );
  const size = `${model.sizePx.toFixed(1)} px of a picture of ${Math.round(model.analysedLongEdgePx)} px (${grainSizeUm(model, FRAME_35_MM).toFixed(0)} µm on a 35 mm frame)`;
  const scanner =
    grain.scannerNoise > 0 ? ` ${TEXTURE_TEXTS.scannerNoise((255 * grain.scannerNoise).toFixed(1))}` : '';
  return `${TEXTURE_TEXTS.grain(levels.join(', '), size)}${scanner}`;
}

function halationWords({ halation }: TextureEstimate, { halation: model }: Look): string {
  if (!halation) return TEXTURE_TEXTS.halationOff;
  if (!model) return TEXTURE_TEXTS.refusals[halation.refusal ?? 'halation.none-seen'];
  return TEXTURE_TEXTS.halation((100 * model.strength).toFixed(1), (100 * model.radius).toFixed(2));
}
