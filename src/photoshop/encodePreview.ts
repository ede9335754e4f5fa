/** Pictures for <img>: UXP draws no pixels on a canvas, but shows JPEG that Photoshop has encoded. */
import { imaging } from 'photoshop';
import type { RgbImage } from '../engine/image/rgbImage';
import { PROFILE_NAMES } from './profileNames';
import { runModal } from './runModal';

/** @returns a data URL; values outside [0, 1] are clipped. */
export function encodePreview(image: RgbImage): Promise<string> {
  // Clips, rounds, and takes no number for 0, four times as fast as a comparison each.
  const codes = new Uint8ClampedArray(image.data.length);
  for (let i = 0; i < codes.length; i++) codes[i] = 255 * image.data[i];
  return runModal('Filmfit: preview', async () => {
    const imageData = await imaging.createImageDataFromBuffer(new Uint8Array(codes.buffer), {
      width: image.width,
      height: image.height,
      components: 3,
      colorSpace: 'RGB',
      colorProfile: PROFILE_NAMES[image.space],
    });
    try {
      const encoded = await imaging.encodeImageData({ imageData, base64: true });
      if (typeof encoded !== 'string')
        throw new TypeError('Photoshop answered with bytes instead of base64.');
      return `data:image/jpeg;base64,${encoded}`;
    } finally {
      imageData.dispose();
    }
  });
}
