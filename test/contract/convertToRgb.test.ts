/** The way out for documents that Filmfit refuses. */
import { createPhotoshopHost } from '../../src/photoshop/createPhotoshopHost';
import { classicStack } from '../support/classicStack';
import { installSimulator } from '../support/hostModules/installedSimulator';
import { testPicture8 } from '../support/testPicture';

const PICTURE = { name: 'odd.psd', width: 6, height: 4, pixels: testPicture8(6, 4) };
const apply = (documentId: number) =>
  createPhotoshopHost().applyStack({
    documentId,
    stack: classicStack(),
    styleText: '{}',
    existing: 'replace',
    maskFromSelection: false,
  });

describe('converting to RGB', () => {
  it.each([
    ['CMYKColorMode', 8],
    ['labColorMode', 8],
    ['grayscaleMode', 8],
    ['indexedColorMode', 8],
    ['RGBColorMode', 32],
    ['grayscaleMode', 32],
  ] as const)(
    'makes a document of %s and %i bits one that the layers can go into',
    async (mode, bitsPerChannel) => {
      const simulator = installSimulator();
      const id = simulator.openDocument({ ...PICTURE, mode, bitsPerChannel });
      await expect(apply(id)).rejects.toMatchObject({
        code: expect.stringMatching(/^(mode-not-rgb|depth-32)$/),
      });
      await createPhotoshopHost().convertToRgb(id);
      expect(simulator.historyOf(id).names).toEqual(['Open', 'Filmfit: convert to RGB']);
      const [document] = await createPhotoshopHost().documents();
      expect(document).toMatchObject({ unsupported: null, bitsPerChannel: bitsPerChannel === 8 ? 8 : 16 });
      await expect(apply(id)).resolves.toMatchObject({ verification: { verdict: 'verified' } });
    },
  );

  it('is one undo step', async () => {
    const simulator = installSimulator();
    const id = simulator.openDocument({ ...PICTURE, mode: 'CMYKColorMode' });
    const before = simulator.snapshot();
    await createPhotoshopHost().convertToRgb(id);
    simulator.undo(id);
    expect(simulator.snapshot()).toEqual(before);
  });

  it('does nothing to a document that is fit already', async () => {
    const simulator = installSimulator();
    const id = simulator.openDocument(PICTURE);
    await createPhotoshopHost().convertToRgb(id);
    expect(simulator.modalScopes).toEqual([]);
    expect(simulator.historyOf(id).names).toEqual(['Open']);
  });

  it('leaves the document as it was when Photoshop refuses, or says yes and does nothing', async () => {
    const simulator = installSimulator();
    const id = simulator.openDocument({ ...PICTURE, mode: 'grayscaleMode', bitsPerChannel: 32 });
    const before = simulator.snapshot();
    let commands = 0;
    simulator.refuseCommands(() => (++commands === 2 ? 'not now' : null));
    await expect(createPhotoshopHost().convertToRgb(id)).rejects.toMatchObject({ code: 'host-refused' });
    expect(simulator.snapshot()).toEqual(before);
    simulator.refuseCommands(null);
    simulator.alterCommands((command) =>
      command._obj === 'convertMode' ? { ...command, to: undefined, depth: 16 } : command,
    );
    await expect(createPhotoshopHost().convertToRgb(id)).rejects.toMatchObject({
      code: 'convert-failed',
      values: { name: 'odd.psd' },
    });
    expect(simulator.snapshot()).toEqual(before);
  });

  it('says that the document has been closed', async () => {
    const simulator = installSimulator();
    const id = simulator.openDocument({ ...PICTURE, mode: 'grayscaleMode' });
    simulator.closeDocument(id);
    await expect(createPhotoshopHost().convertToRgb(id)).rejects.toMatchObject({ code: 'document-closed' });
  });
});
