/** Pixels of the simulated Photoshop: ranges, bounds, sizes, and what is refused. */
import { createSimulator } from '../../src/simulator/createSimulator';
import { inModal } from '../support/modal';
import { testPicture16, testPicture8 } from '../support/testPicture';

const open8 = (width: number, height: number, options = {}) => {
  const simulator = createSimulator(options);
  const id = simulator.openDocument({ name: 'a', width, height, pixels: testPicture8(width, height) });
  return { simulator, id, imaging: simulator.photoshop.imaging };
};

describe('getPixels', () => {
  it('gives 16-bit values from 0 to 32768, and to 65535 only when asked', async () => {
    const simulator = createSimulator();
    const pixels = Uint16Array.from([0, 32768, 65535]);
    const id = simulator.openDocument({ name: 'a', width: 1, height: 1, bitsPerChannel: 16, pixels });
    await inModal(simulator, async () => {
      const { imageData } = await simulator.photoshop.imaging.getPixels({ documentID: id });
      expect(imageData.componentSize).toBe(16);
      expect(Array.from(await imageData.getData())).toEqual([0, 16384, 32768]);
      expect(Array.from(await imageData.getData({ fullRange: true }))).toEqual([0, 32768, 65535]);
    });
  });

  it('has three components for opaque pictures and four for transparent ones', async () => {
    const { simulator, imaging } = open8(4, 4);
    const layered = simulator.openDocument({
      name: 'b',
      width: 2,
      height: 1,
      pixels: Uint8Array.from([9, 9, 9, 128, 9, 9, 9, 255]),
    });
    await inModal(simulator, async () => {
      expect(
        (await imaging.getPixels({ documentID: simulator.photoshop.app.documents[0].id })).imageData
          .components,
      ).toBe(3);
      expect((await imaging.getPixels({ documentID: layered })).imageData.components).toBe(4);
      const flat = await imaging.getPixels({ documentID: layered, applyAlpha: true });
      expect(Array.from(await flat.imageData.getData())).toEqual(
        [132, 132, 132, 9, 9, 9].map((v, i) => (i < 3 ? 132 : v)),
      );
    });
  });

  it('trims a layer to where it has pixels', async () => {
    const { simulator, id, imaging } = open8(10, 10);
    const pixels = new Uint8Array(4 * 16);
    pixels.set([1, 2, 3, 255], 4 * 5);
    const layerID = simulator.pasteLayer(id, { name: 'dot', left: 3, top: 4, width: 4, height: 4, pixels });
    await inModal(simulator, async () => {
      const { imageData, sourceBounds } = await imaging.getPixels({ documentID: id, layerID });
      expect(sourceBounds).toEqual({ left: 4, top: 5, right: 5, bottom: 6 });
      expect([imageData.width, imageData.height]).toEqual([1, 1]);
    });
  });

  it('serves smaller sizes from a pyramid, with bounds in the coordinates of its level', async () => {
    const { simulator, id, imaging } = open8(100, 61);
    await inModal(simulator, async () => {
      const { imageData, level, sourceBounds } = await imaging.getPixels({
        documentID: id,
        targetSize: { width: 20 },
      });
      expect([imageData.width, imageData.height, level]).toEqual([20, 12, 2]);
      expect(sourceBounds).toEqual({ left: 0, top: 0, right: 25, bottom: 15 });
    });
  });

  it('never makes a picture larger', async () => {
    const { simulator, id, imaging } = open8(10, 6);
    await inModal(simulator, async () => {
      const { imageData, level } = await imaging.getPixels({ documentID: id, targetSize: { width: 400 } });
      expect([imageData.width, imageData.height, level]).toEqual([10, 6, 0]);
    });
  });

  it('may miss the asked size by a pixel', async () => {
    const { simulator, id, imaging } = open8(100, 60, { targetSizeErrorPx: 1 });
    await inModal(simulator, async () => {
      const { imageData } = await imaging.getPixels({ documentID: id, targetSize: { width: 20 } });
      expect([imageData.width, imageData.height]).toEqual([21, 13]);
    });
  });

  it('keeps the mean of the picture when it scales down', async () => {
    const { simulator, id, imaging } = open8(64, 48);
    const mean = (values: ArrayLike<number>): number =>
      Array.from(values).reduce((sum, v) => sum + v, 0) / values.length;
    await inModal(simulator, async () => {
      const { imageData } = await imaging.getPixels({ documentID: id, targetSize: { width: 17 } });
      expect(Math.abs(mean(await imageData.getData()) - mean(testPicture8(64, 48)))).toBeLessThan(1);
    });
  });

  it('converts to another profile when asked', async () => {
    const { simulator, id, imaging } = open8(1, 1);
    const documentId = simulator.openDocument({
      name: 'red',
      width: 1,
      height: 1,
      pixels: Uint8Array.from([255, 0, 0]),
    });
    await inModal(simulator, async () => {
      const { imageData } = await imaging.getPixels({
        documentID: documentId,
        colorProfile: 'Adobe RGB (1998)',
      });
      // sRGB red in Adobe RGB (1998), as color engines give it.
      expect(Array.from(await imageData.getData())).toEqual([219, 0, 0]);
      expect((await imaging.getPixels({ documentID: id })).imageData.colorProfile).toBe('sRGB IEC61966-2.1');
    });
  });

  it('refuses documents that have no RGB, and layers without pixels', async () => {
    const simulator = createSimulator();
    const id = simulator.openDocument({
      name: 'a',
      width: 1,
      height: 1,
      mode: 'CMYKColorMode',
      pixels: new Uint8Array(3),
    });
    await inModal(simulator, async () => {
      await expect(simulator.photoshop.imaging.getPixels({ documentID: id })).rejects.toThrow('mode');
      await expect(simulator.photoshop.imaging.getPixels({ documentID: 999 })).rejects.toThrow('not open');
    });
  });
});

