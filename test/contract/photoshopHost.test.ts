/** The adapter's other promises: documents, pictures, previews, files, data, groups. */
import { rgbImage } from '../../src/engine/image/rgbImage';
import { createPhotoshopHost } from '../../src/photoshop/createPhotoshopHost';
import { classicStack } from '../support/classicStack';
import { installSimulator } from '../support/hostModules/installedSimulator';
import { testPicture16, testPicture8 } from '../support/testPicture';
import { CODE8 } from '../support/tolerances';

const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

describe('documents', () => {
  it('are none when none is open', async () => {
    installSimulator();
    await expect(createPhotoshopHost().documents()).resolves.toEqual([]);
  });

  it('tell what they are, and what cannot be used and why', async () => {
    const simulator = installSimulator();
    const base = { width: 4, height: 3 };
    simulator.openDocument({ ...base, name: 'plain.jpg', pixels: new Uint8Array(36) });
    simulator.openDocument({
      ...base,
      name: 'wide.tif',
      bitsPerChannel: 16,
      profileName: 'ProPhoto RGB',
      pixels: testPicture16(4, 3),
    });
    simulator.openDocument({ ...base, name: 'untagged.png', profileName: '', pixels: new Uint8Array(36) });
    simulator.openDocument({
      ...base,
      name: 'monitor.psd',
      profileName: 'My Monitor',
      pixels: new Uint8Array(36),
    });
    simulator.openDocument({ ...base, name: 'print.psd', mode: 'CMYKColorMode', pixels: new Uint8Array(36) });
    const hdr = simulator.openDocument({
      ...base,
      name: 'light.hdr',
      bitsPerChannel: 32,
      pixels: new Uint8Array(36),
    });
    const documents = await createPhotoshopHost().documents();
    expect(
      documents.map((d) => [d.name, d.bitsPerChannel, d.profileName, d.space, d.profileKnown, d.unsupported]),
    ).toEqual([
      ['plain.jpg', 8, 'sRGB IEC61966-2.1', 'srgb', true, null],
      ['wide.tif', 16, 'ProPhoto RGB', 'prophoto', true, null],
      ['untagged.png', 8, '', 'srgb', false, null],
      ['monitor.psd', 8, 'My Monitor', 'srgb', false, null],
      ['print.psd', 8, 'sRGB IEC61966-2.1', 'srgb', true, 'mode-not-rgb'],
      ['light.hdr', 32, 'sRGB IEC61966-2.1', 'srgb', true, 'depth-32'],
    ]);
    expect(documents.filter(({ active }) => active).map(({ id }) => id)).toEqual([hdr]);
    expect(documents[0]).toMatchObject({ widthPx: 4, heightPx: 3, layers: [{ name: 'Background' }] });
  });

  it('are watched until the listener stops; changes of our own are told too', async () => {
    const simulator = installSimulator();
    const host = createPhotoshopHost();
    let calls = 0;
    const stop = host.watchDocuments(() => calls++);
    const documentId = simulator.openDocument({ name: 'a', width: 4, height: 3, pixels: testPicture8(4, 3) });
    expect(calls).toBe(1);
    await host.applyStack({
      documentId,
      stack: classicStack(),
      styleText: '{}',
      existing: 'replace',
      maskFromSelection: false,
    });
    expect(calls).toBe(2);
    stop();
    simulator.closeDocument(documentId);
    expect(calls).toBe(2);
  });
});

