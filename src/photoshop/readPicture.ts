/** A document as it is seen, or one of its layers, scaled down by Photoshop and in the profile of another document. */
import type { GetPixelsOptions, HostBounds } from 'photoshop';
import { rgbImage, type RgbImage } from '../engine/image/rgbImage';
import { UserError } from '../engine/userError';
import { allLayers, findDocument, findSupportedDocument } from './documents';
import type { PictureSource, ReadOptions } from './photoshopHost';
import { hideReplaced } from './hideReplaced';
import { knownProfile } from './profileNames';
import { readPixels, toUnit } from './readPixels';
import { runModal } from './runModal';
import { selectedArea } from './selectedArea';

/**
 * @throws UserError when the document or layer is gone, empty, or of a mode that cannot be read, and `no-selection`
 * when only the selection was asked for and nothing is selected. Transparent parts
 * are white; transparent borders are cut off by Photoshop.
 */
export function readPicture(source: PictureSource, options: ReadOptions): Promise<RgbImage> {
  return runModal('Filmfit: read picture', async (context) => {
    const document = findSupportedDocument(source.documentId);
    const { withoutReplaced } = options;
    const hidden = withoutReplaced ? await hideReplaced(context, document.id, withoutReplaced) : null;
    const profile = knownProfile(findDocument(options.profileOfDocumentId).colorProfileName);
    const area =
      options.area ?? (options.selectionOnly ? await selectedArea(document.id, document.name) : null);
    const { width, height } = area ? sizeOf(area) : sourceSize(source, document);
    const pixels = await readPixels({
      documentID: document.id,
      ...(source.layerId === null ? {} : { layerID: source.layerId }),
      ...(area ? { sourceBounds: area } : {}),
      ...targetSize(width, height, options.longEdgePx),
      ...(profile.profileName === '' ? {} : { colorProfile: profile.profileName }),
      // Scaling and conversion happen in Photoshop: their results deserve more than 8 bits.
      componentSize: 16,
    });
    await hidden?.putBack();
    return rgbImage(pixels.width, pixels.height, profile.space, toUnit(pixels));
  });
}

function sourceSize(
  { layerId }: PictureSource,
  document: ReturnType<typeof findDocument>,
): { width: number; height: number } {
  if (layerId === null) return document;
  const layer = allLayers(document.layers).find(({ id }) => id === layerId);
  if (!layer) throw new UserError('layer-gone');
  const { width, height } = sizeOf(layer.boundsNoEffects);
  if (width <= 0 || height <= 0) throw new UserError('empty-layer', { name: layer.name });
  return { width, height };
}

const sizeOf = ({ left, top, right, bottom }: HostBounds) => ({ width: right - left, height: bottom - top });

/** Photoshop only scales down; one side is enough, it finds the other. */
function targetSize(width: number, height: number, longEdgePx: number): Pick<GetPixelsOptions, 'targetSize'> {
  if (Math.max(width, height) <= longEdgePx) return {};
  return { targetSize: width >= height ? { width: longEdgePx } : { height: longEdgePx } };
}
