/** What is measured for new layers is the picture that they will lie on, not our own earlier layers. */
import { readPictures } from '../../src/app/readPair';
import { createPhotoshopHost } from '../../src/photoshop/createPhotoshopHost';
import type { GroupPurpose, PhotoshopHost } from '../../src/photoshop/photoshopHost';
import type { Simulator } from '../../src/simulator/createSimulator';
import { classicStack } from '../support/classicStack';
import { installSimulator } from '../support/hostModules/installedSimulator';
import { testPicture8 } from '../support/testPicture';

const SIZE = { width: 20, height: 12 };
const SCAN = testPicture8(SIZE.width, SIZE.height);

interface Stage {
  readonly simulator: Simulator;
  readonly host: PhotoshopHost;
  readonly documentId: number;
}

async function documentWith(...purposes: readonly GroupPurpose[]): Promise<Stage> {
  const simulator = installSimulator();
  const documentId = simulator.openDocument({ name: 'a', ...SIZE, pixels: SCAN });
  const host = createPhotoshopHost();
  for (const purpose of purposes) {
    await host.applyStack({
      documentId,
      stack: classicStack({ name: purpose }),
      styleText: '{}',
      purpose,
      existing: 'replace',
      maskFromSelection: false,
    });
  }
  return { simulator, host, documentId };
}

async function read({ host, documentId }: Stage, withoutReplaced?: GroupPurpose): Promise<number[]> {
  const image = await host.readPicture(
    { documentId, layerId: null },
    { longEdgePx: 512, profileOfDocumentId: documentId, ...(withoutReplaced && { withoutReplaced }) },
  );
  return Array.from(image.data, (value) => Math.round(255 * value));
}

describe('a picture read for new layers', () => {
  it('is the one below the look that they replace', async () => {
    const stage = await documentWith('look');
    expect(await read(stage)).not.toEqual(Array.from(SCAN));
    expect(await read(stage, 'look')).toEqual(Array.from(SCAN));
  });

  it('keeps the inversion below a look, and is the bare scan for an inversion', async () => {
    const inverted = await read(await documentWith('inversion'));
    const stage = await documentWith('look', 'inversion');
    expect(stage.simulator.stateOf(stage.documentId).layers.map(({ name }) => name)).toEqual([
      'look',
      'inversion',
      'Background',
    ]);
    expect(await read(stage, 'look')).toEqual(inverted);
    expect(await read(stage, 'inversion')).toEqual(Array.from(SCAN));
  });

  it('is what a pair is matched from: a look that was applied to the photo is not learned again', async () => {
    const { simulator, host, documentId } = await documentWith('look');
    const film = simulator.openDocument({ name: 'film', ...SIZE, pixels: SCAN });
    const [filmSource, digitalSource] = [film, documentId].map((id) => ({
      source: { documentId: id, layerId: null },
      area: null,
    }));
    const { digital } = await readPictures(host, { film: filmSource, digital: digitalSource }, 512);
    expect(Array.from(digital.data, (value) => Math.round(255 * value))).toEqual(Array.from(SCAN));
  });

  it('leaves the document, its history and the active document as they were', async () => {
    const stage = await documentWith('look', 'inversion');
    const { simulator, documentId } = stage;
    const other = simulator.openDocument({ name: 'b', ...SIZE, pixels: SCAN });
    const before = [simulator.snapshot(), simulator.historyOf(documentId).names];
    for (const purpose of ['look', 'inversion'] as const) {
      await read(stage, purpose);
      expect([simulator.snapshot(), simulator.historyOf(documentId).names]).toEqual(before);
    }
    expect(simulator.activeDocumentId).toBe(other);
  });

  it('is the whole document where there is nothing of ours', async () => {
    expect(await read(await documentWith(), 'look')).toEqual(Array.from(SCAN));
  });
});