describe('readPicture', () => {
  it('gives the pixels of a document in [0, 1]', async () => {
    const simulator = installSimulator();
    const pixels = testPicture8(20, 12);
    const documentId = simulator.openDocument({ name: 'a', width: 20, height: 12, pixels });
    const image = await createPhotoshopHost().readPicture(
      { documentId, layerId: null },
      { longEdgePx: 512, profileOfDocumentId: documentId },
    );
    expect(image).toMatchObject({ width: 20, height: 12, space: 'srgb' });
    const worst = Math.max(...Array.from(image.data, (value, i) => Math.abs(value - pixels[i] / 255)));
    expect(worst).toBeLessThan(CODE8 / 16);
    expect(simulator.undisposedImageData).toBe(0);
  });

  it('takes whatever size Photoshop returns', async () => {
    const simulator = installSimulator({ targetSizeErrorPx: 1 });
    const documentId = simulator.openDocument({
      name: 'a',
      width: 30,
      height: 50,
      pixels: testPicture8(30, 50),
    });
    const image = await createPhotoshopHost().readPicture(
      { documentId, layerId: null },
      { longEdgePx: 25, profileOfDocumentId: documentId },
    );
    expect([image.width, image.height, image.data.length]).toEqual([16, 26, 3 * 16 * 26]);
  });

  it('reads what lies in the selection alone, when that is asked for', async () => {
    const simulator = installSimulator();
    const pixels = testPicture8(20, 12);
    const documentId = simulator.openDocument({ name: 'a', width: 20, height: 12, pixels });
    simulator.selectArea(documentId, { left: 4, top: 2, right: 14, bottom: 8 });
    const image = await createPhotoshopHost().readPicture(
      { documentId, layerId: null },
      { longEdgePx: 512, profileOfDocumentId: documentId, selectionOnly: true },
    );
    expect([image.width, image.height]).toEqual([10, 6]);
    expect(Math.round(255 * image.data[0])).toBe(pixels[3 * (2 * 20 + 4)]);
  });

  it('reads a box that was selected earlier, whatever is selected now', async () => {
    const simulator = installSimulator();
    const pixels = testPicture8(20, 12);
    const documentId = simulator.openDocument({ name: 'a', width: 20, height: 12, pixels });
    simulator.selectArea(documentId, { left: 0, top: 0, right: 3, bottom: 3 });
    const area = { left: 4, top: 2, right: 14, bottom: 8 };
    const image = await createPhotoshopHost().readPicture(
      { documentId, layerId: null },
      { longEdgePx: 512, profileOfDocumentId: documentId, area },
    );
    expect([image.width, image.height]).toEqual([10, 6]);
    expect(Math.round(255 * image.data[0])).toBe(pixels[3 * (2 * 20 + 4)]);
  });

  it('reads film in the profile of the digital picture', async () => {
    const simulator = installSimulator();
    const film = simulator.openDocument({
      name: 'film',
      width: 1,
      height: 1,
      pixels: Uint8Array.from([255, 0, 0]),
    });
    const digital = simulator.openDocument({
      name: 'digital',
      width: 1,
      height: 1,
      profileName: 'Adobe RGB (1998)',
      pixels: new Uint8Array(3),
    });
    const image = await createPhotoshopHost().readPicture(
      { documentId: film, layerId: null },
      { longEdgePx: 100, profileOfDocumentId: digital },
    );
    expect(image.space).toBe('adobe-rgb');
    expect(Math.round(255 * image.data[0])).toBe(219);
  });

  it('reads one layer, on white where it is transparent', async () => {
    const simulator = installSimulator();
    const documentId = simulator.openDocument({ name: 'a', width: 6, height: 6, pixels: testPicture8(6, 6) });
    const pixels = Uint8Array.from([0, 0, 0, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255]);
    const layerId = simulator.pasteLayer(documentId, {
      name: 'film',
      left: 1,
      top: 1,
      width: 2,
      height: 2,
      pixels,
    });
    const image = await createPhotoshopHost().readPicture(
      { documentId, layerId },
      { longEdgePx: 100, profileOfDocumentId: documentId },
    );
    expect(Array.from(image.data.filter((_, i) => i % 3 === 0))).toEqual([0, 1, 1, 0]);
  });

  it('says what is missing', async () => {
    const simulator = installSimulator();
    const documentId = simulator.openDocument({ name: 'a', width: 2, height: 2, pixels: new Uint8Array(12) });
    const host = createPhotoshopHost();
    const options = { longEdgePx: 10, profileOfDocumentId: documentId };
    await expect(host.readPicture({ documentId, layerId: 999 }, options)).rejects.toMatchObject({
      code: 'layer-gone',
    });
    await expect(host.readPicture({ documentId: 999, layerId: null }, options)).rejects.toMatchObject({
      code: 'document-closed',
    });
  });

  it('waits for its turn: pictures asked for at once come one after the other', async () => {
    const simulator = installSimulator();
    const documentId = simulator.openDocument({ name: 'a', width: 4, height: 4, pixels: testPicture8(4, 4) });
    const host = createPhotoshopHost();
    const read = () =>
      host.readPicture({ documentId, layerId: null }, { longEdgePx: 4, profileOfDocumentId: documentId });
    await expect(Promise.all([read(), read(), read()])).resolves.toHaveLength(3);
  });
});

