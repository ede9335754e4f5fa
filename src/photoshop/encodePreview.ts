/** Pictures for <img>: UXP draws no pixels on a canvas, but shows JPEG that Photoshop has encoded. */
import { imaging } from 'photoshop';
import type { RgbImage } from '../engine/image/rgbImage';
import { PROFILE_NAMES } from './profileNames';
import { runModal } from './runModal';

/** @returns a data URL; values outside [0, 1] are clipped. */
export function encodePreview(image: RgbImage): Promise<string> {
  const codes = new Uint8Array(image.data.length);
  for (let i = 0; i < codes.length; i++) {
    const value = image.data[i];
    codes[i] = value > 0 ? (value < 1 ? Math.round(value * 255) : 255) : 0;
  }
  return runModal('Filmfit: preview', async () => {
    const imageData = await imaging.createImageDataFromBuffer(codes, {
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
