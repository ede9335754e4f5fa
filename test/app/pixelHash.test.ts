import { createHash } from 'node:crypto';
import { hashPixels, readPixelHash } from '../../src/app/pixelHash';
import { rgbImage } from '../../src/engine/image/rgbImage';
import { createFakeHost, documentSummary } from '../support/fakeHost';

const picture = (width: number, height: number, first = 0) => {
  const data = new Float32Array(3 * width * height).fill(0.5);
  data[0] = first;
  return rgbImage(width, height, 'srgb', data);
};

describe('the hash of a picture’s pixels', () => {
  it('is MD5 over width, height and 8 bits a channel, as another program computes it', () => {
    const bytes = Buffer.from([2, 0, 0, 0, 1, 0, 0, 0, 255, 128, 128, 128, 128, 128]);
    const digest = createHash('md5').update(bytes).digest('hex');
    expect(hashPixels(picture(2, 1, 1.2))).toBe(`pixels-64-md5:${digest}`);
  });

  it('tells a turned picture, and one of another pixel, apart', () => {
    const hashes = [picture(2, 1), picture(1, 2), picture(2, 1, 0.01)].map(hashPixels);
    expect(new Set(hashes).size).toBe(3);
  });

  it('is of the whole picture in its own profile, without a look that was applied to it', async () => {
    const host = createFakeHost([documentSummary({ id: 7, name: 'a.tif' })]);
    const readPicture = jest.spyOn(host, 'readPicture');
    await readPixelHash(host, { documentId: 7, layerId: null });
    expect(readPicture).toHaveBeenCalledWith(
      { documentId: 7, layerId: null },
      { longEdgePx: 64, profileOfDocumentId: 7, withoutReplaced: 'look' },
    );
  });
});
