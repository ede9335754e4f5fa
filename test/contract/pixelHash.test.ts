/** By what the panel knows a picture again, through the adapter that ships. */
import { readPixelHash } from '../../src/app/pixelHash';
import { createPhotoshopHost } from '../../src/photoshop/createPhotoshopHost';
import { classicStack } from '../support/classicStack';
import { installSimulator } from '../support/hostModules/installedSimulator';
import { testPicture16, testPicture8 } from '../support/testPicture';

const WIDTH = 300;
const HEIGHT = 200;

describe('the hash of a document’s pixels', () => {
  const simulator = installSimulator();
  const open = (name: string, pixels: Uint8Array | Uint16Array, profileName = 'sRGB IEC61966-2.1') =>
    simulator.openDocument({
      name,
      width: WIDTH,
      height: HEIGHT,
      bitsPerChannel: pixels instanceof Uint16Array ? 16 : 8,
      profileName,
      pixels,
    });
  const hashOf = (documentId: number) => readPixelHash(createPhotoshopHost(), { documentId, layerId: null });

  it('is the same for a file that was renamed, in any profile that it has', async () => {
    const pixels = testPicture16(WIDTH, HEIGHT);
    const [first, second] = ['scan 1.tif', 'portra night.tif'].map((name) =>
      open(name, pixels, 'ProPhoto RGB'),
    );
    const hash = await hashOf(first);
    expect(hash).toMatch(/^pixels-64-md5:[0-9a-f]{32}$/);
    expect(await hashOf(second)).toBe(hash);
  });

  it('is another one for another picture', async () => {
    const pixels = testPicture8(WIDTH, HEIGHT);
    const hash = await hashOf(open('a.tif', pixels));
    expect(await hashOf(open('a.tif', testPicture8(WIDTH, HEIGHT).reverse()))).not.toBe(hash);
  });

  it('stays when a look is applied to it', async () => {
    const documentId = open('a.tif', testPicture8(WIDTH, HEIGHT));
    const hash = await hashOf(documentId);
    await createPhotoshopHost().applyStack({
      documentId,
      stack: classicStack(),
      styleText: '{}',
      existing: 'replace',
      maskFromSelection: false,
    });
    expect(await hashOf(documentId)).toBe(hash);
  });
});
