/** Inversion, grain and halation of a match, in words and for the report. */
import { inversionRows, inversionTitle, scannerCurveWords } from '../app/negative/inversionWords';
import { textureWords } from '../app/negative/textureWords';
import type { TextureEstimate } from '../engine/estimateTexture';
import type { FilmFormat } from '../engine/grain/filmFormats';
import type { RgbImage } from '../engine/image/rgbImage';
import type { Look } from '../engine/look';
import type { Inversion } from '../engine/negative/inversion';
import type { ReportInversion, ReportPicture, ReportTexture } from '../formats/report/reportContent';
import type { Matched } from './matchReport';
import { TEXTURE_TEXTS } from './texts';

export function describeTexture({ texture, look, inversion }: Matched, format: FilmFormat): string {
  if (!texture) return '';
  const inverted = inversion ? `${TEXTURE_TEXTS.inverted[inversion.kind]}\n` : '';
  const words = textureWords(look, texture, format);
  return `\n${inverted}${words.grain}\n${words.halation}\n`;
}

export function reportTexture(
  texture: TextureEstimate,
  look: Look,
  format: FilmFormat,
  toPicture: (image: RgbImage) => ReportPicture,
): ReportTexture {
  const sample = texture.grainSample;
  const words = textureWords(look, texture, format);
  return {
    grainWords: words.grain,
    grain: sample && { film: toPicture(sample.film), ours: toPicture(sample.ours) },
    halationWords: words.halation,
    halation: texture.halationProfile,
  };
}

export function reportInversion(
  inversion: Inversion,
  scan: ReportPicture,
  positive: ReportPicture,
): ReportInversion {
  return {
    title: inversionTitle(inversion),
    rows: inversionRows(inversion),
    scannerCurve: scannerCurveWords(inversion),
    scan,
    positive,
  };
}
