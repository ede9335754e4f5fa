/** Grain and halation of a look as pixel layers of one document, as the layer options ask for them. */
import { seedOfName } from '../engine/grain/grainNoise';
import { enlargeRows } from '../engine/image/enlargeRows';
import type { Look } from '../engine/look';
import { grainRows } from '../engine/texture/grainRows';
import { resizeTexture } from '../engine/texture/resizeTexture';
import type { TextureLayer } from '../photoshop/photoshopHost';
import type { SessionContext } from './context';
import type { LayerOptions } from './look/layerOptions';
import { TEXTS } from './texts';

/** Tones and glow change slowly: a picture of this size says where they are. */
const SURVEY_LONG_EDGE_PX = 1024;

/**
 * @param replacesLook whether an earlier look in the document will be gone
 * @returns from the bottom to the top; empty when nothing is asked for, or the look has neither
 */
export async function textureLayers(
  { host, compute, store }: SessionContext,
  documentId: number,
  measured: Look,
  options: LayerOptions,
  replacesLook = true,
): Promise<TextureLayer[]> {
  const look = resizeTexture(measured, {
    grain: options.grainSize / 100,
    halation: options.halationRadius / 100,
  });
  const amounts = { grain: options.grain / 100, halation: options.halation / 100 };
  const document = store.get().documents.find(({ id }) => id === documentId);
  const isWanted = (look.grain && amounts.grain > 0) || (look.halation && amounts.halation > 0);
  if (!document || !isWanted) return [];
  const picture = await host.readPicture(
    { documentId, layerId: null },
    {
      longEdgePx: SURVEY_LONG_EDGE_PX,
      profileOfDocumentId: documentId,
      ...(replacesLook && { withoutReplaced: 'look' }),
    },
  );
  const { output } = await compute.run('surveyTexture', { picture, look, amounts });
  const { widthPx, heightPx } = document;
  const layers: TextureLayer[] = [];
  if (output.glow) {
    const rows = enlargeRows(output.glow, widthPx, heightPx);
    const shape = { place: 'bottom', blendMode: 'linearDodge', opacity: 100 } as const;
    layers.push({ name: TEXTS.texture.halation, ...shape, widthPx, heightPx, rows });
  }
  if (output.tones && look.grain) {
    const seed = seedOfName(look.name);
    const shape = { width: widthPx, height: heightPx, seed, amount: amounts.grain };
    const { opacity, rows } = grainRows(output.tones, look.grain, shape);
    const place = { place: 'top', blendMode: 'linearLight' } as const;
    layers.push({ name: TEXTS.texture.grain, ...place, opacity, seed, widthPx, heightPx, rows });
  }
  return layers;
}