describe('encodePreview', () => {
  it('gives a JPEG data URL and leaves no memory behind', async () => {
    const simulator = installSimulator();
    const image = rgbImage(2, 1, 'prophoto', Float32Array.from([-1, 0.5, 2, 0, NaN, 1]));
    const url = await createPhotoshopHost().encodePreview(image);
    expect(url).toMatch(/^data:image\/jpeg;base64,\/9j\//);
    expect(simulator.undisposedImageData).toBe(0);
  });
});

describe('files', () => {
  const TYPE = { extension: 'cube', label: 'LUT' };

  it('are saved where the user says: texts as UTF-8, bytes as they are', async () => {
    const simulator = installSimulator();
    const host = createPhotoshopHost();
    simulator.files.queueSave('');
    simulator.files.queueSave('other.bin');
    await expect(host.saveFile('Größe.cube', TYPE, 'TITLE "Größe"')).resolves.toBe('Größe.cube');
    await expect(host.saveFile('x.bin', TYPE, Uint8Array.from([1, 2, 3]).subarray(1))).resolves.toBe(
      'other.bin',
    );
    expect(decode(simulator.files.saved.get('Größe.cube'))).toBe('TITLE "Größe"');
    expect(Array.from(simulator.files.saved.get('other.bin') ?? [])).toEqual([2, 3]);
  });

  it('give null when the user cancels', async () => {
    installSimulator();
    const host = createPhotoshopHost();
    await expect(host.saveFile('a.cube', TYPE, '')).resolves.toBeNull();
    await expect(host.openTextFile([TYPE])).resolves.toBeNull();
  });

  it('are opened as text', async () => {
    const simulator = installSimulator();
    simulator.files.queueOpen({ name: 'style.json', content: '{"name":"写真"}' });
    await expect(createPhotoshopHost().openTextFile([TYPE])).resolves.toEqual({
      name: 'style.json',
      text: '{"name":"写真"}',
    });
  });

  it('that cannot be written are told by name', async () => {
    installSimulator({
      pickers: {
        pickFileToOpen: async () => null,
        pickFilesToOpen: async () => null,
        pickFolder: async () => null,
        pickFileToSave: async (name) => ({
          name,
          write: () => {
            throw new Error('disk full');
          },
        }),
      },
    });
    await expect(createPhotoshopHost().saveFile('a.cube', TYPE, 'x')).rejects.toMatchObject({
      code: 'file-not-written',
      values: { name: 'a.cube' },
    });
  });
});

describe('the data folder', () => {
  it('keeps texts between sessions, and has null for what is not there', async () => {
    const simulator = installSimulator();
    const host = createPhotoshopHost();
    await expect(host.readData('settings.json')).resolves.toBeNull();
    await host.writeData('settings.json', '{"a":1}');
    await host.writeData('settings.json', '{"a":2}');
    await expect(host.readData('settings.json')).resolves.toBe('{"a":2}');
    const texts = Object.fromEntries([...simulator.dataFolder].map(([name, bytes]) => [name, decode(bytes)]));
    installSimulator({ dataFolder: texts });
    await expect(createPhotoshopHost().readData('settings.json')).resolves.toBe('{"a":2}');
  });
});

describe('Filmfit groups', () => {
  it('are found with their style, renamed or moved by the user, and can be removed in one step', async () => {
    const simulator = installSimulator();
    const documentId = simulator.openDocument({ name: 'a', width: 4, height: 3, pixels: testPicture8(4, 3) });
    const host = createPhotoshopHost();
    const before = simulator.snapshot();
    const styleText = JSON.stringify({ name: '“Größe” <&> 写真 🎞', numbers: [1, 2] }, null, 2);
    const { groupId } = await host.applyStack({
      documentId,
      stack: classicStack(),
      styleText,
      existing: 'add',
      maskFromSelection: false,
    });
    simulator.editLayer(documentId, groupId, { name: 'my look' });
    expect(await host.findFilmfitGroups(documentId)).toEqual([
      {
        groupId,
        name: 'my look',
        purpose: 'look',
        styleText,
        layerNames: ['Finish', 'Color cast', 'Color', 'Tone and white balance'],
        selected: true,
      },
    ]);
    simulator.selectLayers(documentId, []);
    expect((await host.findFilmfitGroups(documentId))[0].selected).toBe(false);
    const { names } = simulator.historyOf(documentId);
    await host.removeFilmfitGroup(documentId, groupId);
    expect(simulator.historyOf(documentId).names).toEqual([...names, 'Remove Filmfit look']);
    expect(await host.findFilmfitGroups(documentId)).toEqual([]);
    while (simulator.undo(documentId));
    expect(simulator.snapshot()).toEqual(before);
  });

  it('are found in documents that are not active', async () => {
    const simulator = installSimulator();
    const documentId = simulator.openDocument({ name: 'a', width: 4, height: 3, pixels: testPicture8(4, 3) });
    const host = createPhotoshopHost();
    const options = { documentId, stack: classicStack(), styleText: '{"x":1}', maskFromSelection: false };
    await host.applyStack({ ...options, existing: 'add' });
    simulator.openDocument({ name: 'b', width: 1, height: 1, pixels: new Uint8Array(3) });
    expect((await host.findFilmfitGroups(documentId)).map(({ styleText }) => styleText)).toEqual(['{"x":1}']);
  });
});