describe('image data', () => {
  it('is counted until it is disposed of, and gives nothing afterwards', async () => {
    const { simulator, id, imaging } = open8(3, 3);
    await inModal(simulator, async () => {
      const { imageData } = await imaging.getPixels({ documentID: id });
      expect(simulator.undisposedImageData).toBe(1);
      imageData.dispose();
      imageData.dispose();
      expect(simulator.undisposedImageData).toBe(0);
      await expect(imageData.getData()).rejects.toThrow('disposed');
    });
  });

  it.each([
    ['of the wrong length', new Uint8Array(11), {}],
    ['with two components', new Uint8Array(8), { components: 2 }],
    ['above 32768', Uint16Array.from({ length: 12 }, () => 40000), {}],
  ])('is not made from a buffer %s', async (_, buffer, overrides) => {
    const { simulator, imaging } = open8(1, 1);
    const options = { width: 2, height: 2, components: 3, colorSpace: 'RGB', ...overrides };
    await inModal(simulator, async () => {
      await expect(imaging.createImageDataFromBuffer(buffer, options)).rejects.toThrow('Invalid argument');
    });
  });

  it('of 16 bits goes into a document and comes back', async () => {
    const simulator = createSimulator();
    const pixels = testPicture16(5, 4);
    const id = simulator.openDocument({ name: 'a', width: 5, height: 4, bitsPerChannel: 16, pixels });
    const { imaging } = simulator.photoshop;
    const codes = Uint16Array.from({ length: 60 }, (_, i) => i * 546);
    await inModal(simulator, async () => {
      const imageData = await imaging.createImageDataFromBuffer(codes, {
        width: 5,
        height: 4,
        components: 3,
        colorSpace: 'RGB',
      });
      await imaging.putPixels({ documentID: id, layerID: simulator.layersOf(id)[0].id, imageData });
      const read = await imaging.getPixels({ documentID: id });
      expect(await read.imageData.getData()).toEqual(codes);
    });
  });
});
