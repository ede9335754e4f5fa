/**
 * What grain and halation need to know of a document before they can be laid over it: which tone is where under the look,
 * and how much light the glow adds. Both change slowly, so a small picture of the document says it.
 */
import { renderHalationTask } from '../halation/renderHalation';
import { rgbImage, type RgbImage } from '../image/rgbImage';
import type { Look } from '../look';
import { renderLookTask } from '../render/renderLook';
import { within, type Task } from '../task';

export interface TextureAmounts {
  /** Factors on what was measured; 0 leaves it out. */
  readonly grain: number;
  readonly halation: number;
}

export interface TextureSurvey {
  /** The document under the look; null where no grain is wanted or the look has none. */
  readonly tones: RgbImage | null;
  /** What halation adds to the document's values, at least 0; null likewise. */
  readonly glow: RgbImage | null;
}

export interface SurveyInput {
  /** The document without Filmfit's layers, small. */
  readonly picture: RgbImage;
  readonly look: Look;
  readonly amounts: TextureAmounts;
}

export function* surveyTexture({ picture, look, amounts }: SurveyInput): Task<TextureSurvey> {
  const wantsGlow = look.halation !== null && amounts.halation > 0;
  const glowing =
    look.halation && wantsGlow
      ? yield* within(renderHalationTask(picture, look.halation, amounts.halation), 0, 0.5)
      : picture;
  const wantsTones = look.grain !== null && amounts.grain > 0;
  const tones = wantsTones ? yield* within(renderLookTask(glowing, look), 0.5, 1) : null;
  return { tones, glow: wantsGlow ? addedLight(picture, glowing) : null };
}

function addedLight(before: RgbImage, after: RgbImage): RgbImage {
  const added = rgbImage(before.width, before.height, before.space);
  for (let i = 0; i < added.data.length; i++) added.data[i] = Math.max(0, after.data[i] - before.data[i]);
  return added;
}
